"""Skills passports: what each pupil of the team can do, as an adult saw and ticked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.codes import parse_code, parse_role
from evidence.library import Library
from evidence.safety.people import People
from lessons.assembly.skill import skill, team_role, team_roles, team_rules
from lessons.assembly.training import put_trained, take_trained_back
from rubric.plain import to_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTick:
    """A skill that an adult has seen."""

    skill: str
    when: datetime
    adult: str
    """As a role, such as `staff`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """What one pupil can do."""

    id: str
    code: str
    ticks: tuple[SkillTick, ...] = ()

    @property
    def skills(self) -> tuple[str, ...]:
        """Their ids, in the order of the file."""
        have = {tick.skill for tick in self.ticks}
        return tuple(each.id for each in team_rules().skills if each.id in have)

    @property
    def roles(self) -> set[str]:
        """The jobs that they have every skill of."""
        return {role.id for role in team_roles() if self.is_trained(role.id)}

    def is_trained(self, role: str) -> bool:
        """Whether they have every skill of a job."""
        return set(team_role(role).skills) <= {tick.skill for tick in self.ticks}

    def still_needs(self, role: str) -> tuple[str, ...]:
        """The skills of a job that are not ticked yet."""
        return tuple(each for each in team_role(role).skills if each not in self.skills)


class Passports:
    """The passports of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "passport", "PP", Passport)

    def all(self) -> dict[str, Passport]:
        """By code, of everybody who has a tick."""
        return {each.code: each for each in self._records.all()}

    def of(self, code: str) -> Passport:
        """Somebody's; empty before the first tick."""
        wanted = parse_code(code)
        return self.all().get(wanted) or Passport(id="", code=wanted)

    def tick(self, code: str, skill_id: str, *, adult: str = "staff") -> Passport:
        """An adult has seen that somebody can do it; ticked twice, the first day stays."""
        self._library.adults.need("tick a skill")
        made = SkillTick(skill=skill(skill_id).id, when=self._library.now(), adult=parse_role(adult))

        def ticked(kept: Passport) -> Passport:
            return kept if made.skill in kept.skills else replace(kept, ticks=(*kept.ticks, made))

        return self._change(code, ticked, action="ticked", who=made.adult)

    def untick(self, code: str, skill_id: str) -> Passport:
        """Take a tick back."""
        self._library.adults.need("tick a skill")
        gone = skill(skill_id).id

        def without(kept: Passport) -> Passport:
            return replace(kept, ticks=tuple(tick for tick in kept.ticks if tick.skill != gone))

        return self._change(code, without, action="unticked", who=None)

    def _change(
        self, code: str, altered: Callable[[Passport], Passport], *, action: str, who: str | None
    ) -> Passport:
        person = People(self._library).one(code)
        with self._library.store.turn() as turn:
            known = self.of(person.code)  # in the turn, for another program may have begun it meanwhile
            id_ = known.id or turn.new_id("passport", "PP")
            value = altered(replace(known, id=id_))
            turn.put("passport", id_, to_plain(value), action=action, who=who)
            if value.roles > known.roles:
                put_trained(self._library, turn, person.code, value.roles)
            elif known.roles and not value.roles:
                take_trained_back(self._library, turn, person.code)
        return value
