"""Every session of the club: those to come, those that were, and planning the term."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.club_words import STATUS_WORDS, meter_line
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.club.club_term_doing import TermDoingScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import date_in_words

if TYPE_CHECKING:
    from lessons.club.kept_sessions import Meter
    from lessons.club.session import Session

_DATE, _STATUS, _CAME = 20, 10, 9
_OF_ADULTS = ("plan", "move", "not_held", "took_place", "undo", "counts", "rename", "step", "take_out")


class TermRead(Message):
    """The sessions were read."""

    def __init__(self, sessions: tuple[Session, ...], meter: Meter) -> None:
        super().__init__()
        self.sessions = sessions
        self.meter = meter


class ClubTermScreen(TermDoingScreen):
    """Newest at the bottom; the list begins at the next one."""

    HELP_PAGE = "club_term"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "look at it", key_display="Enter", id="term.open", tooltip="All about it"),
        Binding("p", "plan", "plan", id="term.plan", tooltip="Sessions for a half-term, or for days"),
        Binding("m", "move", "move", id="term.move", tooltip="Another day"),
        Binding("n", "rename", "name", id="term.rename", tooltip="What this session is called"),
        Binding(
            "s", "step", "which plan", id="term.step", tooltip="Another session of the plan, or your own"
        ),
        Binding("b", "take_out", "take out", id="term.take_out", tooltip="It is not planned any more"),
        Binding("x", "not_held", "not held", id="term.not_held", tooltip="It did not happen; say why"),
        Binding("f", "took_place", "was held", id="term.held", tooltip="It was held"),
        Binding("c", "counts", "counts", id="term.counts", tooltip="How many came; a paper of it"),
        Binding("z", "undo", "undo", id="term.undo", tooltip="Take the last thing back"),
    ]

    all_sessions: reactive[tuple[Session, ...]] = reactive((), init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self._placed = False

    def compose_middle(self) -> Iterable[Widget]:
        """How many were held, then the list."""
        yield Static(id="about")
        yield LongList(id="sessions")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Club: every session")

    @property
    def marked(self) -> Session:
        """The session that the list stands on."""
        return self.all_sessions[self.listing.marked]

    def read_library(self) -> None:
        """Read them in a thread: there may be years of them."""
        self._look()

    @read_in_thread
    def _look(self) -> Message:
        found, meter = self.sessions.all(), self.sessions.meter()
        return TermRead(found, meter)

    @on(TermRead)
    def _read(self, message: TermRead) -> None:
        ids = [each.id for each in self.all_sessions]
        before = ids[self.listing.marked] if ids else ""
        self.all_sessions = message.sessions
        self.listing.show(len(message.sessions), self._line, marked=self._place(before))
        self._placed = True
        lines = [meter_line(message.meter)]
        if not message.sessions:
            lines.append(literal("No session is planned yet. P plans the half-term."))
        self.query_one("#about", Static).update(Content("\n").join(lines))

    def _place(self, before: str) -> int:
        ids = [each.id for each in self.all_sessions]
        if self._placed and before in ids:
            return ids.index(before)
        today = self.studio.clock().date()
        coming = (number for number, each in enumerate(self.all_sessions) if each.date >= today)
        return next(coming, max(0, len(ids) - 1))

    def _line(self, line: int, width: int) -> Content:
        session = self.all_sessions[line]
        today = self.studio.clock().date()
        status = STATUS_WORDS[session.status]
        if not session.is_over and session.date < today:
            status = "held?"
        came = f"{len(session.here)} came" if session.register else ""
        day = "today" if session.date == today else date_in_words(session.date)
        facts = Content.assemble(cut_to(day, _DATE), cut_to(status, _STATUS), cut_to(came, _CAME))
        number = f"{session.number}. " if session.number else ""
        why = f" · {session.why_not}" if session.why_not else ""
        return Content.assemble(facts, literal(f"{number}{session.title}{why}"))

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """All about the marked one."""
        from studio.ui.screens.club.club_look import ClubLookScreen

        self.app.push_screen(ClubLookScreen(self.marked.id))

    # Planning

    def action_plan(self) -> None:
        """The form for a half-term."""
        from studio.ui.screens.club.club_term_form import ClubTermFormScreen

        self.app.push_screen(ClubTermFormScreen(kept=self.planned))

    def action_counts(self) -> None:
        """How many came."""
        from studio.ui.screens.club.club_counts import ClubCountsScreen

        self.app.push_screen(ClubCountsScreen(self.marked.date if self.all_sessions else None))

    def can_do(self, action: str) -> bool:
        """Most need a session; planning is for adults."""
        if action in _OF_ADULTS and self.studio.door.is_locked:
            return False
        if action in ("open", "move", "rename"):
            return bool(self.all_sessions)
        if action == "take_out":
            return bool(self.all_sessions) and self.marked.status == "planned"
        if action in ("not_held", "took_place", "step"):
            open_one = bool(self.all_sessions) and not self.marked.is_over
            return open_one and (action != "took_place" or self.marked.date <= self.studio.clock().date())
        return super().can_do(action)
