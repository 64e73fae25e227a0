"""The profile of a school, then and now, and the gaps to the level it aims for; never a verdict."""

from dataclasses import dataclass
from datetime import date, datetime

from rubric.audit import DOES_NOT_APPLY, Snapshot, outcomes
from rubric.framework import PHASES, Criterion, Descriptor, Framework

NOT_JUDGED = "not-judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The award that a school aims for, until when, and who decided it."""

    id: str
    framework: str
    level: str
    by_date: date
    decided_by: str
    """A role."""
    phase: str
    """The kind of school, since some words of a framework are only for some kinds."""
    when: datetime

    def __post_init__(self) -> None:
        if self.phase not in PHASES:
            raise ValueError(f"phase must be one of {PHASES}, not {self.phase!r:.40}")


@dataclass(frozen=True, slots=True)
class Gap:
    """A criterion that is below the target, or not judged."""

    criterion: Criterion
    now: str | None
    missing: tuple[Descriptor, ...]
    """What to read next: by `best_fit` the target's descriptor alone, by `cumulative` each one on the way."""
    not_for_us: tuple[str, ...]
    """Words of these descriptors that are for other kinds of school."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One criterion in two audits."""

    criterion: Criterion
    then: str | None
    now: str | None

    @property
    def changed(self) -> bool:
        """Whether the two differ."""
        return self.then != self.now


def counts(snapshot: Snapshot | None, framework: Framework) -> dict[str, int]:
    """How many criteria are judged as what, every outcome named."""
    found = dict.fromkeys([*outcomes(framework), NOT_JUDGED], 0)
    for criterion in framework.criteria:
        level = snapshot.level(criterion.code) if snapshot else None
        found[level if level in found else NOT_JUDGED] += 1  # an older framework may have had other levels
    return found


def areas(snapshot: Snapshot | None, framework: Framework) -> dict[str, dict[str, int]]:
    """The same for each area, by its title."""
    found = {area.title: dict.fromkeys([*outcomes(framework), NOT_JUDGED], 0) for area in framework.areas}
    for criterion in framework.criteria:
        level = snapshot.level(criterion.code) if snapshot else None
        of_area = found[criterion.area.title]
        of_area[level if level in of_area else NOT_JUDGED] += 1
    return found


def compare(then: Snapshot, now: Snapshot, framework: Framework) -> tuple[Moved, ...]:
    """Every criterion in two audits, in the framework's order."""
    return tuple(Moved(each, then.level(each.code), now.level(each.code)) for each in framework.criteria)


def gaps(snapshot: Snapshot | None, target: Target, framework: Framework) -> tuple[Gap, ...]:
    """The criteria below the target, in the framework's order.

    Left out are those judged not to apply, and those that are not meant for the kind of school.
    """
    found = []
    for criterion in framework.criteria:
        now = snapshot.level(criterion.code) if snapshot else None
        if now == DOES_NOT_APPLY or target.phase not in criterion.phases:
            continue
        wanted = framework.levels.index(target.level)
        reached = framework.levels.index(now) if now in framework.levels else -1
        if reached < wanted:
            found.append(_gap(criterion, now, target, framework.levels[reached + 1 : wanted + 1]))
    return tuple(found)


def _gap(criterion: Criterion, now: str | None, target: Target, above: tuple[str, ...]) -> Gap:
    levels = above if criterion.mode == "cumulative" else (target.level,)
    missing = tuple(criterion.descriptor(level) for level in levels)
    clauses = (clause for descriptor in missing for clause in descriptor.clauses)
    others = tuple(clause.text for clause in clauses if target.phase not in clause.phases)
    return Gap(criterion, now, missing, others)
