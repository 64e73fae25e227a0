"""Where a school stands on its way to an award: what it can show, judged, aims for, and what waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.plans import Plans
from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.releases import Releases
from evidence.school_years import school_years
from evidence.views.coverage import Coverage, coverage
from evidence.views.marks import Mark, marks
from rubric.audit import Snapshot
from rubric.framework import Claim, Criterion, Framework
from rubric.plan import Action, Training
from rubric.profile import Gap, Target, counts, gaps
from studio.wording import date_in_words

CHANNEL = "hub-bundle"
"""What the marks call not released is not released for this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Everything about the award on one page; counts and the school's own words, never a verdict."""

    found: Coverage
    marks: Mapping[Claim, Mark]
    newest: Mapping[Claim, tuple[Entry, ...]]
    """The accepted evidence for each claim that has some."""
    snapshot: Snapshot | None
    """The newest audit in the school's view."""
    target: Target | None
    gaps: tuple[Gap, ...]
    """To the target; none without one."""
    proposed: int
    """How many entries wait for an adult."""
    late: tuple[Action, ...]
    due: tuple[Training, ...]
    """Trainings of which it is time to ask what came."""

    def judged(self, framework: Framework) -> dict[str, int]:
        """How many criteria the school judges at each level, the highest level last."""
        found = counts(self.snapshot, framework)
        return {level: found[level] for level in framework.levels}


def standing(library: Library, framework: Framework, entries: Iterable[Entry] | None = None) -> Standing:
    """Read it all; at thousands of entries this is not for a thread that draws."""
    every = tuple(library.entries() if entries is None else entries)
    audits, plans, diary = Audits(library), Plans(library), Diary(library)
    snapshot = audits.newest(view="school", framework=framework.id)
    target = audits.target(framework.id)
    if target is not None and target.level not in framework.levels:
        target = None  # of an older edition of the framework
    blocked = {each.entry.id for each in Releases(library).gate(every, CHANNEL).blocked}
    calendar, today = plans.calendar(), plans.today
    return Standing(
        found=coverage(every, framework, year_groups=school_years(library)),
        marks=marks(every, framework, today=today, blocked=blocked),
        newest=evidence_for(every),
        snapshot=snapshot,
        target=target,
        gaps=gaps(snapshot, target, framework) if target else (),
        proposed=sum(entry.status == "proposed" for entry in every),
        late=tuple(action for action in plans.actions() if action.is_late(calendar, today)),
        due=tuple(training for training in diary.trainings() if training.is_due(today)),
    )


def music_technology(criterion: Criterion) -> bool:
    """Whether a criterion is of the award's part on music technology."""
    return criterion.area.code == "MT"


def month_of(day: date, today: date) -> str:
    """A month as one says it: `July`, or with its year when it is more than eleven months away."""
    near = abs((day.year - today.year) * 12 + day.month - today.month) < 12
    name = date_in_words(day).split()[1]  # never in the language of the machine
    return name if near else f"{name} {day.year}"


def evidence_for(entries: Iterable[Entry]) -> dict[Claim, tuple[Entry, ...]]:
    """The accepted evidence for each claim that has some, the newest first."""
    found: dict[Claim, list[Entry]] = {}
    for entry in sorted(entries, key=lambda each: (each.date_happened, each.id), reverse=True):
        if entry.status == "accepted":
            for claim in entry.criteria:
                found.setdefault(claim, []).append(entry)
    return {claim: tuple(shown) for claim, shown in found.items()}


def evidence_of_actions(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The accepted evidence that shows the impact of an action, by the action's id, the newest first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.action_id is not None and entry.status == "accepted":
            found.setdefault(entry.action_id, []).append(entry)
    return {
        action_id: tuple(sorted(shown, key=lambda each: (each.date_happened, each.id), reverse=True))
        for action_id, shown in found.items()
    }
