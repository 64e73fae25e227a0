"""What a bundle tells of the award beside its evidence: audits, target, gaps, plan and words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from evidence.award.audits import Audits
from evidence.award.figures import Asked, Figures
from evidence.award.plans import Plans
from evidence.award.statement import Statement, Statements
from evidence.bundle.credits import Credit, credits_of
from evidence.entry import Entry
from evidence.library import Library
from evidence.school_years import school_years
from evidence.years import PRIMARY_YEARS
from rubric.audit import Judgement, Snapshot
from rubric.framework import Framework
from rubric.plan import Action
from rubric.profile import Gap, Target, gaps
from rubric.shelf import frameworks
from rubric.year import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """Where the school stood, stands and wants to go, in its own words; each may be missing."""

    then: Snapshot | None = None
    """The first audit of the school's view."""
    now: Snapshot | None = None
    """The newest one, when there is more than one."""
    hub: Snapshot | None = None
    """The newest audit of the hub's view."""
    target: Target | None = None
    gaps: tuple[Gap, ...] = ()
    """To the target; none when there is no target."""
    actions: tuple[Action, ...] = ()
    calendar: Calendar = field(default_factory=lambda: Calendar({}))
    statement: Statement | None = None
    """The head's, with what the school asks its hub."""
    figures: tuple[Asked, ...] = ()
    """Numbers that the school counted, each with what asks for it."""
    tag_titles: Mapping[str, str] = field(default_factory=dict)
    """What the criteria of other frameworks are called, by code."""
    year_groups: tuple[str, ...] = PRIMARY_YEARS
    """Those of the school."""
    credits: Mapping[str, Credit] = field(default_factory=dict)
    """Whom to thank for sounds that others made, by the id of the sound."""

    @property
    def school(self) -> tuple[Snapshot, ...]:
        """The school's own audits, first and newest, as many as there are."""
        return tuple(each for each in (self.then, self.now) if each is not None)

    @property
    def unsure(self) -> tuple[Judgement, ...]:
        """What the school is not sure of in its newest audit, and would like to talk about."""
        judgements = self.school[-1].judgements if self.school else ()
        return tuple(each for each in judgements if each.sure == "unsure")

    @property
    def questions(self) -> tuple[str, ...]:
        """What the school asks its hub."""
        return self.statement.questions if self.statement else ()

    def credits_for(self, entries: Iterable[Entry]) -> Iterator[tuple[str, Credit]]:
        """The titles and credits of the sounds in these entries that others made."""
        for entry in entries:
            for use in entry.sounds:
                if use.sound_id in self.credits:
                    yield use.title, self.credits[use.sound_id]

    def reason(self, code: str) -> str:
        """Why the school judges a criterion as it does."""
        judgement = self.school[-1].judgement(code) if self.school else None
        return judgement.reason if judgement else ""


NO_AWARD = Award()
"""When nothing is told but the evidence."""


def award_of(library: Library, framework: Framework) -> Award:
    """What the library has on one framework, for the hub."""
    audits, plans = Audits(library), Plans(library)
    every = [each for each in audits.all(view="school", framework=framework.id) if each.judgements]
    target = audits.target(framework.id)
    if target is not None and target.level not in framework.levels:
        target = None  # the framework was replaced by another with the same id
    newest = every[-1] if every else None
    phase = target.phase if target else None
    hub = [each for each in audits.all(view="hub", framework=framework.id) if each.judgements]
    return replace(
        without_award(library, framework),
        then=every[0] if every else None,
        now=newest if len(every) > 1 else None,
        hub=hub[-1] if hub else None,
        target=target,
        gaps=gaps(newest, target, framework) if target else (),
        actions=tuple(action for action in plans.actions() if action.framework == framework.id),
        figures=tuple(each for each in Figures(library).asked(framework, phase=phase) if each.figure),
        statement=Statements(library).newest(),
    )


def without_award(library: Library, framework: Framework) -> Award:
    """What evidence needs to be told on any way out: no judgement, no plan, no words of the school."""
    return Award(
        calendar=Plans(library).calendar(),
        tag_titles=_tag_titles(library, framework),
        year_groups=school_years(library),
        credits=credits_of(library.sounds()),
    )


def _tag_titles(library: Library, framework: Framework) -> dict[str, str]:
    others = (each for each in frameworks(library.folder) if each.id != framework.id)
    return {criterion.code: criterion.title for other in others for criterion in other.criteria}
