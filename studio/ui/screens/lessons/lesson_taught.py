"""“We taught this”: who had the lesson, when, and what the class did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.form import FormScreen, as_options
from studio.ui.text import literal
from studio.ui.typed_sounds import sounds_typed
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.ticks_row import TicksRow
from studio.ui.widgets.years_row import YearsRow

if TYPE_CHECKING:
    from lessons.units.unit import Unit

_DID = (
    ("used", "used sounds that were given to them"),
    ("recorded", "recorded sounds of their own"),
    ("changed", "changed their own recordings for a purpose"),
)


class LessonTaughtScreen(FormScreen):
    """What is written down here is what evidence is proposed from; nothing is ticked beforehand."""

    HELP_PAGE: ClassVar[str] = "lesson_taught"

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.unit = unit

    def rows(self) -> Iterable[Widget]:
        """The lines."""
        unit, today = self.unit, self.studio.clock().date().isoformat()
        yield TicksRow("The class", _DID, id="did")
        years = frozenset(unit.year_groups) if len(unit.year_groups) == 1 else frozenset()
        yield YearsRow(years, id="years")
        yield FieldRow("Date", id="date", value=today, placeholder="year-month-day")
        yield ChoiceRow("Subject", as_options(unit.subjects), id="subject")
        yield FieldRow("With what", id="tools", placeholder="such as sound buttons, a microphone")
        yield FieldRow("Sounds", id="sounds", placeholder="their names, with commas between them")
        yield FieldRow("What we did", id="note", placeholder="one or two sentences")
        yield FieldRow("Who says so", id="who", placeholder="your code, such as staff-1; may stay empty")
        yield Static(id="keep")

    def on_mount(self) -> None:
        """Start at what the class did."""
        self.title_is(f"We taught: {self.unit.title}")
        kept = Content.assemble(("Worth keeping: ", "bold $accent"), literal(" · ".join(self.unit.evidence)))
        self.query_one("#keep", Static).update(kept)
        self.refocus()

    def refocus(self) -> None:
        """The first line has the keys."""
        self.query_one(TicksRow).focus()

    def save(self) -> str:
        """Keep it."""
        from lessons.units.taught import teach

        made = teach(
            self.library,
            self.unit,
            did=self.query_one(TicksRow).values,
            year_groups=sorted(self.query_one(YearsRow).chosen),
            day=self.typed_day("date"),
            subject=self.typed("subject"),
            tools=self.typed("tools"),
            sounds=sounds_typed(self.library, self.typed("sounds")),
            note=self.typed("note"),
            who=self.typed("who") or None,
        )
        return f"Written down as {made.id}. Z takes it back. To accept what it shows: 8 Today, then E."
