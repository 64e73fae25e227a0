"""What the list of Ambassadors says of each member, read from the library at one go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.library import Library

_WAY_UP = ("competition-lead", "ambassador", "crew", "helper", "member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One member of the club, or an Ambassador who is no member now."""

    code: str
    role: str
    """The title of the highest role."""
    is_ambassador: bool
    skills: int
    all_skills: int
    taught: int
    """How often they taught others."""
    nominated: bool


def read_leaders(library: Library) -> tuple[Leader, ...]:
    """Everybody in the club: Ambassadors first, then by year group."""
    from evidence.award.records import AwardRecords
    from evidence.safety.roles import AMBASSADOR, club_roles
    from lessons.club.ambassadors import ambassadors
    from lessons.club.member import Members, place_of
    from lessons.club.nomination import Nominations
    from lessons.club.skills import SkillTick, skills
    from lessons.club.teaching import Teachings

    people = Members(library).people()
    titles = {role.id: role.title for role in club_roles()}
    codes = {each.code for each in Members(library).here()} | {each.code for each in ambassadors(library)}
    taught = Counter(code for each in Teachings(library).all() for code in each.codes)
    waiting = {each.code for each in Nominations(library).standing() if each.status == "open"}
    ticks = AwardRecords(library, "skill", "SK", SkillTick).all()
    ticked = Counter(tick.code for tick in ticks if not tick.struck)
    found = [
        Leader(
            code=code,
            role=next((titles[role] for role in _WAY_UP if role in people[code].roles), ""),
            is_ambassador=AMBASSADOR in people[code].roles,
            skills=ticked[code],
            all_skills=len(skills()),
            taught=taught[code],
            nominated=code in waiting,
        )
        for code in codes
        if code in people
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_ambassador, place_of(each.code, people))))
