"""What is done to the session that is shown: words written down, held, not held, taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.reactive import reactive

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.club.club_ways import ClubWaysScreen
from studio.wording import listed

if TYPE_CHECKING:
    from evidence.entry import Entry
    from lessons.club.session import Session


class SessionHeld(Message):
    """A session was held, and what is proposed from it is known."""

    def __init__(self, session_id: str, proposed: tuple[Entry, ...]) -> None:
        super().__init__()
        self.session_id = session_id
        self.proposed = proposed


class ClubDoingScreen(ClubWaysScreen):
    """Whatever is done here can be taken back with Z."""

    undos: reactive[tuple[Callable[[], str], ...]] = reactive((), init=False, bindings=True)
    """What Z takes back, the last at the end."""

    def look(self) -> None:
        """Read the session again; every club screen says how."""
        raise NotImplementedError

    def action_write(self) -> None:
        """Ask what was said in this part."""
        if (session := self.shown) is not None:
            name = "" if session.is_over else self.part
            where = f" in the {name}" if name else ""
            self.ask(f"What was said{where}?", partial(self._write, session.id, name))

    def _write(self, session_id: str, part: str, text: str) -> None:
        from lessons.club.sessions import Sessions

        if text:
            Sessions(self.library).say(session_id, part, text)
            self._did(partial(self._unsay, session_id))
            self.say("Kept word for word. Z takes it back.")

    def _unsay(self, session_id: str) -> str:
        from lessons.club.sessions import Sessions

        Sessions(self.library).unsay(session_id)
        return "What was written down last is gone."

    def action_today(self) -> None:
        """A session today that nobody had planned."""
        from lessons.club.sessions import Sessions

        today = self.studio.clock().date()
        (made,) = Sessions(self.library).plan_term(dates=(today,))
        self._did(partial(self._unplan, made.id))
        self.say(f"Today: {made.title}. Z takes it back.")

    def _unplan(self, session_id: str) -> str:
        from lessons.club.sessions import Sessions

        Sessions(self.library).unplan([session_id])
        return "It is not planned any more."

    def action_finish(self) -> None:
        """It was held."""
        if (session := self.shown) is not None:
            self.as_adult(partial(self._hold, session.id))

    def _hold(self, session_id: str) -> None:
        self._hold_it(session_id)

    @work(thread=True, group="job")
    def _hold_it(self, session_id: str) -> None:
        from lessons.club.sessions import Sessions
        from studio.ui.club_held import proposed_now

        try:
            Sessions(self.library).hold(session_id)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        try:
            proposed = proposed_now(self.library, session_id, self.studio.framework)
        except FAULTS as error:  # the rules may be the school's own
            self.post_message(SessionHeld(session_id, ()))
            self.post_message(ProblemMet(error))
            return
        self.post_message(SessionHeld(session_id, proposed))

    @on(SessionHeld)
    def _held(self, message: SessionHeld) -> None:
        self._did(partial(self._take_back, message.session_id))
        claims = {claim for each in message.proposed for claim in each.criteria}
        shows = listed(sorted(str(claim).replace(":", " ") for claim in claims))
        proposed = f"Proposed: {shows}. E shows it" if shows else "Nothing is proposed from it yet"
        self.say(f"Held. {proposed}; Z takes it back.")

    def action_not_held(self) -> None:
        """Ask why it did not happen."""
        if (session := self.shown) is not None:
            self.ask("Why was it not held?", partial(self._not_held, session.id))

    def _not_held(self, session_id: str, why: str) -> None:
        from lessons.club.sessions import Sessions

        if why:
            Sessions(self.library).not_held(session_id, why)
            self._did(partial(self._take_back, session_id))
            self.say("It counts nowhere. Z takes that back.")

    def action_note(self) -> None:
        """Ask what happened; the plan's own line stands there to be changed."""
        from lessons.club.kept_sessions import plan_of

        if (session := self.shown) is not None:
            line = session.note or plan_of(session).log
            self.ask("What really happened?", partial(self._note, session), value=line)

    def _note(self, session: Session, line: str) -> None:
        from lessons.club.sessions import Sessions

        Sessions(self.library).edit(session.id, note=line)
        self._did(partial(self._note_back, session))
        self.say("It stands in the record. Z takes it back.")

    def _note_back(self, session: Session) -> str:
        from lessons.club.sessions import Sessions

        Sessions(self.library).edit(session.id, note=session.note)
        return "The line is as it was."

    def _take_back(self, session_id: str) -> str:
        from lessons.club.sessions import Sessions

        Sessions(self.library).again(session_id)
        return "It is open again; the register is as it was."

    def _did(self, undo: Callable[[], str]) -> None:
        self.undos = (*self.undos, undo)
        self.look()

    def action_undo(self) -> None:
        """Take the last thing back."""
        *rest, last = self.undos
        words = last()
        self.undos = tuple(rest)
        self.look()
        self.say(words)
