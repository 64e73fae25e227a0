"""The words of the panel: why the winner was chosen, and one kind line for everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from studio.ui.screens.competition.competition_said import Line, PanelWordsScreen
from studio.ui.text import cut_to, literal
from studio.ui.typed_codes import typed_codes
from studio.ui.widgets.long_list import LongList
from studio.wording import count, listed

if TYPE_CHECKING:
    pass


class ReasonsScreen(PanelWordsScreen):
    """Those without words stand first; Enter writes."""

    HELP_PAGE = "competition_reasons"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write", key_display="Enter", id="reasons.write", tooltip="The marked one"),
        Binding(
            "space", "play", "hear it", key_display="Space", id="reasons.play", tooltip="Hear it, or stop"
        ),
        Binding("w", "who", "who writes", id="reasons.who", tooltip="Codes of those at the keyboard"),
    ]

    def __init__(self, competition_id: str, *, by: tuple[str, ...] = ()) -> None:
        super().__init__(competition_id)
        self.by = by

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Reasons")

    def show(self, seen: Any) -> None:
        """Show the list."""
        title, self.lines = seen
        self.title_is(f"Reasons: {title}")
        left = sum(each.is_wanted for each in self.lines)
        who = f" {listed(list(self.by))} write." if self.by else ""
        done = (
            f"{count(left, 'entry has', 'entries have')} no words yet." if left else "Everything is written."
        )
        self.query_one("#about", Static).update(literal(f"{done}{who}"))
        self.listing.show(len(self.lines), self._line, marked=0 if left else self.listing.marked)
        words = (
            "Next: Enter writes about the marked one"
            if left
            else "Next: K, on the screen before, checks the words"
        )
        self.query_one("#next", Static).update(
            literal(words if self.lines else "Next: Esc goes back", "bold")
        )
        self.show_words()

    def _line(self, number: int, width: int) -> Content:
        each = self.lines[number]
        kind = "why it was chosen" if each.kind == "winner" else "one kind line"
        state = _state(each)
        return Content.assemble(
            cut_to(each.entry.animal, 20), "  ", cut_to(kind, 18), "  ", cut_to(state, max(8, width - 44))
        )

    @on(LongList.Moved)
    def show_words(self) -> None:
        """Read what was written about the marked one."""
        here = self.marked
        lines: list[Content] = []
        if here is not None and here.reason is not None:
            lines.append(literal(f"“{here.reason.text}”"))
            if here.reason.checked == "again":
                asked = here.reason.asked or "Please say it another way."
                lines.append(literal(f"An adult asks: {asked}", "bold"))
        self.query_one("#words", Static).update(Content("\n").join(lines))
        self.query_one("#words").display = bool(lines)
        self.refresh_bindings()

    def action_who(self) -> None:
        """Ask who is at the keyboard."""
        self.ask("Who writes? Codes of the panel:", self._who, value=" ".join(self.by))

    def _who(self, typed: str) -> None:
        self.by = typed_codes(typed)
        self.read_library()

    @on(LongList.Clicked)
    def action_write(self) -> None:
        """Write about the marked one; who writes is asked once."""
        if self.marked is None:
            return
        self.hush()
        if self.by:
            self._write()
        else:
            self.ask("Who writes? Codes of the panel:", self._who_then_write)

    def _who_then_write(self, typed: str) -> None:
        self.by = typed_codes(typed)
        if self.by:
            self._write()

    def _write(self) -> None:
        from studio.ui.screens.competition.competition_write import WriteReasonScreen

        if (here := self.marked) is not None:
            self.app.push_screen(WriteReasonScreen(self.competition_id, here, self.by))

    def can_do(self, action: str) -> bool:
        """There must be an entry."""
        return bool(self.lines) if action in ("write", "play") else super().can_do(action)


def _state(line: Line) -> str:
    if line.reason is None:
        return "no words yet"
    return {"unread": "■ written", "okay": "■ written, checked", "again": "please say it another way"}[
        line.reason.checked
    ]
