"""A pupil's way through the club: member, helper, Ambassador, competition leader."""

from dataclasses import dataclass
from datetime import date

from evidence.library import Library
from evidence.safety.people import People
from evidence.safety.roles import AMBASSADOR, HELPER, club_roles
from lessons.club.kept_sessions import KeptSessions
from lessons.club.member import Members
from lessons.club.nomination import NAMED
from lessons.occasion import Occasions

WAY = ("member", HELPER, AMBASSADOR, "competition-lead")
"""Roles in the order in which pupils grow into them; the assembly team stands beside this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way."""

    role: str
    title: str
    does: str
    reached: bool
    since: date | None = None
    """When, as far as it is known."""


def journey(library: Library, code: str) -> tuple[Step, ...]:
    """How far a pupil has come: from the roles they were given, and from what they did."""
    person = People(library).one(code)
    since = _days(library, person.code)
    titles = {role.id: role for role in club_roles()}
    highest = max((WAY.index(role) for role in WAY if role in person.roles or role in since), default=-1)
    return tuple(
        Step(
            role=role,
            title=titles[role].title,
            does=titles[role].does,
            reached=place <= highest,
            since=since.get(role),
        )
        for place, role in enumerate(WAY)
        if role in titles
    )


def next_step(steps: tuple[Step, ...]) -> Step | None:
    """The first step that is still to come; `None` at the end of the way."""
    return next((step for step in steps if not step.reached), None)


def _days(library: Library, code: str) -> dict[str, date]:
    """The first day of each role that somebody took up, as the records tell it."""
    occasions = Occasions(library)
    held = [each for each in KeptSessions(library).all() if each.status == "held"]
    days = {
        "member": [each.joined for each in Members(library).all() if each.code == code],
        "helper": [each.date for each in held if code in each.leaders],
        "ambassador": [each.date for each in occasions.all(NAMED) if code in each.people],
        "competition-lead": [each.date for each in occasions.all("competition") if code in each.led_by],
    }
    return {role: min(found) for role, found in days.items() if found}
