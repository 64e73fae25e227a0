"""Pupils who taught younger ones: what, whom, how long; written down in two keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from evidence.years import YEAR_GROUPS
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.wording import begun, count, listed

if TYPE_CHECKING:
    from lessons.club.teaching import Teaching

_MINUTES = ("5", "10", "15", "20", "30", "45", "60")


class AmbassadorTaughtScreen(FormScreen):
    """Everything stands there already as it was last time; Enter keeps it."""

    HELP_PAGE: ClassVar[str] = "ambassador_taught"

    def __init__(self, code: str, *, kept: Callable[[Callable[[], object]], None]) -> None:
        super().__init__()
        self.code = code
        self._kept = kept

    def rows(self) -> Iterable[Widget]:
        """The lines."""
        from lessons.club.prompts import TOOLS
        from lessons.club.teaching import Teachings

        last = next(
            (each for each in reversed(Teachings(self.library).all()) if self.code in each.codes), None
        )
        tools = [begun(words) for words in TOOLS.values()]
        tool = last.tool if last else tools[0]
        yield ChoiceRow("What", as_options(dict.fromkeys([tool, *tools])), id="tool", value=tool)
        year = last.year_groups[0] if last else self._younger()
        yield ChoiceRow("Year group", as_options(YEAR_GROUPS[:10]), id="year", value=year)
        minutes = str(last.minutes) if last and str(last.minutes) in _MINUTES else "15"
        yield ChoiceRow("Minutes", as_options(_MINUTES), id="minutes", value=minutes)
        yield FieldRow("Together with", id="others", placeholder="other codes, if there were any")
        yield FieldRow("What else", id="note", placeholder="may stay empty")

    def _younger(self) -> str:
        """The year group below their own."""
        from evidence.safety.people import People

        year = People(self.library).one(self.code).year
        place = YEAR_GROUPS.index(year) if year in YEAR_GROUPS else 1
        return YEAR_GROUPS[max(0, place - 1)]

    def on_mount(self) -> None:
        """Start at what they showed."""
        self.title_is(f"{self.code} taught others today")

    def save(self) -> str:
        """Keep it; evidence is proposed from it."""
        from lessons.club.teaching import Teachings

        teachings = Teachings(self.library)
        made: Teaching = teachings.add(
            [self.code, *self.typed("others").replace(",", " ").split()],
            self.typed("tool"),
            [self.typed("year")],
            int(self.typed("minutes")),
            note=self.typed("note"),
        )
        self._kept(lambda: teachings.take_back(made.id))
        whom = f"{listed(list(made.year_groups))}, {count(made.minutes, 'minute')}"
        return f"Written down: {made.tool} for {whom}. Z takes it back."
