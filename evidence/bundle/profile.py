"""Where a school stands, criterion by criterion: at the first audit, now, and in its hub's eyes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rubric.audit import DOES_NOT_APPLY, NOT_YET, Judgement, Snapshot, outcomes
from rubric.framework import Area, Criterion, Framework
from rubric.profile import NOT_JUDGED, counts
from studio.wording import date_in_words

_FULL, _EMPTY = "●", "○"
_KINDS = {"baseline": "First audit", "review": "Review", "closing": "Closing audit"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a criterion was judged as, in a word and a sign that can be told apart without colour."""

    key: str
    word: str
    sign: str


@dataclass(frozen=True, slots=True)
class Column:
    """One audit."""

    title: str
    when: str
    judged_by: str
    totals: tuple[tuple[Outcome, int], ...]
    """How many criteria are judged as what, lowest first, without what none is judged as."""


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion in the audits that are laid side by side."""

    criterion: Criterion
    outcomes: tuple[Outcome, ...]
    """One a column."""
    move: int
    """Levels up or down between the school's two audits; 0 where they cannot be compared."""
    judgement: Judgement | None
    """The school's newest."""

    @property
    def is_judged(self) -> bool:
        """Whether anybody judged it."""
        return any(each.key != NOT_JUDGED for each in self.outcomes)


@dataclass(frozen=True, slots=True)
class Profile:
    """The audits side by side."""

    columns: tuple[Column, ...]
    areas: tuple[tuple[Area, tuple[Row, ...]], ...]

    @property
    def judged(self) -> tuple[tuple[Area, tuple[Row, ...]], ...]:
        """The areas in which anything was judged."""
        return tuple((area, rows) for area, rows in self.areas if any(row.is_judged for row in rows))

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every criterion, in the framework's order."""
        return tuple(row for _, rows in self.areas for row in rows)

    @property
    def moved_up(self) -> int:
        """How many criteria are judged higher now than at first."""
        return sum(row.move > 0 for row in self.rows)

    @property
    def moved_down(self) -> int:
        """How many are judged lower."""
        return sum(row.move < 0 for row in self.rows)


def profile_of(school: Sequence[Snapshot], hub: Snapshot | None, framework: Framework) -> Profile | None:
    """The school's first and newest audit and the hub's beside them; nothing without any."""
    audits = (*school, *([hub] if hub else []))
    if not audits:
        return None
    columns = tuple(_column(each, framework) for each in audits)
    areas = tuple((area, tuple(_rows(area, school, audits, framework))) for area in framework.areas)
    return Profile(columns, areas)


def outcome_of(level: str | None, framework: Framework) -> Outcome:
    """The word and the sign of a level, or of having none."""
    if level is None or level not in outcomes(framework):
        return Outcome(NOT_JUDGED, "not judged", "")
    if level == DOES_NOT_APPLY:
        return Outcome(level, "does not apply", "")
    reached = 0 if level == NOT_YET else framework.levels.index(level) + 1
    sign = _FULL * reached + _EMPTY * (len(framework.levels) - reached)
    return Outcome(level, level.replace("-", " "), sign)


def _column(audit: Snapshot, framework: Framework) -> Column:
    found = counts(audit, framework).items()
    title = _KINDS[audit.kind] if audit.view == "school" else "The hub’s view"
    judged = "self-judged" if audit.view == "school" else "judged by the hub"
    return Column(
        title,
        date_in_words(audit.date),
        judged if audit.locked else f"{judged}, not finished",
        tuple((outcome_of(key, framework), number) for key, number in found if number),
    )


def _rows(
    area: Area, school: Sequence[Snapshot], audits: Sequence[Snapshot], framework: Framework
) -> Iterator[Row]:
    for criterion in framework.criteria_of(area):
        code = criterion.code
        yield Row(
            criterion,
            tuple(outcome_of(audit.level(code), framework) for audit in audits),
            _moved([audit.level(code) for audit in school], framework),
            school[-1].judgement(code) if school else None,
        )


def _moved(levels: Sequence[str | None], framework: Framework) -> int:
    order = [NOT_YET, *framework.levels]
    places = [order.index(level) for level in levels if level in order]
    return places[-1] - places[0] if len(places) == len(levels) > 1 else 0
