"""Progression: what a pupil can do with sound by the end of each year."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from assets import asset
from rubric.tables import ContentFault, Table, read_table

STRANDS = ("record", "change", "arrange", "perform", "talk")


class ProgressionFault(ContentFault):
    """The file of the progression cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class YearOfWork:
    """One year, strand by strand."""

    year: str
    """A year group, or a stage such as `KS3`."""
    record: str
    change: str
    arrange: str
    perform: str
    talk: str

    def as_dict(self) -> dict[str, Any]:
        """Its words as plain values, for JSON."""
        return asdict(self)


@cache
def progression() -> tuple[YearOfWork, ...]:
    """The years that come with the program, youngest first."""
    return years_of_work(read_table(asset("lessons", "progression.toml"), ProgressionFault))


def years_of_work(table: Table) -> tuple[YearOfWork, ...]:
    """The years in a file's table.

    Raises
    ------
    ProgressionFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = []
    for row in table.tables("years"):
        found.append(
            YearOfWork(row.text("year", longest=20), *(row.text(key, longest=300) for key in STRANDS))
        )
        row.expect_nothing_else()
    table.refuse_twins("years", (each.year for each in found))
    table.expect_nothing_else()
    return tuple(found)
