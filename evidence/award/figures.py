"""Figures: numbers that the award asks for, typed by an adult or counted, each laid beside its text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches

from evidence.award.records import AwardRecords
from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.people import parse_role
from evidence.words import clean_text
from rubric.framework import Claim, Framework, Measure
from rubric.measured import Measured, measured
from studio.errors import StudioError
from studio.wording import begun

_LARGEST = 1_000_000


class NoMeasure(StudioError):
    """A figure for a text that asks for no number."""


class BadFigure(StudioError):
    """A number that cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number as it was on a day. Later ones stand beside it; the newest counts."""

    id: str
    criterion: str
    level: str
    name: str
    """The name of the measure in the framework."""
    value: float
    of: float | None = None
    """How many there are, where a share is asked for."""
    note: str = ""
    """Where the number comes from."""
    by: str | None = None
    when: datetime

    def __post_init__(self) -> None:
        if not 0 <= self.value <= _LARGEST or not 0 <= (self.of or 0) <= _LARGEST:
            raise ValueError(f"nothing counts {self.value} of {self.of}")
        Claim(self.criterion, self.level)

    @property
    def claim(self) -> Claim:
        """The text that asks for it."""
        return Claim(self.criterion, self.level)


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that a text asks for, and the newest figure, if there is one."""

    claim: Claim
    measure: Measure
    figure: Figure | None = None

    @property
    def found(self) -> Measured | None:
        """The figure laid beside the text; `None` without one."""
        return measured(self.measure, self.figure.value, self.figure.of) if self.figure else None


class Figures:
    """The numbers of a school."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "figure", "FG", Figure)

    def all(self) -> tuple[Figure, ...]:
        """Every one, oldest first."""
        return self._records.all()

    def add(
        self,
        claim: Claim,
        name: str = "",
        value: float = 0.0,
        of: float | None = None,
        note: str = "",
        *,
        framework: Framework,
        who: str | None = None,
    ) -> Figure:
        """Keep a number for a text that asks for one; the name may be left out where there is one only.

        Raises
        ------
        AdultsOnly, UnknownCriterion, NoMeasure, BadFigure
            If it may not be kept, or there is nothing to lay it beside.
        """
        self._library.adults.need("write down a number for the award")
        measure = measure_named(framework, claim, name)
        _check(measure, value, of)
        made = Figure(
            id="",
            criterion=claim.criterion,
            level=claim.level,
            name=measure.name,
            value=float(value),
            of=None if of is None else float(of),
            note=clean_text(note, called="The note"),
            by=parse_role(who) if who else None,
            when=self._library.now(),
        )
        return self._records.add(lambda figure_id: replace(made, id=figure_id), who=made.by)

    def asked(self, framework: Framework, *, phase: str | None = None) -> tuple[Asked, ...]:
        """Every number that the framework asks for, each with its newest figure; of one phase when given."""
        newest = {(figure.claim, figure.name): figure for figure in self.all()}
        return tuple(
            Asked(claim, measure, newest.get((claim, measure.name)))
            for claim in framework.claims()
            for measure in framework.descriptor(claim).measures
            if phase is None or phase in measure.phases
        )


def measure_named(framework: Framework, claim: Claim, name: str = "") -> Measure:
    """The measure of a text: the only one, or the one with these words in its name.

    Raises
    ------
    UnknownCriterion, NoMeasure
        If there is none.
    """
    measures = framework.descriptor(claim).measures
    if not measures:
        with_one = ", ".join(dict.fromkeys(str(each.claim) for each in _all_asked(framework)))
        raise NoMeasure(f"The text of {claim} asks for no number.", f"These do: {with_one}.")
    found = [each for each in measures if name.strip().casefold() in each.name.casefold()]
    if len(found) != 1:
        names = [each.name for each in measures]
        close = get_close_matches(name, names, n=1)
        raise NoMeasure(
            f"It is not clear which number of {claim} is meant.",
            f"Did you mean “{close[0]}”?" if close else f"It asks for: {'; '.join(names)}.",
        )
    return found[0]


def year_groups_with(
    entries: Iterable[Entry], claim: Claim, year_groups: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which of the school's year groups have accepted evidence of a claim, and which have none."""
    seen = {
        year
        for entry in entries
        if entry.status == "accepted" and claim in entry.criteria
        for year in entry.year_groups
    }
    years = tuple(year_groups)
    return tuple(y for y in years if y in seen), tuple(y for y in years if y not in seen)


def _all_asked(framework: Framework) -> Iterable[Asked]:
    for claim in framework.claims():
        for measure in framework.descriptor(claim).measures:
            yield Asked(claim, measure)


def _check(measure: Measure, value: float, of: float | None) -> None:
    if not 0 <= value <= _LARGEST or not 0 <= (of or 0) <= _LARGEST:
        raise BadFigure("That number is out of range.", "Give one from 0 to a million.")
    is_share = measure.unit.startswith("%")
    if of is not None and not is_share:
        raise BadFigure(f"{begun(measure.name)} is no share of anything.", "Leave the whole out.")
    if of is not None and value > of:
        raise BadFigure(f"{value:g} of {of:g} is more than all.", "Give the part, then the whole.")
    if is_share and of is None and value > 100:
        raise BadFigure(f"{value:g} % is more than all.", "Give the part, then the whole.")
