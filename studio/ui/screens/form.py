"""What every form is made of: lines to fill in, Tab between them, Enter to save."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.choice_row import ChoiceRow, Option
from studio.ui.widgets.field_row import Answer, FieldRow


class FormScreen(StudioScreen):
    """Esc leaves it; nothing is kept before Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "save", "save", key_display="Enter", id="form.save", tooltip="Keep what the form says"
        ),
        Binding("tab", "app.focus_next", "next", key_display="Tab", id="form.next", tooltip="The next line"),
        Binding("shift+tab", "app.focus_previous", "line above", show=False, id="form.previous"),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The lines."""
        with VerticalScroll(id="form", can_focus=False):
            yield from self.rows()

    def rows(self) -> Iterable[Widget]:
        """The lines of this form; every form says."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Start in the first line."""
        self.refocus()

    def refocus(self) -> None:
        """The first line has the keys."""
        first = next(iter(self.query("ChoiceRow, Answer")))
        first.focus()

    def typed(self, row: str) -> str:
        """What stands in a line, typed or chosen."""
        found = self.query_one(f"#{row}")
        assert isinstance(found, FieldRow | ChoiceRow)
        return found.value

    def typed_day(self, row: str) -> date:
        """The day in a line."""
        text = self.typed(row)
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.query_one(f"#{row}").query_one(Answer).focus()
            raise StudioError(
                f"“{text[:20]}” is not a date.", "Write the year, the month and the day, like 2026-11-24."
            ) from None

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep it and go back."""
        try:
            words = self.save()
        except FAULTS as error:
            self.problem(error)
            return
        self.go_on(words)

    def save(self) -> str:
        """Keep it; what to say then. Every form says."""
        raise NotImplementedError

    def go_on(self, words: str) -> None:
        """Back to where we came from, which says what was done."""
        self.app.pop_screen()
        if isinstance(self.app.screen, StudioScreen):
            self.app.screen.say(words)


def as_options(words: Iterable[str]) -> list[Option]:
    """Answers that are their own words."""
    return [(word, word) for word in words]
