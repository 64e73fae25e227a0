"""The grid of MT1: which year groups used, recorded and changed sounds, term by term."""

from collections.abc import Iterable
from datetime import date

from evidence.entry import Entry
from evidence.views.coverage import CLASSES_CRITERION, Counts
from evidence.years import PRIMARY_YEARS, in_order
from rubric.framework import LEVELS
from rubric.year import Calendar

Grid = dict[str, dict[str, Counts]]
"""Year group -> term, such as `2026-autumn` -> level -> number of entries."""


def mt1_grid(
    entries: Iterable[Entry],
    calendar: Calendar,
    year_groups: Iterable[str] = PRIMARY_YEARS,
    *,
    day: date | None = None,
) -> Grid:
    """Count the accepted entries of one school year: the one that a day is in, else that of the newest entry.

    To the school's `year_groups`, any that an entry names are added; an entry of a mixed class counts for
    each of its years.
    """
    shown = [entry for entry in entries if entry.status == "accepted" and _claims(entry)]
    day = day or max((entry.date_happened for entry in shown), default=None) or date.today()
    terms = terms_of(calendar, day)
    term_of_day = {each: term_of(calendar, each) for each in {entry.date_happened for entry in shown}}
    shown = [entry for entry in shown if term_of_day[entry.date_happened] in terms]
    years = in_order([*year_groups, *(year for entry in shown for year in entry.year_groups)])
    grid: Grid = {year: {term: dict.fromkeys(LEVELS, 0) for term in terms} for year in years}
    for entry in shown:
        for year in entry.year_groups:
            for level in _claims(entry):
                grid[year][term_of_day[entry.date_happened]][level] += 1
    return grid


def terms_of(calendar: Calendar, day: date) -> tuple[str, ...]:
    """The terms of the school year that a day is in, in order; in the summer holidays, of the next one."""
    year = calendar.school_year(calendar.at(day).first)
    return tuple(dict.fromkeys(_term(half_term.code) for half_term in year))


def term_of(calendar: Calendar, day: date) -> str:
    """The term that a day is in, or, in the holidays, the next one."""
    return _term(calendar.at(day).code)


def _term(half_term: str) -> str:
    """Two half-terms are a term: `2026-autumn-1` and `2026-autumn-2` are `2026-autumn`."""
    return half_term.rpartition("-")[0]


def _claims(entry: Entry) -> list[str]:
    return [claim.level for claim in entry.criteria if claim.criterion == CLASSES_CRITERION]
