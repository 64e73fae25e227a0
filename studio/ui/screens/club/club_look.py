"""One session of the club, past or to come: everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.club_now import names_shown
from studio.ui.club_page import kit_lines, session_page
from studio.ui.faults import FAULTS
from studio.ui.free_name import free_name
from studio.ui.messages import ProblemMet
from studio.ui.read_in_thread import read_in_thread
from studio.ui.reading_on import read_on
from studio.ui.screens.club.club_ways import ClubWaysScreen
from studio.ui.text import day_words

if TYPE_CHECKING:
    from evidence.sound import Sound
    from lessons.club.session import Session

_OF_ADULTS = ("register", "leads", "evidence", "own_way", "paper")


class SessionRead(Message):
    """A session and its sounds were read."""

    def __init__(self, session: Session, sounds: tuple[Sound, ...]) -> None:
        super().__init__()
        self.session = session
        self.sounds = sounds


class PaperWritten(Message):
    """The plan is on disk."""

    def __init__(self, out: Path) -> None:
        super().__init__()
        self.out = out


class ClubLookScreen(ClubWaysScreen):
    """A page to read, and the ways to put it right."""

    HELP_PAGE = "club_look"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "read_on", "read on", id="look.read_on", tooltip="The rest of it"),
        Binding("r", "register", "register", id="look.register", tooltip="Put the register right"),
        Binding("p", "pairs", "pairs", id="look.pairs", tooltip="Who sat where"),
        Binding("l", "leads", "who leads", id="look.leads", tooltip="Who leads which part, and for whom"),
        Binding("s", "sounds", "sounds", id="look.sounds", tooltip="Hear what was made"),
        Binding("o", "own_way", "our own way", id="look.own", tooltip="Change a part of this plan"),
        Binding("k", "paper", "on paper", id="look.paper", tooltip="Its plan as a PDF to print"),
        Binding("e", "evidence", "evidence", id="look.evidence", tooltip="What it is evidence for"),
    ]

    session: reactive[Session | None] = reactive(None, init=False, bindings=True)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.sounds: tuple[Sound, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The page."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="lines")

    def on_resize(self) -> None:
        """Long lines break where there is room."""
        self._show()

    @property
    def shown(self) -> Session | None:
        """The session of this page."""
        return self.session

    def read_library(self) -> None:
        """Read it in a thread."""
        self._look()

    @read_in_thread
    def _look(self) -> Message:
        from lessons.club.sessions import Sessions

        sessions = Sessions(self.library)
        return SessionRead(sessions.one(self.session_id), sessions.sounds(self.session_id))

    @on(SessionRead)
    def _read(self, message: SessionRead) -> None:
        self.session, self.sounds = message.session, message.sounds
        self.title_is(f"{message.session.title}, {day_words(message.session.date)}")
        self._show()

    def _show(self) -> None:
        from lessons.club.kept_sessions import plan_of

        if self.session is None:
            return
        width = max(30, self.size.width - 6)
        names = names_shown(self.library)
        lines = session_page(self.session, plan_of(self.session), self.sounds, width, names=names)
        if not self.session.is_over:
            lines += [Content(""), *kit_lines(self.library, width)]
        self.query_one("#lines", Static).update(Content("\n").join(lines))
        self.call_after_refresh(self.refresh_bindings)

    def action_read_on(self) -> None:
        """The rest of it."""
        read_on(self.query_one("#page"))

    def action_paper(self) -> None:
        """Its plan as a PDF."""
        self.say("Writing.")
        self._write_paper()

    @work(thread=True, group="job", exclusive=True)
    def _write_paper(self) -> None:
        from evidence.papers.document import write_document
        from lessons.club.sheets import session_sheet

        out = free_name(self.library.exports, f"club-plan-{self.session_id.lower()}", ".pdf")
        try:
            out.parent.mkdir(exist_ok=True)
            write_document(self.library, session_sheet(self.library, self.session_id), out)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(PaperWritten(out))

    @on(PaperWritten)
    def _written(self, message: PaperWritten) -> None:
        self.say(f"Written: {message.out}.")

    def action_own_way(self) -> None:
        """Change a part of its plan."""
        from studio.ui.screens.club.club_part_form import ClubPartScreen

        self.open_screen(ClubPartScreen(self.session_id))

    def can_do(self, action: str) -> bool:
        """Putting it right is for adults."""
        if action in ("help", "back"):
            return True
        session = self.session
        if session is None or (action in _OF_ADULTS and self.studio.door.is_locked):
            return False
        if action == "read_on":
            return self.query_one("#page").max_scroll_y > 0
        if action == "evidence":
            return session.status == "held"
        if action == "own_way":
            return not session.is_over
        if action == "register":
            return session.status != "not-held" and session.date <= self.studio.clock().date()
        return action != "pairs" or bool(session.seats) or not session.is_over
