"""The timeline: what happened when, half-term by half-term."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from evidence.entry import Entry
from rubric.year import Calendar, HalfTerm


@dataclass(frozen=True, slots=True)
class Stretch:
    """One half-term and what happened in it, or in the holidays before it, newest first."""

    half_term: HalfTerm
    entries: tuple[Entry, ...]


def by_half_term(entries: Iterable[Entry], calendar: Calendar) -> tuple[Stretch, ...]:
    """Every half-term from the first entry to the last, the newest on top, empty ones too."""
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.date_happened].append(entry)
    if not by_day:
        return ()
    found: dict[HalfTerm, list[Entry]] = {each: [] for each in _between(min(by_day), max(by_day), calendar)}
    for day, of_day in by_day.items():
        found[calendar.at(day)] += of_day
    return tuple(Stretch(half_term, _newest_first(each)) for half_term, each in reversed(found.items()))


def _between(first: date, last: date, calendar: Calendar) -> list[HalfTerm]:
    half_terms = [calendar.at(first)]
    end = calendar.at(last)
    while half_terms[-1] != end:
        half_terms.append(calendar.at(half_terms[-1].last + timedelta(days=1)))
    return half_terms


def _newest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.date_happened, entry.id), reverse=True))
