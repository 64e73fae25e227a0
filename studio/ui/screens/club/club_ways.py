"""The ways from the club to its other screens, and the keys that do one thing at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from studio.ui.screens.base import StudioScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from lessons.club.session import Session

CLUB_KEYS: list[BindingType] = [
    Binding("r", "register", "register", id="club.register", tooltip="Who is here, and who is in the club"),
    Binding("p", "pairs", "pairs", id="club.pairs", tooltip="Who sits where, and with whom"),
    Binding("l", "leads", "who leads", id="club.leads", tooltip="Which Ambassadors lead which part"),
    Binding("s", "sounds", "sounds", id="club.sounds", tooltip="Hear what was made; keep it or bin it"),
    Binding("w", "write", "what was said", id="club.write", tooltip="Write down what somebody said"),
    Binding("q", "questions", "questions", id="club.questions", tooltip="What to talk about; the rules"),
    Binding("b", "pulse", "beat", id="club.pulse", tooltip="Pulse and rhythm: a bar that plays"),
    Binding("o", "today", "a session today", id="club.today", tooltip="There is one after all"),
    Binding("f", "finish", "finish", id="club.finish", tooltip="It was held: evidence is proposed from it"),
    Binding("n", "not_held", "not held", id="club.not_held", tooltip="It did not happen; say why"),
    Binding("j", "note", "a line for the record", id="club.note", tooltip="What really happened, in a line"),
    Binding("e", "evidence", "evidence", id="club.evidence", tooltip="What this session is evidence for"),
    Binding("t", "term", "term", id="club.term", tooltip="Every session: plan them, look back"),
    Binding("a", "ambassadors", "Ambassadors", id="club.ambassadors", tooltip="Who leads, and what they do"),
    Binding("c", "set_up", "set up", id="club.set_up", tooltip="Name, day, place, PCs"),
    Binding("z", "undo", "undo", id="club.undo", tooltip="Take the last thing back"),
]


class ClubWaysScreen(StudioScreen):
    """Screens open only here, so that each is imported when it is first wanted."""

    @property
    def shown(self) -> Session | None:
        """The session that is shown; every club screen says."""
        raise NotImplementedError

    @property
    def part(self) -> str:
        """The name of the part that is on; empty when none is."""
        return ""

    def as_adult(self, then: Callable[[], None]) -> None:
        """Do what is for adults, after the PIN when it is asked for."""
        self.studio.door.pass_through(self, then)

    def open_screen(self, screen: Screen[None]) -> None:
        """Open it on top of this one."""
        self.app.push_screen(screen)

    def action_register(self) -> None:
        """Who is here; without a session, who is in the club."""
        from studio.ui.screens.club.register_club import ClubRegisterScreen

        if self.shown is not None:
            self.open_screen(ClubRegisterScreen(self.shown.id))
        else:
            self.as_adult(lambda: self.open_screen(ClubRegisterScreen(None)))

    def action_pairs(self) -> None:
        """Who sits where."""
        from studio.ui.screens.club.pairs import PairsScreen

        if self.shown is not None:
            self.open_screen(PairsScreen(self.shown.id))

    def action_leads(self) -> None:
        """Who leads which part."""
        from studio.ui.screens.club.club_leads import ClubLeadsScreen

        if (session := self.shown) is not None:
            self.as_adult(lambda: self.open_screen(ClubLeadsScreen(session.id)))

    def action_sounds(self) -> None:
        """What was made in it."""
        from studio.ui.screens.club.club_sounds import ClubSoundsScreen

        if self.shown is not None:
            self.open_screen(ClubSoundsScreen(self.shown.id))

    def action_questions(self) -> None:
        """What to talk about."""
        from studio.ui.screens.club.club_questions import ClubQuestionsScreen

        if self.shown is not None:
            self.open_screen(ClubQuestionsScreen(self.shown.id, self.part))

    def action_pulse(self) -> None:
        """A bar of boxes that plays again and again."""
        self.studio.open_place("pulse")

    def action_evidence(self) -> None:
        """What this session is evidence for."""
        from studio.ui.screens.club.club_evidence import ClubEvidenceScreen

        if (session := self.shown) is not None:
            self.as_adult(lambda: self.open_screen(ClubEvidenceScreen(session.id)))

    def action_term(self) -> None:
        """Every session."""
        from studio.ui.screens.club.club_term import ClubTermScreen

        self.open_screen(ClubTermScreen())

    def action_ambassadors(self) -> None:
        """Who leads."""
        from studio.ui.screens.club.ambassadors import AmbassadorsScreen

        self.open_screen(AmbassadorsScreen())

    def action_set_up(self) -> None:
        """The club's form."""
        from studio.ui.screens.club.club_form import ClubFormScreen

        self.as_adult(lambda: self.open_screen(ClubFormScreen()))
