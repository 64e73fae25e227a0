"""Half-terms as forms and lists have them."""

from datetime import date, timedelta

from rubric.year import Calendar, HalfTerm
from studio.ui.text import day_words
from studio.ui.widgets.choice_row import Option


def half_term_words(half_term: HalfTerm) -> str:
    """Such as `Autumn, second half 2026`."""
    return f"{half_term.title} {half_term.first.year}"


def half_term_days(half_term: HalfTerm) -> str:
    """Its first and last day, `Mon 2 Nov to Sat 19 Dec`."""
    return f"{day_words(half_term.first)} to {day_words(half_term.last)}"


def half_term_after(calendar: Calendar, day: date) -> HalfTerm:
    """The half-term that follows the one a day is in."""
    return calendar.at(calendar.at(day).last + timedelta(days=1))


def two_years(calendar: Calendar, today: date) -> tuple[HalfTerm, ...]:
    """The half-terms of this school year and the next."""
    this = calendar.school_year(today)
    return (*this, *calendar.school_year(this[-1].last + timedelta(days=90)))


def half_term_options(calendar: Calendar, today: date, *codes: str) -> list[Option]:
    """Those to choose from: two school years, and any of other years that are chosen already."""
    found = {each.code: each for each in two_years(calendar, today)}
    found.update({code: calendar.half_term(code) for code in codes})
    return [
        (each.code, half_term_words(each)) for each in sorted(found.values(), key=lambda each: each.first)
    ]
