"""Coverage: which levels of which criteria have evidence, and which year groups lack it."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.entry import Entry
from evidence.years import PRIMARY_YEARS, in_order
from rubric.framework import LEVELS, Framework

CLASSES_CRITERION = "MT1"
"""The criterion that asks about every year group."""

Counts = dict[str, int]
"""Level -> number of entries."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers of accepted entries."""

    criteria: dict[str, Counts]
    """By criterion, every one of the framework."""
    mt1_year_groups: dict[str, Counts]
    """For MT1, by year group."""

    @property
    def gaps(self) -> tuple[tuple[str, str], ...]:
        """The criteria and levels without evidence."""
        return tuple(
            (code, level) for code, counts in self.criteria.items() for level in LEVELS if not counts[level]
        )

    def as_json(self) -> dict[str, dict[str, Counts]]:
        """The shape that scripts rely on."""
        return {"criteria": self.criteria, "mt1_year_groups": self.mt1_year_groups}


def coverage(
    entries: Iterable[Entry], framework: Framework, *, year_groups: Iterable[str] = PRIMARY_YEARS
) -> Coverage:
    """Count the accepted entries; to the school's `year_groups`, any that an entry names are added."""
    accepted = [entry for entry in entries if entry.status == "accepted"]
    years = in_order([*year_groups, *(year for entry in accepted for year in entry.year_groups)])
    found = Coverage(
        {c.code: dict.fromkeys(LEVELS, 0) for c in framework.criteria},
        {y: dict.fromkeys(LEVELS, 0) for y in years},
    )
    for entry in accepted:
        for claim in entry.criteria:
            if claim.criterion in found.criteria:  # an older framework may have had more
                found.criteria[claim.criterion][claim.level] += 1
            if claim.criterion == CLASSES_CRITERION:
                for year in entry.year_groups:
                    found.mt1_year_groups[year][claim.level] += 1
    return found
