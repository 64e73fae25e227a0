from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from evidence.award.plans import Plans
from evidence.entry import Draft
from evidence.review import bin_entry
from rubric.framework import Claim
from studio.ui.screens.award.timeline import day_after_the_last
from tests.ui.fakes import Keyboard


@pytest.fixture
def year(library):
    """Entries of two half-terms, one in the holidays between, and one in the bin."""
    drafts = [
        ("First beats", date(2026, 9, 14), "Y4"),
        ("Holiday sounds", date(2026, 10, 29), "Y5"),
        ("Robot voices", date(2026, 11, 20), "Y4"),
        ("By mistake", date(2026, 11, 21), "Y4"),
    ]
    made = Draft(title="x", criteria=(Claim("MT1", "gold"),), date_happened=date(2026, 9, 1))
    for title, day, group in drafts:
        entry = library.add_entry(replace(made, title=title, date_happened=day, year_groups=(group,)))
    bin_entry(library, entry.id)


async def test_half_terms_stand_under_each_other_the_newest_on_top(app, year):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "w")
        assert "Timeline: 3 in 2 half-terms" in keys.screen()
        lines = [line.split() for line in keys.screen().splitlines() if " half 2026 " in line]
        assert [line[:5] for line in lines] == [
            ["Autumn,", "second", "half", "2026", "2"],
            ["Autumn,", "first", "half", "2026", "1"],
        ]
        assert "2026-10-29  Y5        Holiday sounds" in keys.screen()
        await keys.press("down")
        assert "2026-09-14  Y4        First beats" in keys.screen()


async def test_enter_shows_the_entries_of_the_half_term_with_its_holidays(app, year):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "w", "enter")
        assert "Evidence: 2 entries" in keys.screen()
        assert "Only: Autumn, second half 2026" in keys.screen()
        assert "Holiday sounds" in keys.screen()
        await keys.press("y", "x")  # back to the half-term, not to everything
        assert "Evidence: 2 entries" in keys.screen()


async def test_an_empty_timeline_says_what_to_do(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "w", "enter")
        assert "Nothing yet. Press Esc, then E to write it down." in keys.screen()


def test_each_day_belongs_to_one_half_term(library):
    calendar = Plans(library).calendar()
    halves = [*calendar.school_year(date(2025, 10, 1)), *calendar.school_year(date(2026, 10, 1))]
    for one, following in pairwise(halves):
        assert (day_after_the_last(calendar, following) - one.last).days == 1


async def test_the_grid_counts_year_groups_term_by_term(app, year):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "m")
        assert "MT1 in 2026 to 2027" in keys.screen()
        [row] = [line.split() for line in keys.screen().splitlines() if line.startswith(" Y4 ")]
        assert row[:4] == ["Y4", "·", "·", "o2"]
        assert "Nothing this year yet for: EYFS Y1 Y2 Y3 Y6." in keys.screen()
        assert "next year" not in keys.screen()


async def test_enter_in_the_grid_shows_the_entries_of_the_cell(app, year):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "m", *["down"] * 4, "right", "right")
        assert "Y4, autumn 2026, gold: 2 entries." in keys.screen()
        await keys.press("enter")
        assert "Only: autumn 2026, MT1 gold, Y4, accepted" in keys.screen()
        assert "Evidence: 2 entries" in keys.screen()


async def test_the_school_year_before_and_back(app, year):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "m", "b")
        assert "MT1 in 2025 to 2026" in keys.screen()
        await keys.press("b", "n", "n")
        assert "MT1 in 2026 to 2027" in keys.screen()


async def test_what_is_missing_is_written_down_from_the_grid(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "m", "right", "down", "e")
        assert "It shows: MT1 silver" in keys.screen()
        assert "■Y1" in keys.screen()
