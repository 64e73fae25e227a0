"""Something happened: a club session, an assembly, a lesson ... written down in a minute."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.form import FormScreen
from studio.ui.text import literal
from studio.ui.typed_sounds import sounds_typed
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.years_row import YearsRow

if TYPE_CHECKING:
    from lessons.occasion_kind import OccasionKind


class HappenedScreen(FormScreen):
    """What is written down here is what evidence is proposed from."""

    HELP_PAGE: ClassVar[str] = "happened"

    def rows(self) -> Iterable[Widget]:
        """The lines."""
        from lessons.occasion_kind import occasion_kinds

        kinds = [(kind.id, kind.title) for kind in occasion_kinds()]
        today = self.studio.clock().date().isoformat()
        yield ChoiceRow("What", kinds, id="kind")
        yield Static(id="asks", classes="words")
        yield FieldRow("Title", id="title", placeholder="empty: the same as above")
        yield FieldRow("Date", id="date", value=today, placeholder="year-month-day")
        yield YearsRow(frozenset(), id="years")
        yield FieldRow("Who led", id="led_by", placeholder="codes such as Y6-otter Y5-heron")
        yield FieldRow("Who else", id="people", placeholder="others who were heard or seen, by code")
        yield FieldRow("Subject", id="subject", placeholder="such as English")
        yield FieldRow("With what", id="tools", placeholder="such as sound buttons, a microphone")
        yield FieldRow("Sounds", id="sounds", placeholder="used or made elsewhere: their names, with commas")
        yield FieldRow("What we did", id="note", placeholder="one or two sentences")

    def on_mount(self) -> None:
        """Start at what it was."""
        self.title_is("Something happened")
        self._show_asks()

    @property
    def kind(self) -> OccasionKind:
        """What was chosen."""
        from lessons.occasion_kind import occasion_kind

        return occasion_kind(self.typed("kind"))

    @on(ChoiceRow.Chosen, "#kind")
    def _show_asks(self) -> None:
        asked = " ".join(filter(None, [self.kind.asks, self.kind.led]))
        self.query_one("#asks", Static).update(Content.assemble(("Tell: ", "bold $accent"), literal(asked)))

    def save(self) -> str:
        """Keep it."""
        from lessons.occasion import Occasions

        made = Occasions(self.library).add(
            self.kind.id,
            self.typed("title"),
            day=self.typed_day("date"),
            year_groups=sorted(self.query_one(YearsRow).chosen),
            led_by=_codes(self.typed("led_by")),
            people=_codes(self.typed("people")),
            subject=self.typed("subject"),
            tools=self.typed("tools"),
            note=self.typed("note"),
            sounds=sounds_typed(self.library, self.typed("sounds")),
        )
        return f"Written down as {made.id}. Press A to see what it shows."


def _codes(typed: str) -> list[str]:
    return [code.strip(",;") for code in typed.split()]
