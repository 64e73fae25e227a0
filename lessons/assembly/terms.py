"""The days that a rota is for: a half-term, a whole term, or any days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rubric.year import Calendar, HalfTerm, UnknownHalfTerm
from studio.errors import StudioError


class BadSpan(StudioError):
    """Days that no rota can be made for."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days with a name."""

    code: str
    title: str
    first: date
    last: date


def span_of(calendar: Calendar, text: str | None, today: date) -> Span:
    """The half-term `2026-autumn-1`, or the term `2026-autumn`; without words, the term that today is in.

    Raises
    ------
    UnknownHalfTerm
        If there is none.
    """
    if text is None:
        text = calendar.at(today).code.rpartition("-")[0]
    word = text.strip().lower()
    if re.fullmatch(r"\d{4}-[a-z]+", word, re.ASCII):
        return term(calendar, word)
    half = calendar.half_term(word)
    return Span(half.code, f"{half.title} {half.code[:4]}", half.first, half.last)


def term(calendar: Calendar, code: str) -> Span:
    """The whole term of a code such as `2026-autumn`: its half-terms together."""
    halves = _halves(calendar, code)
    if not halves:
        raise UnknownHalfTerm(f"“{code[:40]}” is not a term.", "Write it like 2026-autumn or 2026-autumn-1.")
    title = f"{code.partition('-')[2].title()} {code[:4]}"
    return Span(code, title, halves[0].first, halves[-1].last)


def term_at(calendar: Calendar, day: date) -> Span:
    """The term that a day is in; in the holidays the next."""
    return term(calendar, calendar.at(day).code.rpartition("-")[0])


def term_before(calendar: Calendar, day: date) -> Span:
    """The term before the one that a day is in."""
    now = term_at(calendar, day)
    earlier = [half for half in calendar.school_year(now.first) if half.last < now.first]
    if not earlier:
        earlier = list(calendar.school_year(now.first - timedelta(days=30)))  # in the summer holidays
    return term(calendar, earlier[-1].code.rpartition("-")[0])


def days_of(first: date, last: date, title: str) -> Span:
    """Any days, first to last.

    Raises
    ------
    BadSpan
        If they are in the wrong order, or more than a year.
    """
    if not 0 <= (last - first).days <= 366:
        raise BadSpan(f"A rota cannot be from {first} to {last}.", "Give its first day, then its last.")
    return Span("", title, first, last)


def _halves(calendar: Calendar, code: str) -> list[HalfTerm]:
    year, _, name = code.partition("-")
    if not 2000 <= int(year) <= 2100:
        return []
    around = (date(int(year), 12, 31), date(int(year), 3, 1), date(int(year), 7, 1))
    found = {half.code: half for day in around for half in calendar.school_year(day)}
    return sorted(
        (half for half in found.values() if half.code.rpartition("-")[0] == f"{year}-{name}"),
        key=lambda half: half.first,
    )
