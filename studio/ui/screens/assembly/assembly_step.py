"""The form of one step of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widget import Widget

from lessons.assembly.checklist import doers, whose
from studio.errors import StudioError
from studio.ui.screens.form import FormScreen
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from lessons.assembly.checklist import Step


class StepScreen(FormScreen):
    """A new step, or one as it is now."""

    HELP_PAGE: ClassVar[str] = "assembly_lists"

    def __init__(self, list_id: str, step: Step | None = None, *, place: int | None = None) -> None:
        super().__init__()
        self.list_id = list_id
        self.step = step
        self.place = place
        """Where a new one goes, counted from 1."""

    def rows(self) -> Iterable[Widget]:
        """What it says."""
        now = self.step
        words, why = (now.words, now.why) if now else ("", "")
        yield FieldRow("What to do", id="words", value=words, placeholder="short: read aloud")
        who = [(each, whose(each)) for each in doers()]
        yield ChoiceRow("Who", who, id="who", value=now.who if now else "all")
        yield FieldRow("Why", id="why", value=why, placeholder="in a few words; may be empty")
        minutes = "" if now is None or now.minutes is None else str(now.minutes)
        yield FieldRow("Minutes before", id="minutes", value=minutes, placeholder="20; empty: no clock")

    def on_mount(self) -> None:
        """Start at the words."""
        super().on_mount()
        self.title_is(f"Our lists: change {self.step.id}" if self.step else "Our lists: a new step")

    def save(self) -> str:
        """Keep it."""
        from lessons.assembly.lists import Checklists

        given: dict[str, Any] = {name: self.typed(name) for name in ("words", "who", "why")}
        given["minutes"] = _minutes(self.typed("minutes"))
        lists = Checklists(self.library)
        if self.step is None:
            lists.add(self.list_id, **given, place=self.place)
            return "Added. Z takes it back."
        lists.set(self.list_id, self.step.id, **given)
        return f"Changed {self.step.id}. Z takes it back."


def _minutes(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not text.isascii():
        raise StudioError(f"“{text[:20]}” is no number of minutes.", "Write a whole number, such as 20.")
    return int(text[:_MOST_DIGITS])


_MOST_DIGITS = 4
