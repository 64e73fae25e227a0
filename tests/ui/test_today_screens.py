"""The desk: today, the calendar, and reports."""

from datetime import timedelta

import pytest
from openpyxl import load_workbook

from lessons.assembly.events import Events
from lessons.club.club import Clubs
from lessons.club.sessions import Sessions
from lessons.occasion import Occasions
from tests.ui.fakes import Keyboard


@pytest.fixture(autouse=True)
def term(library) -> None:
    """A session today, an assembly tomorrow, and something that happened."""
    day = library.now().date()
    Clubs(library).set(name="Sound [/bold] Lab")
    Sessions(library).plan_term(dates=[day, day + timedelta(days=7)])
    Events(library).add("assembly", day + timedelta(days=1), begins="09:10")
    Occasions(library).add("peer-teaching", year_groups=["Y3"], led_by=["Y6-otter"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_today_says_what_waits_and_leads_there(app, size):
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        app.open_place("today")
        await keys.settle()
        assert "1 thing waits for you now" in keys.screen()
        assert "session 1 of 6 today at 15:30, Sound [/bold] Lab" in keys.screen()
        assert "Tomorrow, 09:10: Assembly" in keys.screen()
        await keys.press("e")
        assert "Evidence to accept: 1" in keys.screen()
        await keys.press("a", "escape")
        assert "1 thing waits" in keys.screen()


async def test_the_calendar_moves_by_days_weeks_and_months(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("calendar")
        await keys.settle()
        assert "Tuesday 24 November 2026" in keys.screen()
        assert "Club: Hello, studio" in keys.screen()
        await keys.press("right")
        assert "09:10  Assembly" in keys.screen()
        await keys.press("left", "down")
        assert "Tuesday 1 December 2026" in keys.screen()
        assert "Calendar: December 2026" in keys.screen()
        await keys.press("pageup", "pageup")
        assert "1 October 2026" in keys.screen()
        await keys.press("left", "t")
        assert "24 November 2026" in keys.screen()
        await keys.press("y")
        assert "half-term" in keys.screen().lower()


async def test_every_thing_of_a_full_day_is_opened_by_its_number(app, library):
    Events(library).add("assembly", library.now().date(), begins="09:10")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("calendar")
        await keys.settle()
        lines = [line.split() for line in keys.screen().splitlines()]
        numbered = {line[0]: line for line in lines if line and line[0] in ("1", "2", "3") and len(line) < 12}
        for number, word in (("1", "15:30"), ("2", "09:10")):
            assert word in numbered[number]
        assert "1-9 open one" in keys.screen()
        await keys.press("2")
        assert keys.screen().lstrip().startswith("Assembly")
        await keys.press("escape", "left")
        assert "open one" not in keys.screen()


async def test_a_report_is_written_as_a_workbook(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("papers")
        await keys.settle()
        await keys.press("end")
        assert "pieces of evidence for each criterion" in keys.screen()
        while ".xlsx" not in keys.screen():
            await keys.press("f")
        await keys.press("enter")
        assert "Written" in keys.screen()
    (out,) = library.exports.glob("coverage-*.xlsx")
    assert load_workbook(out).active["A1"].value == "Criterion"


async def test_a_paper_is_never_a_workbook(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("papers")
        await keys.settle()
        for _ in range(5):
            assert ".xlsx" not in keys.screen()
            await keys.press("f")
