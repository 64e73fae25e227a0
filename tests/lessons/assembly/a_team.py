"""A library with an assembly team, and a clock that a test sets."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from evidence.library import Library
from evidence.records.store import KINDS
from evidence.safety.people import Person
from lessons.assembly.event import Event
from lessons.assembly.events import Events
from lessons.assembly.passport import Passports
from lessons.assembly.skill import team_role, team_roles
from rubric.plain import to_plain

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
"""The Monday on which the second half of the autumn term begins."""
EVERYTHING = tuple(role.id for role in team_roles())
CODES = ("Y4-wren", "Y5-fox", "Y5-newt", "Y6-heron", "Y6-otter", "Y6-seal")


class Clock:
    """Stands still until it is set."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, day: date, time: str = "08:00") -> None:
        """Set it to a time of a day."""
        self.now = datetime.fromisoformat(f"{day.isoformat()}T{time}:00+00:00")


def a_school(folder: Path, clock: Clock | None = None) -> Library:
    """An empty library whose clock the test sets."""
    return Library.open(folder / "library", create=True, school="Oakfield School", clock=clock or Clock())


def also_open(library: Library, clock: Clock | None = None) -> Library:
    """The same library as another program sees it."""
    return Library.open(library.folder, clock=clock or library._clock)


def add_pupil(library: Library, code: str, trained: tuple[str, ...] = EVERYTHING) -> None:
    """Somebody in the team, with every skill of these jobs."""
    assert "person" in KINDS
    with library.store.turn() as turn:
        id_ = turn.new_id("person", "P")
        person = Person(
            id=id_,
            code=code,
            year=code.partition("-")[0],
            roles=("crew",),
            joined=date(2026, 9, 1),
            since=date(2026, 9, 1),
        )
        turn.put("person", id_, to_plain(person), action="added", who=None)
    for skill in dict.fromkeys(skill for role in trained for skill in team_role(role).skills):
        Passports(library).tick(code, skill)


def a_team(library: Library, codes: tuple[str, ...] = CODES) -> tuple[str, ...]:
    """Pupils who are trained for everything."""
    for code in codes:
        add_pupil(library, code)
    return codes


def assemblies(library: Library, count: int = 6, *, first: date = date(2026, 11, 6)) -> tuple[Event, ...]:
    """An assembly each Friday."""
    return tuple(
        Events(library).add(
            "assembly", first + timedelta(weeks=week), begins="09:10", title=f"Assembly {week + 1}"
        )
        for week in range(count)
    )
