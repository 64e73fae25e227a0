"""The school year in half-terms, with usual dates or the school's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from assets import asset
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError

_LONGEST_DAYS = 120
_YEARS = range(2000, 2101)


class PlanFault(ContentFault):
    """The file of the plan's half-terms and questions cannot be used as it stands."""


class UnknownHalfTerm(StudioError):
    """Words that name no half-term."""


class BadDates(StudioError):
    """Dates that a half-term cannot have."""


@dataclass(frozen=True, slots=True)
class Season:
    """One half-term of any year, as the file has it."""

    name: str
    title: str
    first: str
    """Usual first day, as month-day."""
    last: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask after a training."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompts:
    """All that the file says."""

    seasons: tuple[Season, ...]
    questions: tuple[Question, ...]
    reflection: str
    follow_up: timedelta


@dataclass(frozen=True, slots=True)
class HalfTerm:
    """One half-term of one year; its code is such as `2027-spring-1`."""

    code: str
    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """Half-terms, with the school's own dates where it gave some."""

    own: Mapping[str, tuple[date, date]]
    """First and last day by code."""

    def half_term(self, code: str) -> HalfTerm:
        """The half-term of a code, in capitals or not.

        Raises
        ------
        UnknownHalfTerm
            If there is none.
        """
        found = re.fullmatch(r"(\d{4})-([a-z0-9-]+)", code.strip().lower(), re.ASCII)
        seasons = {season.name: season for season in prompts().seasons}
        if not found or int(found[1]) not in _YEARS or found[2] not in seasons:
            raise UnknownHalfTerm(
                f"“{code[:40]}” is not a half-term.", f"Write the year and one of: {', '.join(seasons)}."
            )
        season = seasons[found[2]]
        usual = tuple(date.fromisoformat(f"{found[1]}-{day}") for day in (season.first, season.last))
        first, last = self.own.get(found[0], usual)
        return HalfTerm(found[0], season.title, first, last)

    def school_year(self, day: date) -> tuple[HalfTerm, ...]:
        """The half-terms of the school year that a day is in, in order."""
        day = _near(day)
        seasons = prompts().seasons
        began = self.half_term(f"{day.year}-{seasons[0].name}")
        year = day.year if day >= began.first else day.year - 1
        after_new_year = False
        found: list[HalfTerm] = []
        for season in seasons:
            after_new_year = after_new_year or season.first < seasons[0].first
            found.append(self.half_term(f"{year + after_new_year}-{season.name}"))
        return tuple(found)

    def at(self, day: date) -> HalfTerm:
        """The half-term that a day is in, or, in the holidays, the next one."""
        day = _near(day)
        for year in (day, day + timedelta(days=90)):
            for half_term in self.school_year(year):
                if day <= half_term.last:
                    return half_term
        raise ValueError(f"no half-term follows {day}")

    def with_dates(self, code: str, first: date, last: date) -> "Calendar":
        """The same with the school's own dates for one half-term.

        Raises
        ------
        BadDates
            If they are in the wrong order, too far apart, of another year, or reach into a neighbour.
        """
        named = self.half_term(code)
        year = int(named.code[:4])
        if not first <= last <= first + timedelta(days=_LONGEST_DAYS) or {first.year, last.year} != {year}:
            raise BadDates(
                f"{named.code} cannot be from {first} to {last}.", "Give its first day, then its last day."
            )
        changed = Calendar({**self.own, named.code: (first, last)})
        for one, following in pairwise(changed._around(year)):
            if one.last >= following.first:
                raise BadDates(
                    f"{one.code} would reach into {following.code}.",
                    f"One ends on {one.last} and the other begins on {following.first}: change that first.",
                )
        return changed

    def _around(self, year: int) -> list[HalfTerm]:
        # Whenever a school year begins, the last day of December is in it.
        days = (date(each, 12, 31) for each in (year - 2, year - 1, year))
        return [half_term for day in days for half_term in self.school_year(day)]


def _near(day: date) -> date:
    """The same day, or the nearest that a school year is known for: a date may be mistyped by a century."""
    return min(max(day, date(_YEARS[1], 1, 1)), date(_YEARS[-1], 6, 1))


@cache
def prompts() -> Prompts:
    """The half-terms and questions that come with the program."""
    table = read_table(asset("plan.toml"), PlanFault)
    found = Prompts(
        seasons=tuple(_season(row) for row in table.tables("half_terms")),
        questions=tuple(
            Question(row.text("key", pattern="[a-z]+", example="helped"), row.text("text"))
            for row in table.tables("questions")
        ),
        reflection=table.text("reflection"),
        follow_up=timedelta(weeks=table.number("follow_up_weeks")),
    )
    table.expect_nothing_else()
    return found


def _season(row: Table) -> Season:
    day = r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])"
    season = Season(
        name=row.text("name", pattern=r"[a-z]+-\d", example="autumn-1"),
        title=row.text("title", longest=40),
        first=row.text("first", pattern=day, example="09-01"),
        last=row.text("last", pattern=day, example="10-24"),
    )
    row.expect_nothing_else()
    return season
