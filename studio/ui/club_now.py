"""How the club stands now, read from the library at one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound
    from lessons.club.club import Club
    from lessons.club.kept_sessions import Meter
    from lessons.club.plan import SessionPlan
    from lessons.club.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubNow:
    """What the club's screens show; where there is no club, the rest is empty."""

    club: Club | None = None
    session: Session | None = None
    """The session that is shown, today's unless another is asked for."""
    plan: SessionPlan | None = None
    """What is done in it."""
    sounds: tuple[Sound, ...] = ()
    """What was made in it, the newest first."""
    meter: Meter | None = None
    next: Session | None = None
    left_open: tuple[Session, ...] = ()
    """Earlier sessions of which nobody said whether they were held."""
    members: int = 0


class ClubRead(Message):
    """How the club stands was read."""

    def __init__(self, now: ClubNow) -> None:
        super().__init__()
        self.now = now

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, ClubRead)


def read_club(library: Library) -> ClubNow:
    """Read how the club stands today."""
    from lessons.club.club import Clubs
    from lessons.club.kept_sessions import plan_of
    from lessons.club.member import Members
    from lessons.club.sessions import Sessions

    club, sessions = Clubs(library).now(), Sessions(library)
    if club is None:
        return ClubNow()
    session = sessions.today()
    return ClubNow(
        club=club,
        session=session,
        plan=plan_of(session) if session else None,
        sounds=newest_first(sessions.sounds(session.id)) if session else (),
        meter=sessions.meter(),
        next=sessions.next(),
        left_open=sessions.left_open(),
        members=len(Members(library).here()),
    )


def newest_first(sounds: tuple[Sound, ...]) -> tuple[Sound, ...]:
    """Sounds as they come in, the last one on top."""
    return tuple(sorted(sounds, key=lambda sound: (sound.made, sound.id), reverse=True))


def names_shown(library: Library) -> dict[str, str]:
    """The names behind the codes, for adults alone and only where a PIN keeps them."""
    from evidence.safety.names import Names

    if not library.adults.has_pin or not library.adults.is_adult:
        return {}
    return Names(library).all()
