"""A school with a club: members, Ambassadors, sessions of the past and one today."""

from datetime import UTC, datetime
from pathlib import Path

from evidence.library import Library
from evidence.safety.people import People
from lessons.club.ambassadors import name_ambassadors
from lessons.club.club import Clubs
from lessons.club.member import Members
from lessons.club.session import Session
from lessons.club.sessions import Sessions
from tests.ui.fakes import NOW

LAST_WEEK = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)


class Clock:
    """Stands where it is put."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def a_library(folder: Path, clock: Clock) -> Library:
    """An empty library whose clock can be put on."""
    return Library.open(folder / "library", create=True, school="Oak School", clock=clock)


def a_club(library: Library, *, members: int = 12, seats: int = 6) -> tuple[str, ...]:
    """A club on Tuesdays with members from Y3 to Y6 -> their codes, in the order of the register."""
    codes = []
    for number, year in enumerate(("Y3", "Y4", "Y5", "Y6")):
        wanted = members // 4 + (number < members % 4)
        codes += [each.code for each in People(library).add(year, count=wanted)] if wanted else []
    Clubs(library).set(name="Sound Lab", weekday="Tuesday", place="music room", seats=seats)
    Members(library).join_all(codes)
    return tuple(each.code for each in Members(library).here())


def a_term(library: Library, clock: Clock, *, held: int = 1) -> Session:
    """Sessions of the half-term, the first ones held, one today -> today's."""
    now, clock.now = clock.now, datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    codes = [each.code for each in Members(library).here(now.date())]
    planned = Sessions(library).plan_term()
    for session in planned[:held]:
        clock.now = datetime.combine(session.date, LAST_WEEK.timetz())
        Sessions(library).marks(session.id, dict.fromkeys(codes, "here"))
        Sessions(library).pair(session.id)
        Sessions(library).hold(session.id)
    clock.now = now
    today = Sessions(library).today()
    assert today is not None
    return today


def leaders(library: Library, number: int = 2) -> tuple[str, ...]:
    """The oldest members, named Ambassadors."""
    codes = [each.code for each in Members(library).here()][-number:]
    name_ambassadors(library, codes)
    return tuple(codes)
