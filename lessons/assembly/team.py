"""The assembly team: who is in it, what they are trained for, and when they cannot come."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence.library import Library
from evidence.safety.people import People
from lessons.assembly.away import Aways
from lessons.assembly.event import Event
from lessons.assembly.passport import Passport, Passports
from lessons.assembly.rota_maker import Facts, Need
from lessons.assembly.skill import team_role, team_roles

CREW = "crew"
"""The role in the club that makes somebody one of the team."""


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody in the team."""

    code: str
    year: str
    passport: Passport

    @property
    def trained(self) -> tuple[str, ...]:
        """The jobs that they have every skill for."""
        return tuple(role.id for role in team_roles() if self.passport.is_trained(role.id))

    @property
    def learning(self) -> tuple[str, ...]:
        """The other jobs, the one that they lack least for first."""
        left = (role.id for role in team_roles() if not self.passport.is_trained(role.id))
        return tuple(sorted(left, key=lambda role: len(self.passport.still_needs(role))))


class Team:
    """The team of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._people = People(library)

    def members(self) -> tuple[TeamMember, ...]:
        """Everybody in it who has not left, by year group and code."""
        passports = Passports(self._library).all()
        return tuple(
            TeamMember(each.code, each.year, passports.get(each.code) or Passport(id="", code=each.code))
            for each in self._people.all()
            if each.is_here and each.year and CREW in each.roles
        )

    def trained(self, code: str, role: str) -> bool:
        """Whether somebody is in the team and trained for a job."""
        wanted = team_role(role).id
        return any(each.code == code and wanted in each.trained for each in self.members())

    def trained_for(self, role: str) -> tuple[str, ...]:
        """Everybody in the team who is trained for a job."""
        wanted = team_role(role).id
        return tuple(each.code for each in self.members() if wanted in each.trained)

    def by_year(self) -> dict[str, int]:
        """How many of each year group there are: a fair chance can be seen without any name."""
        return dict(Counter(each.year for each in self.members()))

    def join(self, code: str) -> None:
        """Somebody joins."""
        self._library.adults.need("change the team")
        person = self._people.one(code)
        if CREW not in person.roles:
            self._people.set_roles(person.code, (*person.roles, CREW))

    def leave(self, code: str) -> None:
        """Somebody leaves the team; their passport stays, for the day they come back."""
        self._library.adults.need("change the team")
        person = self._people.one(code)
        if CREW in person.roles:
            self._people.set_roles(person.code, [role for role in person.roles if role != CREW])

    def facts(self, events: Iterable[Event], *, before: Mapping[str, int] | None = None) -> Facts:
        """What the rota maker must know about the team for these events."""
        members, days = self.members(), [(event.id, event.date) for event in events]
        away: dict[str, set[str]] = {}
        for each in Aways(self._library).all():
            away.setdefault(each.code, set()).update(id_ for id_, day in days if each.covers(day))
        return Facts(
            trained={each.code: frozenset(each.trained) for each in members},
            learning={each.code: each.learning for each in members if each.learning},
            away=away,
            before=before or {},
        )


def needs(events: Sequence[Event]) -> list[Need]:
    """The jobs of events, in the order of the days."""
    ordered = sorted(events, key=lambda event: (event.date, event.begins, event.id))
    return [Need(event.id, event.needs, f"{event.date} {event.begins}") for event in ordered]
