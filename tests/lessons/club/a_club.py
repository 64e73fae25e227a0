"""A club of twelve in a library, for the tests of this room."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from evidence.library import Library
from evidence.safety.people import People
from evidence.sound import Sound
from lessons.club.club import Clubs
from lessons.club.member import Members
from lessons.club.session import Session
from lessons.club.sessions import Sessions
from tests.builders import a_sine, a_wav

FIRST = date(2026, 11, 3)
"""A Tuesday in the second half of the autumn term."""


class Clock:
    """A clock that a test sets."""

    def __init__(self, day: date = FIRST) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 15, 30, tzinfo=UTC)


class School:
    """A library with a club on Tuesdays, its clock, and twelve members: Y4, Y5 and three of Y6."""

    def __init__(self, folder: Path, *, seats: int = 6) -> None:
        self.clock = Clock()
        self.library = Library.open(
            folder / "library", create=True, school="Oakfield School", clock=self.clock
        )
        Clubs(self.library).set(name="Sound Lab", weekday=1, seats=seats)
        people = People(self.library)
        self.y4 = tuple(person.code for person in people.add("Y4", count=5))
        self.y5 = tuple(person.code for person in people.add("Y5", count=4))
        self.y6 = tuple(person.code for person in people.add("Y6", count=3))
        self.codes = (*self.y4, *self.y5, *self.y6)
        Members(self.library).join_all(self.codes)
        self.sessions = Sessions(self.library)

    def ambassadors(self, codes: Sequence[str]) -> None:
        """Give these the role, without any ado."""
        for code in codes:
            People(self.library).set_roles(code, ["ambassador"])

    def plan(self) -> tuple[Session, ...]:
        """The sessions of this half-term: six Tuesdays."""
        return self.sessions.plan_term()

    def hold(self, session: Session, *, here: Sequence[str] | None = None) -> Session:
        """A session on its day, from the register to its end."""
        self.clock.day = session.date
        came = self.codes if here is None else here
        marks = {code: "here" if code in came else "away" for code in self.codes}
        self.sessions.marks(session.id, marks)
        self.sessions.pair(session.id)
        return self.sessions.hold(session.id)

    def a_sound(self, title: str, by: str, session: Session, *, hertz: float = 440.0) -> Sound:
        """A recording that was kept in a session."""
        wav = a_wav(self.library.takes / f"{hertz}.wav", a_sine(0.1, hertz=hertz))
        return self.library.add_sound(
            wav, title=title, origin="recorded", by=by, session=session.id, kept=True
        )

    def next_week(self) -> None:
        """Seven days later."""
        self.clock.day += timedelta(days=7)
