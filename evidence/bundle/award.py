"""What a bundle tells of the award beside its evidence: the audits, the target, the gaps and the plan."""

from dataclasses import dataclass

from evidence.audits import Audits
from evidence.library import Library
from evidence.plans import Plans
from rubric.audit import Snapshot
from rubric.framework import Framework
from rubric.plan import Action
from rubric.profile import Gap, Target, gaps
from rubric.year import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """Where the school stood, stands and wants to go, in its own words; each may be missing."""

    then: Snapshot | None
    """The first audit of the school's view."""
    now: Snapshot | None
    """The newest one, when there is more than one."""
    hub: Snapshot | None
    """The newest audit of the hub's view."""
    target: Target | None
    gaps: tuple[Gap, ...]
    """To the target; none when there is no target."""
    actions: tuple[Action, ...]
    calendar: Calendar


def award_of(library: Library, framework: Framework) -> Award:
    """What the library has on one framework."""
    audits, plans = Audits(library), Plans(library)
    every = audits.all(view="school", framework=framework.id)
    target = audits.target(framework.id)
    if target is not None and target.level not in framework.levels:
        target = None  # the framework was replaced by another with the same id
    newest = every[-1] if every else None
    return Award(
        then=every[0] if every else None,
        now=newest if len(every) > 1 else None,
        hub=audits.newest(view="hub", framework=framework.id),
        target=target,
        gaps=gaps(newest, target, framework) if target else (),
        actions=tuple(action for action in plans.actions() if action.framework == framework.id),
        calendar=plans.calendar(),
    )
