"""An award's framework: areas, criteria, and what each level of a criterion asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from studio.errors import StudioError

LEVELS = ("bronze", "silver", "gold")
"""The levels of an award, lowest first."""

PHASES = ("primary", "secondary", "special")
"""The kinds of school that part of a framework may be meant for."""

Mode = Literal["best_fit", "cumulative"]
"""`best_fit`: choose the level that describes the school. `cumulative`: a level needs the ones below it."""


class ClaimFault(StudioError):
    """Words that do not say a criterion and a level."""


class UnknownCriterion(StudioError):
    """A criterion that this framework does not have."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One level of one criterion, which evidence can be for; its text form is `MT1:gold`."""

    criterion: str
    level: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError(f"level must be one of {', '.join(LEVELS)}, not {self.level!r}")

    def __str__(self) -> str:
        return f"{self.criterion}:{self.level}"

    @classmethod
    def parse(cls, text: str) -> "Claim":
        """Read the text form, in capitals or not; whether a framework has the criterion is not asked here.

        Raises
        ------
        ClaimFault
            If there is no criterion, no level, or a level that does not exist.
        """
        criterion, _, level = (part.strip() for part in text.partition(":"))
        if not criterion or len(criterion.split()) != 1 or level.lower() not in LEVELS:
            raise ClaimFault(
                f"“{text[:40]}” is not a criterion and a level.",
                f"Write the code, a colon and {' or '.join(LEVELS)}, such as MT1:gold.",
            )
        return cls(criterion.upper(), level.lower())


@dataclass(frozen=True, slots=True)
class Measure:
    """A clause with a number in it, so that a program can check it."""

    name: str
    """What is counted."""
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    about: bool = False
    """Whether the framework says “approximately”: a near miss is then for people to judge."""
    phases: tuple[str, ...] = PHASES


@dataclass(frozen=True, slots=True)
class Clause:
    """Part of a descriptor's text that is only meant for some kinds of school."""

    text: str
    phases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What one level of a criterion asks for."""

    level: str
    text: str
    measures: tuple[Measure, ...] = ()
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A group of criteria."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing an award looks at, with a descriptor a level."""

    code: str
    area: Area
    title: str
    mode: Mode
    descriptors: tuple[Descriptor, ...]
    """In the order of the framework's levels."""
    phases: tuple[str, ...] = PHASES

    def descriptor(self, level: str) -> Descriptor:
        """What a level asks for."""
        return next(descriptor for descriptor in self.descriptors if descriptor.level == level)


@dataclass(frozen=True, slots=True)
class Cite:
    """A document that the framework leans on."""

    as_written: str
    """Its title and date as the framework has them."""
    note: str
    """What to know before trusting it today."""
    criteria: tuple[str, ...] = ()
    """Codes of the criteria that name it; none when the whole framework does."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A rule that is content with some of a few criteria."""

    text: str
    criteria: tuple[str, ...]
    at_least: int = 1
    """How many of them are wanted."""


@dataclass(frozen=True, slots=True)
class Framework:
    """An award as data: its areas and criteria, in the order they are shown."""

    id: str
    version: str
    title: str
    source: str
    areas: tuple[Area, ...]
    criteria: tuple[Criterion, ...]
    cites: tuple[Cite, ...] = ()
    levels: tuple[str, ...] = LEVELS
    """Lowest first; a framework may have a single one."""
    rules: tuple[AnyOf, ...] = ()

    def criterion(self, code: str) -> Criterion:
        """The criterion with a code, in capitals or not.

        Raises
        ------
        UnknownCriterion
            If there is none.
        """
        wanted = code.strip().upper()
        for criterion in self.criteria:
            if criterion.code == wanted:
                return criterion
        raise UnknownCriterion(f"{self.title} has no criterion “{code[:40]}”.", self._hint(wanted))

    def descriptor(self, claim: Claim) -> Descriptor:
        """What a claim's level asks for; see `criterion`."""
        criterion = self.criterion(claim.criterion)
        if claim.level not in self.levels:
            raise UnknownCriterion(
                f"{self.title} has no level “{claim.level}”.", f"Its levels are: {', '.join(self.levels)}."
            )
        return criterion.descriptor(claim.level)

    def claims(self) -> Iterator[Claim]:
        """Every level of every criterion, in order, that evidence can be for: the levels of an award."""
        for criterion in self.criteria:
            for descriptor in criterion.descriptors:
                if descriptor.level in LEVELS:
                    yield Claim(criterion.code, descriptor.level)

    def criteria_of(self, area: Area) -> tuple[Criterion, ...]:
        """The criteria of one area, in order."""
        return tuple(criterion for criterion in self.criteria if criterion.area == area)

    def _hint(self, wanted: str) -> str:
        close = get_close_matches(wanted, [criterion.code for criterion in self.criteria], n=3, cutoff=0.5)
        if close:
            return f"Did you mean {' or '.join(close)}?"
        return "See the list of criteria for the codes."
