"""Skills that members of the club learn, ticked by an adult when they are shown."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from assets import asset
from evidence.award.records import AwardRecords
from evidence.codes import parse_role
from evidence.library import Library
from evidence.safety.people import People
from rubric.tables import ContentFault, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean


class SkillFault(ContentFault):
    """The file of the club's skills cannot be used as it stands."""


class UnknownSkill(StudioError):
    """A word that is no skill."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing that can be learnt."""

    id: str
    title: str
    can: str
    """To follow “I can”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTick:
    """A skill that somebody has shown."""

    id: str
    code: str
    skill: str
    when: date
    by: str
    """The role of the adult who saw it."""
    struck: bool = False


@cache
def skills() -> tuple[Skill, ...]:
    """Every skill, in the order of the file."""
    table = read_table(asset("club", "skills.toml"), SkillFault)
    found = []
    for row in table.tables("skills"):
        id_ = row.text("id", pattern="[a-z]+(-[a-z]+)*", example="record", longest=20)
        found.append(Skill(id_, row.text("title", longest=40), row.text("can", longest=100)))
        row.expect_nothing_else()
    table.refuse_twins("skills", (each.id for each in found))
    table.expect_nothing_else()
    return tuple(found)


def parse_skill(text: str) -> str:
    """Read the id of a skill."""
    known, word = [each.id for each in skills()], text.strip().lower()
    if word not in known:
        raise UnknownSkill(f"“{text[:30]}” is no skill.", did_you_mean(word, known))
    return word


class Skills:
    """Who has shown what, in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "skill", "SK", SkillTick)

    def of(self, code: str) -> dict[str, SkillTick]:
        """The skills that somebody has shown, by the skill's id."""
        wanted = People(self._library).one(code).code
        return {each.skill: each for each in self._standing() if each.code == wanted}

    def tick(self, code: str, skill: str, *, by: str = "staff") -> SkillTick:
        """Somebody has shown a skill; what is ticked already stays as it is.

        Raises
        ------
        AdultsOnly, UnknownPerson, UnknownSkill, UnknownRole
        """
        self._library.adults.need("tick a skill")
        name, role = parse_skill(skill), parse_role(by)
        known = self.of(code).get(name)
        if known is not None:
            return known
        wanted, today = People(self._library).one(code).code, self._library.now().date()
        return self._records.add(
            lambda id_: SkillTick(id=id_, code=wanted, skill=name, when=today, by=role), who=role
        )

    def untick(self, code: str, skill: str) -> None:
        """Take a tick back; where there is none, nothing changes."""
        self._library.adults.need("take a tick back")
        known = self.of(code).get(parse_skill(skill))
        if known is not None:
            self._records.change(
                known.id, lambda stored: replace(stored, struck=True), action="struck", who=None
            )

    def _standing(self) -> tuple[SkillTick, ...]:
        return tuple(each for each in self._records.all() if not each.struck)
