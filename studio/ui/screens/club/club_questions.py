"""Questions to talk about, tool by tool, and the rules of the room; answers go into the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.club.club_listed import ClubListScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.wording import begun

if TYPE_CHECKING:
    from lessons.club.session import Session


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    text: str
    tool: str = ""
    """The tool that it belongs to; empty for the rules of the room."""
    is_head: bool = False


class ClubQuestionsScreen(ClubListScreen):
    """Ask one, wait, and write down what was said."""

    HELP_PAGE = "club_questions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "what was said", id="questions.write", tooltip="The answer, word for word"),
        Binding("u", "used", "we used this", id="questions.used", tooltip="This tool was used, or not"),
        Binding("z", "undo", "undo", id="questions.undo", tooltip="Take the last thing back"),
    ]

    session: reactive[Session | None] = reactive(None, init=False, bindings=True)

    def __init__(self, session_id: str, part: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.part = part
        self.lines = _lines()

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the marked line whole."""
        yield LongList(id="questions")
        yield Static(id="about")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Questions to talk about")

    @property
    def marked(self) -> Line:
        """The line that the list stands on."""
        return self.lines[self.listing.marked]

    def read_library(self) -> None:
        """Read which tools were used."""
        self.session = self.sessions.one(self.session_id)
        self.listing.show(len(self.lines), self._line, marked=self.listing.marked)
        self._show_whole()

    def _line(self, line: int, width: int) -> Content:
        each = self.lines[line]
        if not each.is_head:
            return literal(f"   {each.text}")
        used = self.session is not None and each.tool in self.session.tools
        return Content.assemble(literal(each.text, "bold"), "   ■ used" if used else "")

    @on(LongList.Moved)
    def _moved(self) -> None:
        self._show_whole()
        self.refresh_bindings()

    def _show_whole(self) -> None:
        """The marked line, however long it is."""
        lines = wrap(self.marked.text, max(20, self.size.width - 6))
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    def action_write(self) -> None:
        """Ask what was said; a marked question goes before the answer."""
        line = self.marked
        question = line.text if line.tool and not line.is_head else ""
        self.ask("What was said?", partial(self._write, question))

    def _write(self, question: str, answer: str) -> None:
        if answer:
            self.sessions.say(self.session_id, self.part, f"{question} {answer}".strip())
            self.did(lambda: self.sessions.unsay(self.session_id))
            self.read_library()
            self.say("Kept word for word. Z takes it back.")

    def action_used(self) -> None:
        """The tool of the marked line was used, or was not."""
        if self.session is None:
            return
        before, tool = self.session.tools, self.marked.tool
        after = [each for each in before if each != tool] if tool in before else [*before, tool]
        self.sessions.used(self.session_id, after)
        self.did(lambda: self.sessions.used(self.session_id, before))
        self.read_library()
        self.say("It was used." if tool in after else "It was not used.")

    def can_do(self, action: str) -> bool:
        """Rules of the room are to be read out only."""
        if action == "used":
            return self.is_mounted and bool(self.marked.tool)
        return super().can_do(action)


def _lines() -> tuple[Line, ...]:
    from lessons.club.prompts import TOOLS, prompts, safe_and_fair

    lines = []
    for prompt in prompts():
        lines.append(Line(begun(TOOLS[prompt.tool]), prompt.tool, is_head=True))
        lines += [Line(question, prompt.tool) for question in prompt.ask]
    lines.append(Line("Safe and fair: the rules of the room", is_head=True))
    lines += [Line(f"{rule.title}: {' '.join(rule.text.split())}") for rule in safe_and_fair()]
    return tuple(lines)
