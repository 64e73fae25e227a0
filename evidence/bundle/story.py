"""Everything that the page, the paper and the workbook tell, worked out once and in the order of telling."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from evidence.bundle.award import Award
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.credits import credit_lines
from evidence.bundle.pieces import Pieces, pieces_of
from evidence.bundle.profile import Outcome, Profile, outcome_of, profile_of
from evidence.bundle.schema import Facts
from evidence.entry import Entry
from evidence.views.also_fits import Hint, also_fits
from evidence.views.coverage import CLASSES_CRITERION, Coverage, coverage
from evidence.views.year_grid import Grid, mt1_grid
from rubric.audit import Judgement
from rubric.framework import Claim, Criterion, Framework
from rubric.plan import Action
from rubric.profile import Gap
from rubric.year import Calendar

STATUS_SIGNS = {"planned": "○", "started": "◐", "done": "●", "dropped": "–"}

MET_SIGNS = {True: "✓", False: "○", None: "?"}
MET_WORDS = {True: "reached", False: "not reached", None: "for people to judge"}
"""How a number stands beside what a text asks for."""


@dataclass(frozen=True, slots=True)
class GapTold:
    """A gap that the school admits, and what it does about it."""

    gap: Gap
    now: Outcome
    reason: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """An action of the plan with the evidence that shows what came of it."""

    action: Action
    when: str
    sign: str
    pieces: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """A criterion that the school would like to talk about."""

    criterion: Criterion
    now: Outcome
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class YearGrid:
    """MT1 in one school year: year group by term by level."""

    title: str
    terms: tuple[str, ...]
    rows: Grid


@dataclass(frozen=True)
class Story:
    """One bundle, told."""

    facts: Facts
    framework: Framework
    bundled: Sequence[BundledEntry]
    award: Award

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All evidence, in the order in which it happened."""
        return tuple(one.entry for one in self.bundled)

    @cached_property
    def pieces(self) -> Pieces:
        """The same in the order of telling."""
        return pieces_of(self.bundled, self.framework)

    @cached_property
    def found(self) -> Coverage:
        """How much evidence there is for what."""
        return coverage(self.entries, self.framework, year_groups=self.award.year_groups)

    @cached_property
    def profile(self) -> Profile | None:
        """The audits side by side."""
        return profile_of(self.award.school, self.award.hub, self.framework)

    @property
    def sounds(self) -> int:
        """How many sounds there are."""
        return sum(len(one.sounds) for one in self.bundled)

    @property
    def days(self) -> tuple[date, ...]:
        """The first and the last day on which something happened; one when they are the same."""
        days = [entry.date_happened for entry in self.entries]
        return tuple(dict.fromkeys((min(days), max(days)))) if days else ()

    @property
    def classes_criterion(self) -> Criterion | None:
        """The criterion that asks about every year group."""
        return next((each for each in self.framework.criteria if each.code == CLASSES_CRITERION), None)

    @property
    def without_evidence(self) -> tuple[Criterion, ...]:
        """The criteria for which there is none."""
        return tuple(
            each for each in self.framework.criteria if not any(self.found.criteria[each.code].values())
        )

    @cached_property
    def gaps(self) -> tuple[GapTold, ...]:
        """The gaps to the target that the school judged."""
        return tuple(
            GapTold(
                gap,
                outcome_of(gap.now, self.framework),
                self.award.reason(gap.criterion.code),
                tuple(each for each in self.award.actions if gap.criterion.code in each.criteria),
            )
            for gap in self.award.gaps
            if gap.now is not None
        )

    @property
    def not_judged(self) -> list[str]:
        """Codes of the criteria that the target asks for and nobody judged yet."""
        return [gap.criterion.code for gap in self.award.gaps if gap.now is None]

    @cached_property
    def plan(self) -> tuple[Planned, ...]:
        """The plan, what is done first."""
        calendar = self.award.calendar
        made = sorted(self.award.actions, key=lambda each: calendar.half_term(each.start).first)
        pieces: dict[str, list[Entry]] = {}
        for entry in self.entries:
            pieces.setdefault(entry.action_id or "", []).append(entry)
        return tuple(
            Planned(each, _span(each, calendar), STATUS_SIGNS[each.status], tuple(pieces.get(each.id, ())))
            for each in made
        )

    @cached_property
    def unsure(self) -> tuple[Unsure, ...]:
        """What the school is not sure of."""
        by_code = {criterion.code: criterion for criterion in self.framework.criteria}
        return tuple(
            Unsure(by_code[each.criterion], outcome_of(each.level, self.framework), each)
            for each in self.award.unsure
            if each.criterion in by_code
        )

    @cached_property
    def grids(self) -> tuple[YearGrid, ...]:
        """MT1 in every school year that has evidence of it, the newest first."""
        return tuple(self._grids()) if self.classes_criterion else ()

    def _grids(self) -> Iterator[YearGrid]:
        calendar = self.award.calendar
        shown = [
            entry
            for entry in self.entries
            if any(claim.criterion == CLASSES_CRITERION for claim in entry.criteria)
        ]
        years = {calendar.school_year(calendar.at(entry.date_happened).first) for entry in shown}
        for year in sorted(years, key=lambda year: year[0].first, reverse=True):
            began, ends = year[0].first.year, year[-1].last.year
            grid = mt1_grid(shown, calendar, year_groups=self.award.year_groups, day=year[0].first)
            terms = tuple(next(iter(grid.values()), {}))
            yield YearGrid(f"School year {began} to {ends}", terms, grid)

    @cached_property
    def criterion_titles(self) -> dict[str, str]:
        """What the criteria are called, by code."""
        return {criterion.code: criterion.title for criterion in self.framework.criteria}

    @cached_property
    def action_titles(self) -> dict[str, str]:
        """What the actions are called, by id."""
        return {action.id: action.title for action in self.award.actions}

    @cached_property
    def credits(self) -> list[str]:
        """Whom to thank, a line a sound."""
        return credit_lines(self.award.credits_for(self.entries))


def hints(framework: Framework, claims: Sequence[Claim]) -> list[Hint]:
    """What evidence for these claims may fit too, as far as the framework has it."""
    codes = {criterion.code for criterion in framework.criteria}
    return [hint for hint in also_fits(claims) if hint.claim.criterion in codes]


def term_title(term: str) -> str:
    """Such as `Autumn 2026` for `2026-autumn`."""
    year, _, season = term.partition("-")
    return f"{season.capitalize()} {year}"


def _span(action: Action, calendar: Calendar) -> str:
    starts, ends = calendar.half_term(action.start), calendar.half_term(action.end)
    first = f"{starts.title} {starts.code[:4]}"
    return first if starts == ends else f"{first} to {ends.title} {ends.code[:4]}"
