"""The audit: where a school stands by each criterion, in its own eyes or its hub's, locked with its date."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Self

from rubric.framework import Framework
from studio.errors import StudioError

NOT_YET = "not-yet"
DOES_NOT_APPLY = "does-not-apply"

SURE = ("sure", "fairly", "unsure")
"""How sure the one who judges is."""

SNAPSHOT_KINDS = ("baseline", "review", "closing")
"""Before the plan, during it, and at its end."""

VIEWS = ("school", "hub")
"""Whose eyes: the two are kept apart and laid side by side, never mixed."""


class SnapshotLocked(StudioError):
    """A picture of one day that may no longer change."""


class NothingJudged(StudioError):
    """An audit without a single judgement."""


class UnknownOutcome(StudioError):
    """A word that no criterion of the framework can be judged with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Where one criterion stands, in somebody's judgement."""

    criterion: str
    level: str
    """A level of the framework, or `not-yet` or `does-not-apply`."""
    reason: str = ""
    sure: str = "fairly"
    evidence: tuple[str, ...] = ()
    """Ids of the evidence that it rests on."""
    by: str | None = None
    """The role of who judged."""
    when: datetime

    def __post_init__(self) -> None:
        if self.sure not in SURE:
            raise ValueError(f"sure must be one of {SURE}, not {self.sure!r:.40}")
        if self.when.tzinfo is None:
            raise ValueError("when must know its time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All judgements of one audit. Once locked it can never change."""

    id: str
    kind: str
    view: str
    framework: str
    """The id of the framework that was judged by."""
    date: date
    judgements: tuple[Judgement, ...] = ()
    locked: datetime | None = None

    def __post_init__(self) -> None:
        if self.kind not in SNAPSHOT_KINDS or self.view not in VIEWS:
            raise ValueError(f"no audit is {self.kind!r:.40} or has the view {self.view!r:.40}")
        codes = [judgement.criterion for judgement in self.judgements]
        if len(set(codes)) < len(codes):
            raise ValueError("a criterion is judged twice")

    def judgement(self, code: str) -> Judgement | None:
        """The judgement of one criterion; `None` when it was not judged."""
        return next((each for each in self.judgements if each.criterion == code), None)

    def level(self, code: str) -> str | None:
        """The level, or other outcome, of one criterion; `None` when it was not judged."""
        found = self.judgement(code)
        return found.level if found else None

    def judged(self, judgement: Judgement) -> Self:
        """The same audit with one more judgement, or another one of the same criterion."""
        self._refuse_locked()
        others = tuple(each for each in self.judgements if each.criterion != judgement.criterion)
        return replace(self, judgements=(*others, judgement))

    def without(self, code: str) -> Self:
        """The same audit with one criterion not judged."""
        self._refuse_locked()
        return replace(self, judgements=tuple(each for each in self.judgements if each.criterion != code))

    def lock(self, when: datetime) -> Self:
        """The same audit, never to change again."""
        self._refuse_locked()
        if not self.judgements:
            raise NothingJudged(f"{self.id} has no judgement yet.", "Judge at least one criterion first.")
        return replace(self, locked=when)

    def _refuse_locked(self) -> None:
        if self.locked is not None:
            raise SnapshotLocked(
                f"{self.id} was locked on {self.locked.date().isoformat()} and cannot change.",
                "Start a review to judge again; both stay beside each other.",
            )


def outcomes(framework: Framework) -> tuple[str, ...]:
    """Everything that a criterion can be judged as, lowest first."""
    return (NOT_YET, *framework.levels, DOES_NOT_APPLY)


def parse_outcome(text: str, framework: Framework) -> str:
    """Read an outcome, in capitals or not, `not yet` with a space or a line.

    Raises
    ------
    UnknownOutcome
        If it is none.
    """
    word = "-".join(text.lower().replace("-", " ").split())
    known = outcomes(framework)
    if word not in known:
        close = get_close_matches(word, known, n=1)
        raise UnknownOutcome(
            f"“{text[:40]}” is not a judgement.",
            f"Did you mean {close[0]}?" if close else f"Use one of: {', '.join(known)}.",
        )
    return word
