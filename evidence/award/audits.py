"""The audits and targets of a library."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.award.records import AwardRecords
from evidence.codes import parse_role
from evidence.library import Library
from evidence.words import clean_text
from rubric.audit import Judgement, Snapshot, parse_outcome
from rubric.framework import Framework
from rubric.profile import Target
from studio.errors import StudioError


class NoAudit(StudioError):
    """There is no audit that could be meant."""


class NoTarget(StudioError):
    """The school has not decided what to aim for."""


class AuditOpen(StudioError):
    """An audit was not finished before the next one."""


class UnknownLevel(StudioError):
    """A level that the framework does not have."""


class Audits:
    """What was judged, when, and what the school aims for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._audits = AwardRecords(library, "audit", "AU", Snapshot)
        self._targets = AwardRecords(library, "target", "TG", Target)

    def all(self, *, view: str | None = None, framework: str | None = None) -> tuple[Snapshot, ...]:
        """Every audit, oldest first; of one view or framework when given."""
        return tuple(
            each
            for each in self._audits.all()
            if view in (None, each.view) and framework in (None, each.framework)
        )

    def one(self, audit_id: str) -> Snapshot:
        """One audit; UnknownRecord if there is none of this id."""
        return self._audits.one(audit_id)

    def newest(self, *, view: str, framework: str) -> Snapshot | None:
        """The newest audit of a view, locked or not."""
        return next(iter(reversed(self.all(view=view, framework=framework))), None)

    def open_one(self, *, view: str, framework: str) -> Snapshot:
        """The audit that can be written in.

        Raises
        ------
        NoAudit
            If there is none: none was started, or the newest is locked.
        """
        found = next(
            (each for each in reversed(self.all(view=view, framework=framework)) if each.locked is None), None
        )
        if found is None:
            raise NoAudit(
                f"There is no open audit of the {view}'s view.",
                "Start one: soundingboard audit start"
                + ("" if view == "school" else f" --view {view}")
                + ".",
            )
        return found

    def start(
        self, kind: str, *, view: str, framework: Framework, by: str | None = None, carry_on: bool = False
    ) -> Snapshot:
        """Begin an audit, empty or with the judgements of the newest of this view.

        Raises
        ------
        AuditOpen
            If one of this view is not locked yet.
        """
        self._library.adults.need("begin an audit")

        def refuse_two() -> None:
            before = self.newest(view=view, framework=framework.id)
            if before is not None and before.locked is None:
                raise AuditOpen(
                    f"{before.id}, the {before.kind} of the {view}'s view, is still open.",
                    "Judge on in it, or lock it first: soundingboard audit lock.",
                )

        before = self.newest(view=view, framework=framework.id) if carry_on else None
        return self._audits.add(
            lambda audit_id: Snapshot(
                id=audit_id,
                kind=kind,
                view=view,
                framework=framework.id,
                date=self._library.now().date(),
                judgements=before.judgements if before else (),
            ),
            who=parse_role(by) if by else None,
            refuse=refuse_two,
        )

    def judge(
        self,
        criterion: str,
        outcome: str,
        *,
        view: str,
        framework: Framework,
        reason: str = "",
        sure: str = "fairly",
        evidence: Sequence[str] = (),
        by: str | None = None,
    ) -> Snapshot:
        """Judge one criterion in the open audit of a view."""
        self._library.adults.need("judge for the award")
        role = parse_role(by) if by else None
        judgement = Judgement(
            criterion=framework.criterion(criterion).code,
            level=parse_outcome(outcome, framework),
            reason=clean_text(reason, called="The reason"),
            sure=sure,
            evidence=tuple(dict.fromkeys(self._library.entry(each).id for each in evidence)),
            by=role,
            when=self._library.now(),
        )
        audit = self.open_one(view=view, framework=framework.id)
        return self._audits.change(
            audit.id, lambda stored: stored.judged(judgement), action="judged", who=role
        )

    def take_back(self, criterion: str, earlier: Judgement | None, *, view: str, framework: str) -> Snapshot:
        """Put back what the open audit had of a criterion before: another judgement, or none."""
        self._library.adults.need("take a judgement back")
        audit = self.open_one(view=view, framework=framework)
        return self._audits.change(
            audit.id,
            lambda stored: stored.judged(earlier) if earlier else stored.without(criterion),
            action="taken-back",
            who=earlier.by if earlier else None,
        )

    def lock(self, *, view: str, framework: str, by: str | None = None) -> Snapshot:
        """Lock the open audit of a view, with today's date: from now on it can never change."""
        self._library.adults.need("lock an audit")
        audit = self.open_one(view=view, framework=framework)
        now = self._library.now()
        return self._audits.change(
            audit.id,
            lambda stored: replace(stored.lock(now), date=now.date()),
            action="locked",
            who=parse_role(by) if by else None,
        )

    def pair(
        self, then_id: str | None, now_id: str | None, *, view: str, framework: str
    ) -> tuple[Snapshot, Snapshot]:
        """Two audits to lay side by side: the first and the newest of a view where no ids are given.

        Raises
        ------
        NoAudit
            If there are not two, or they are of two frameworks.
        """
        every = self.all(view=view, framework=framework)
        if (then_id is None or now_id is None) and not every:
            raise NoAudit("There is no audit yet.", "Start one with: soundingboard audit start.")
        then = every[0] if then_id is None else self.one(then_id)
        now = every[-1] if now_id is None else self.one(now_id)
        if then.id == now.id:
            raise NoAudit(f"There is only {then.id}.", "Start a review, or give the ids of two audits.")
        if then.framework != now.framework:
            raise NoAudit(
                f"{then.id} and {now.id} are of two frameworks.", "Give two audits of the same one."
            )
        return then, now

    def target(self, framework: str) -> Target | None:
        """The target that stands; earlier ones stay in the library."""
        return next((each for each in reversed(self._targets.all()) if each.framework == framework), None)

    def need_target(self, framework: Framework) -> Target:
        """The target that stands.

        Raises
        ------
        NoTarget
            If none was set, or its level is no longer in the framework.
        """
        found = self.target(framework.id)
        if found is None or found.level not in framework.levels:
            raise NoTarget(
                f"There is no target for {framework.title} yet.",
                f"Set one with: soundingboard target set {framework.levels[-1]} --by 2027-07-01.",
            )
        return found

    def set_target(
        self, level: str, *, by_date: date, decided_by: str, phase: str, framework: Framework
    ) -> Target:
        """Decide on a level to aim for."""
        self._library.adults.need("choose what to aim for")
        wanted = level.strip().lower()
        if wanted not in framework.levels:
            raise UnknownLevel(
                f"“{level[:40]}” is not a level of {framework.title}.",
                f"Use one of: {', '.join(framework.levels)}.",
            )
        role, now = parse_role(decided_by), self._library.now()
        return self._targets.add(
            lambda target_id: Target(
                id=target_id,
                framework=framework.id,
                level=wanted,
                by_date=by_date,
                decided_by=role,
                phase=phase,
                when=now,
            ),
            who=role,
        )
