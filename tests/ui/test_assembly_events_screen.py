"""Events on the screen: planned one by one or weekly, changed, cancelled, taken back."""

from datetime import date, timedelta

import pytest

from evidence.award.plans import Plans
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from studio.ui.screens.assembly.assembly_event_form import weekly
from tests.ui.assembly_day import TODAY, an_assembly_day, an_event, said
from tests.ui.fakes import Keyboard


async def fill(keys: Keyboard, *steps: tuple[str, str]) -> None:
    """Type into some lines of the form: the keys that lead there, then the words."""
    for way, words in steps:
        await keys.press(*way.split())
        await keys.type(words)


async def test_one_is_planned_by_its_form(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "a", "3")
        await fill(keys, ("tab", "Carols [/b]"), ("tab", "2026-12-11"), ("tab", "9.30"), ("tab tab", "Hall"))
        await keys.press("tab", "2", "tab", "3", "tab")
        await keys.type("sound, floor")
        await keys.press("enter")
        assert "Planned 1 event. Z takes it back." in said(keys)
        assert "Carols [/b]" in keys.screen()
    [event] = Events(library).all()
    assert (event.kind, event.title, event.date) == ("singing-assembly", "Carols [/b]", date(2026, 12, 11))
    assert (event.begins, event.place, event.scope) == ("09:30", "Hall", "key-stage")
    assert (event.years, event.roles) == (("Y3",), ("sound", "floor"))


async def test_one_a_week_leaves_out_weeks_without_school(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "a", "tab", "tab", "tab", "tab")
        await keys.type("6")
        await keys.press("enter")
        assert "Planned 6 events, the last on 12 January 2027." in said(keys)
    days = [event.date for event in Events(library).all()]
    assert days[0] == TODAY
    assert all(day.weekday() == TODAY.weekday() for day in days)


def test_the_holidays_are_left_out(library):
    calendar = Plans(library).calendar()
    days = weekly(date(2026, 12, 15), 3, calendar)
    assert len(days) == 3
    assert date(2026, 12, 29) not in days


@pytest.mark.parametrize("weeks", ["0", "41", "two", "-1", ""])
async def test_a_number_of_weeks_that_cannot_be_is_said(app, library, weeks):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "a", "tab", "tab", "tab", "tab")
        await keys.type(weeks)
        await keys.press("enter")
        assert "is no number of weeks." in keys.screen()
    assert Events(library).all() == ()


async def test_one_is_changed_and_z_brings_it_back(app, library):
    an_event(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "enter", "tab")
        await keys.type("Harvest festival")
        await keys.press("enter")
        assert Events(library).all()[0].title == "Harvest festival"
        await keys.press("z")
    assert Events(library).all()[0].title == "Harvest [/b]"


async def test_one_is_cancelled_with_a_reason_and_the_rota_says_so(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "x")
        await keys.type("Snow")
        await keys.press("enter")
        assert "is cancelled. A published rota says so." in said(keys)
        assert "Cancelled: Snow" in keys.screen()
    assert Events(library).one(event.id).why == "Snow"
    assert Rotas(library).all()[0].changes[-1].what == "cancelled"


@pytest.mark.parametrize("key", ["b", "z"])
async def test_a_cancelled_one_is_put_back(app, library, key):
    event = an_event(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "x")
        await keys.type("Snow")
        await keys.press("enter", key)
    assert Events(library).one(event.id).status == "planned"


async def test_one_planned_by_mistake_is_taken_back(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e", "a", "enter", "z")
        assert "Nothing is planned." in keys.screen()
    assert Events(library).coming() == ()


async def test_what_has_been_is_shown_with_v(app, library):
    an_event(library, "Long ago", day=TODAY - timedelta(days=400))
    an_event(library, "Next")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "e")
        assert "Long ago" not in keys.screen()
        await keys.press("v")
        assert "20 Oct 2025" in keys.screen()
        assert "not written down" in keys.screen()
        await keys.press("up", "d", "d")
        assert "Long ago is written down." in said(keys)
    assert Events(library).all()[0].status == "done"
