"""Year groups."""

from collections.abc import Iterable

from studio.errors import StudioError

YEAR_GROUPS = ("EYFS", *(f"Y{year}" for year in range(1, 14)))
"""Every year group there is, youngest first."""

PRIMARY_YEARS = YEAR_GROUPS[:7]
"""The year groups of a primary school."""

YEARS_OF_PHASE = {"primary": PRIMARY_YEARS, "secondary": YEAR_GROUPS[7:12], "special": YEAR_GROUPS[:12]}
"""The year groups that everybody of such a school goes through."""


class UnknownYear(StudioError):
    """Something that is no year group."""


def parse_year(text: str) -> str:
    """Read a year group, however its letters are typed."""
    year = text.strip().upper()
    if year not in YEAR_GROUPS:
        raise UnknownYear(f"“{text[:20]}” is not a year group.", "Use EYFS, or Y1 to Y13.")
    return year


def in_order(years: Iterable[str]) -> tuple[str, ...]:
    """Each year group once, youngest first."""
    return tuple(sorted({parse_year(year) for year in years}, key=YEAR_GROUPS.index))
