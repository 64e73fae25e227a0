"""Year groups side by side, each on or off."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from evidence.years import YEAR_GROUPS

ON = "■"


class YearsRow(Widget, can_focus=True):
    """Arrows and Space, or the year's own key; a chosen year carries a square."""

    DEFAULT_CSS = """
    YearsRow {
        height: 1;
        padding: 0 1;
        &:focus { text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e",
            "year('EYFS')",
            "year",
            key_display="E 1-9",
            id="years.key",
            tooltip="EYFS, or the year of a digit",
        ),
        *(Binding(str(year), f"year('Y{year}')", f"year {year}", show=False) for year in range(1, 10)),
        Binding(
            "space",
            "choose",
            "choose",
            key_display="Space",
            id="years.choose",
            tooltip="This year group, or not",
        ),
        Binding(
            "left", "move(-1)", "move", key_display="← →", id="years.left", tooltip="To another year group"
        ),
        Binding("right", "move(1)", "right", show=False),
        Binding("up", "app.focus_previous", "line above", show=False),
        Binding("down", "app.focus_next", "line below", show=False),
    ]

    class YearsChanged(Message):
        """A year group was chosen, or given up."""

    chosen: reactive[frozenset[str]] = reactive(frozenset())
    at: reactive[int] = reactive(0)

    def __init__(self, chosen: frozenset[str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(YearsRow.chosen, chosen)

    def render(self) -> Content:
        """All of them; where the keys are, reversed."""
        parts: list[str | Content | tuple[str, str]] = [
            ("Year groups    ", "bold reverse" if self.has_focus else "")
        ]
        for index, year in enumerate(YEAR_GROUPS):
            style = "bold $accent" if year in self.chosen else ""
            if self.has_focus and index == self.at:
                style += " reverse"
            parts += [" " if index else "  ", (f"{ON if year in self.chosen else ''}{year}", style.strip())]
        return Content.assemble(*parts)

    def action_year(self, year: str) -> None:
        """One year group, by its own key."""
        self._toggle(year)

    def action_move(self, by: int) -> None:
        """To the next year group."""
        self.at = max(0, min(len(YEAR_GROUPS) - 1, self.at + by))

    def action_choose(self) -> None:
        """On or off."""
        self._toggle(YEAR_GROUPS[self.at])

    def _toggle(self, year: str) -> None:
        self.chosen = self.chosen ^ {year}
        self.at = YEAR_GROUPS.index(year)
        self.post_message(self.YearsChanged())
