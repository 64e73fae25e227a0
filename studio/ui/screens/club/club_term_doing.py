"""What is done to the marked session of a list: moved, named, called off, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.ui.screens.club.club_listed import ClubListScreen
from studio.wording import date_in_words

if TYPE_CHECKING:
    from lessons.club.session import Session


class TermDoingScreen(ClubListScreen):
    """Whatever is done here can be taken back with Z."""

    @property
    def marked(self) -> Session:
        """The session that is marked; every screen says."""
        raise NotImplementedError

    def action_move(self) -> None:
        """Ask for another day."""
        day = self.marked.date.isoformat()
        self.ask("On which day?", partial(self._move, self.marked), value=day)

    def _move(self, session: Session, answer: str) -> None:
        if not answer:
            return
        try:
            day = date.fromisoformat(answer)
        except ValueError:
            raise StudioError(f"“{answer[:20]}” is not a date.", "Write it like 2026-11-24.") from None
        self.sessions.edit(session.id, date=day)
        self._did(partial(self.sessions.edit, session.id, date=session.date))
        self.say(f"Moved to {date_in_words(day)}.")

    def action_rename(self) -> None:
        """Ask for a name."""
        self.ask("What is this session called?", partial(self._rename, self.marked), value=self.marked.title)

    def _rename(self, session: Session, title: str) -> None:
        if title:
            self.sessions.edit(session.id, title=title)
            self._did(partial(self.sessions.edit, session.id, title=session.title))
            self.say("It has its new name.")

    def action_step(self) -> None:
        """Ask which session of the plan it is."""
        question = "Which session of the plan? Its number, or 0 for your own:"
        self.ask(question, partial(self._step, self.marked), value=str(self.marked.step))

    def _step(self, session: Session, answer: str) -> None:
        if not answer:
            return
        if not (answer.isascii() and answer.isdecimal()):
            raise StudioError(f"“{answer[:20]}” is no number.", "Write the number of a session in the plan.")
        before = {name: getattr(session, name) for name in ("plan", "step", "title", "resources")}
        own = {"plan": "", "step": 0, "title": "Our own session", "resources": ()}
        changed = self.sessions.edit(session.id, **({"step": int(answer)} if int(answer) else own))
        self._did(partial(self.sessions.edit, session.id, **before))
        self.say(f"It is “{changed.title}” now. Z takes it back.")

    def action_not_held(self) -> None:
        """Ask why."""
        self.ask("Why was it not held?", partial(self._not_held, self.marked.id))

    def _not_held(self, session_id: str, why: str) -> None:
        if why:
            self.sessions.not_held(session_id, why)
            self._did(partial(self.sessions.again, session_id))
            self.say("It counts nowhere. Its plan stays; Z takes it back.")

    def action_took_place(self) -> None:
        """It was held."""
        session = self.marked
        self.sessions.hold(session.id)
        self._did(partial(self.sessions.again, session.id))
        self.say(f"“{session.title}” was held. Evidence to accept is in the Quality Mark.")

    def planned(self, ids: list[str]) -> None:
        """These are new."""
        self._did(partial(self.sessions.unplan, ids))

    def action_take_out(self) -> None:
        """The marked session is not planned any more."""
        taken = self.sessions.unplan([self.marked.id])
        self._did(partial(self.sessions.put_back, taken))
        self.say("It is not planned any more. Z puts it back.")

    def _did(self, undo: Callable[[], object]) -> None:
        self.did(undo)
        self.read_library()
