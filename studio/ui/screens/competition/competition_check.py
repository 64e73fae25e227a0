"""The adult reads what the panel wrote: okay, or please say it another way."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from studio.ui.screens.competition.competition_said import Line, PanelWordsScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count, listed

_STATE = {"unread": "to read", "okay": "■ okay", "again": "asked again"}


class CheckReasonsScreen(PanelWordsScreen):
    """One key a text; what was not read yet stands first."""

    HELP_PAGE = "competition_check"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "okay", "okay", key_display="Enter", id="check.okay", tooltip="Fine as it is"),
        Binding(
            "n",
            "again",
            "say it another way",
            id="check.again",
            tooltip="What was written stays in the record",
        ),
        Binding("space", "play", "hear it", key_display="Space", id="check.play", tooltip="Hear it, or stop"),
    ]

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Check the words")

    def show(self, seen: Any) -> None:
        """Show it; the next unread one is marked."""
        title, every = seen
        self.lines = tuple(sorted((each for each in every if each.reason), key=_kind_then_animal))
        self.title_is(f"Check the words: {title}", self.whose())
        unread = [
            number
            for number, each in enumerate(self.lines)
            if each.reason and each.reason.checked == "unread"
        ]
        missing = sum(each.is_wanted and not each.reason for each in every)
        said = f"{count(len(unread), 'text', 'texts')} to read." if unread else "All is read."
        if missing:
            said += f" {count(missing, 'entry has', 'entries have')} no words yet."
        self.query_one("#about", Static).update(literal(said))
        self.listing.show(len(self.lines), self._line, marked=unread[0] if unread else self.listing.marked)
        words = "Next: Enter says it is okay" if unread else "Next: Esc goes back; there A announces it"
        if not unread and missing:
            words = "Next: Esc goes back; there R writes the rest"
        self.query_one("#next", Static).update(literal(words, "bold"))
        self.show_words()

    def _line(self, number: int, width: int) -> Content:
        each = self.lines[number]
        assert each.reason is not None
        kind = "winner" if each.kind == "winner" else "kind line"
        return Content.assemble(
            cut_to(_STATE[each.reason.checked], 12),
            "  ",
            cut_to(each.entry.animal, 20),
            "  ",
            cut_to(kind, 10),
            "  ",
            cut_to(each.reason.text, max(8, width - 50)),
        )

    @on(LongList.Moved)
    def show_words(self) -> None:
        """The marked text, whole."""
        here = self.marked
        lines: list[Content] = []
        if here is not None and here.reason is not None:
            lines = [
                literal(f"“{here.reason.text}”", "bold"),
                literal(f"Written by {listed(list(here.reason.codes))}."),
            ]
            if here.reason.asked:
                lines.append(literal(f"You asked: {here.reason.asked}"))
        self.query_one("#words", Static).update(Content("\n").join(lines))
        self.query_one("#words").display = bool(lines)
        self.refresh_bindings()

    def action_okay(self) -> None:
        """Fine as it is."""
        from lessons.competitions.reasons import Reasons

        if (here := self.marked) is not None and here.reason is not None:
            reason_id = here.reason.id

            def job() -> str:
                Reasons(self.library, self.competition_id).okay(reason_id)
                return f"The words about the {here.entry.animal} are okay."

            self.do(job)

    def action_again(self) -> None:
        """Ask what to say another way."""
        if (here := self.marked) is not None and here.reason is not None:
            self.ask("What should be said another way?", partial(self._again, here.reason.id))

    def _again(self, reason_id: str, asked: str) -> None:
        from lessons.competitions.reasons import Reasons

        def job() -> str:
            Reasons(self.library, self.competition_id).ask_again(reason_id, asked)
            return "The panel is asked for other words: R, on the screen before."

        self.do(job)

    def can_do(self, action: str) -> bool:
        """There must be a text."""
        if action == "okay":
            return (
                self.marked is not None
                and self.marked.reason is not None
                and self.marked.reason.checked != "okay"
            )
        return bool(self.lines) if action in ("again", "play") else super().can_do(action)


def _kind_then_animal(line: Line) -> tuple[bool, str]:
    return line.kind != "winner", line.entry.animal
