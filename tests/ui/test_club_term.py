"""Every session of the club: planned, moved, called off, looked at, counted."""

from datetime import UTC, date, datetime

import pytest

from evidence.library import Library
from lessons.club.member import Members
from lessons.club.sessions import Sessions
from tests.ui.club import a_club, a_term
from tests.ui.fakes import Keyboard, a_sound


@pytest.fixture
def library(library) -> Library:
    a_club(library)
    return library


def members(library: Library) -> list[str]:
    return [each.code for each in Members(library).here()]


async def test_a_half_term_is_planned_and_the_form_says_which_days_before(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t")
        assert "No session is planned yet." in keys.screen()
        await keys.press("p")
        assert "4 days: Tue 24 Nov, Tue 1 Dec, Tue 8 Dec, Tue 15 Dec." in keys.screen()
        await keys.press("enter")
        assert "Planned: 4 sessions." in keys.screen()
        assert "today" in keys.screen()
        await keys.press("z")
        assert "No session is planned yet." in keys.screen()
        await keys.press("p", "enter", "down", "b")
        assert [each.date.day for each in Sessions(library).all()] == [24, 8, 15]
        await keys.press("z")
    assert [each.date.day for each in Sessions(library).all()] == [24, 1, 8, 15]


async def test_the_form_says_when_the_plan_is_over_before_the_half_term_is(app, library, clock):
    clock.now = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "p")
        drawn = " ".join(keys.screen().split())
        assert "6 days: Tue 8 Sep, Tue 15 Sep" in drawn
        assert "Tue 20 Oct" not in drawn
        assert "Then the plan is over: 1 day stays free." in drawn
        await keys.press("tab", "right")
        assert "7 days: Tue 8 Sep" in " ".join(keys.screen().split())
        assert "stays free" not in keys.screen()
        await keys.press("enter")
        assert "Planned: 7 sessions." in keys.screen()


async def test_own_days_and_another_plan_can_be_chosen(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "p", "tab", "right", "tab")
        await keys.type("2026-12-03, 2026-12-10")
        await keys.settle()
        assert "2 days: Thu 3 Dec, Thu 10 Dec." in keys.screen()
        await keys.type("soon")
        assert "One of these is no date." in keys.screen()
        await keys.type("2026-12-03, 2026-12-10")
        await keys.press("enter")
    planned = Sessions(library).all()
    assert [(each.date, each.plan) for each in planned] == [
        (date(2026, 12, 3), "twelve"),
        (date(2026, 12, 10), "twelve"),
    ]


async def test_a_session_moves_gets_a_name_and_does_not_happen_each_taken_back(app, library, clock):
    today = a_term(library, clock)
    sessions = Sessions(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "m")
        await keys.type("2026-11-26")
        await keys.press("enter")
        assert "Moved to 26 November 2026." in keys.screen()
        assert sessions.one(today.id).date == date(2026, 11, 26)
        await keys.press("z", "n")
        await keys.type("Kitchen [day]")
        await keys.press("enter")
        assert "Kitchen [day]" in keys.screen()
        await keys.press("z", "x")
        await keys.type("Snow")
        await keys.press("enter")
        assert "· Snow" in keys.screen()
        await keys.press("z")
    now = sessions.one(today.id)
    assert (now.date, now.title, now.status) == (today.date, today.title, "planned")


async def test_a_session_of_last_week_is_said_to_have_been_held(app, library, clock):
    today = a_term(library, clock, held=0)
    sessions = Sessions(library)
    last = sessions.all()[2]
    sessions.marks(last.id, dict.fromkeys(members(library), "here"))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "up")
        assert "held?" in keys.screen()
        await keys.press("f")
        assert sessions.one(last.id).status == "held"
        await keys.press("z")
        assert sessions.one(last.id).status == "open"
        await keys.press("down", "m")
        await keys.type("next week")
        await keys.press("enter")
        assert "is not a date" in keys.screen()
    assert sessions.one(today.id).date == today.date


async def test_any_session_can_be_looked_at_with_what_was_said_and_made(app, library, clock):
    today = a_term(library, clock)
    sessions = Sessions(library)
    codes = members(library)
    sessions.marks(today.id, dict.fromkeys(codes, "here"))
    sessions.say(today.id, "plenary", "Like a door [in] space")
    a_sound(library, "Saucepan laser", year="Y4")
    sessions.hold(today.id)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "enter")
        drawn = keys.screen()
        assert "“Like a door [in] space” (plenary)" in drawn
        assert "“Saucepan laser” Y4 0:03, kept" in drawn
        assert "12 here, from Y3, Y4, Y5 and Y6" in drawn
        assert codes[0] not in drawn  # who came stands in the register alone
        await keys.press("r", "a")
        assert sessions.one(today.id).mark_of(codes[0]) == "away"


async def test_counts_are_shown_and_written_as_a_paper(app, library, clock):
    a_term(library, clock, held=3)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "c")
        assert "12 of 12" in keys.screen()
        assert "3 sessions held." in keys.screen()
        await keys.press("w")
        assert "Written:" in keys.screen()
        await keys.press("f", "f", "w")
        await keys.press("left")
        assert "No session was held in this half-term." in keys.screen()
        await keys.press("right")
        assert "3 sessions held." in keys.screen()
    assert sorted(path.suffix for path in library.exports.iterdir()) == [".pdf", ".xlsx"]


async def test_the_plan_of_a_session_that_was_not_held_comes_next_time_or_one_of_our_own(app, library, clock):
    today = a_term(library, clock)
    sessions = Sessions(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "down", "s")
        await keys.type(str(today.step))
        await keys.press("enter")
        following = sessions.all()[4]
        assert (following.step, following.title) == (today.step, today.title)
        await keys.press("s")
        await keys.type("0")
        await keys.press("enter")
        assert "Our own session" in keys.screen()
        assert sessions.one(following.id).plan == ""
        await keys.press("z", "z")
        assert sessions.one(following.id).step == today.step + 1
        await keys.press("s")
        await keys.type("99")
        await keys.press("enter")
        assert "The plan has no session 99." in keys.screen()


async def test_the_plan_of_a_session_goes_on_paper_with_what_to_have_ready(app, library, clock):
    today = a_term(library, clock)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "enter")
        assert "Kit" in keys.screen()
        assert "headphone splitters" in keys.screen()
        await keys.press("k")
        assert f"club-plan-{today.id.lower()}.pdf" in " ".join(keys.screen().split())
    [written] = library.exports.glob("*.pdf")
    assert written.read_bytes()[:5] == b"%PDF-"
