from datetime import date

import pytest

from evidence.award.plans import Plans
from lessons.club.club import Clubs
from lessons.club.schedule import NoDays, span
from tests.lessons.club.a_club import FIRST


def test_a_half_term_is_planned_on_the_clubs_day(school):
    planned = school.plan()
    assert [each.date.isoformat() for each in planned] == [
        "2026-11-03",
        "2026-11-10",
        "2026-11-17",
        "2026-11-24",
        "2026-12-01",
        "2026-12-08",
    ]
    assert [(each.number, each.step) for each in planned] == [(n, n) for n in range(1, 7)]
    assert planned[0].resources
    assert (planned[0].title, planned[0].begins, planned[0].scope) == ("Hello, studio", "15:30", "school")


def test_the_schools_own_dates_are_kept_to(school):
    Plans(school.library).set_dates("2026-autumn-2", date(2026, 11, 9), date(2026, 11, 27))
    assert [each.date.day for each in school.plan()] == [10, 17, 24]


def test_planning_goes_on_in_the_plan_and_begins_again_after_it(school):
    first = school.sessions.plan_term(dates=[date(2026, 11, 3), date(2026, 11, 10)])
    assert [each.step for each in first] == [1, 2]
    assert [each.step for each in school.plan()] == [3, 4, 5, 6]
    spring = school.sessions.plan_term("2027-spring-1")
    assert [each.step for each in spring] == [1, 2, 3, 4, 5, 6]
    assert spring[0].number == 1


def test_days_beyond_the_plan_are_sessions_of_ones_own(school):
    days = [date(2026, 11, day) for day in range(1, 9)]
    planned = school.sessions.plan_term(dates=days)
    assert [each.step for each in planned] == [1, 2, 3, 4, 5, 6, 0, 0]
    assert planned[-1].title == "Club session"
    assert school.sessions.plan(planned[-1].id).part("activity").minutes == 30


def test_a_longer_plan_fills_the_half_term_and_goes_on_in_the_next(school):
    Clubs(school.library).set(plan="twelve")
    assert [each.step for each in school.plan()] == [1, 2, 3, 4, 5, 6, 7]
    assert school.sessions.plan_term("2027-spring-1")[0].step == 8


def test_a_session_in_the_holidays_counts_to_the_half_term_that_follows(school):
    calendar = Plans(school.library).calendar()
    first, last = span(calendar, calendar.half_term("2026-autumn-2"))
    assert (first, last) == (date(2026, 10, 25), date(2026, 12, 19))
    (made,) = school.sessions.plan_term(dates=[date(2026, 10, 28)])
    assert school.sessions.of("2026-autumn-2") == (made,)


def test_days_that_have_a_session_are_left_alone(school):
    school.plan()
    assert [each.date.day for each in school.plan()] == [15]
    with pytest.raises(NoDays, match="each of these days"):
        school.plan()


def test_nothing_is_planned_for_days_that_have_gone(school):
    school.clock.day = date(2026, 12, 2)
    assert [each.date for each in school.plan()] == [date(2026, 12, 8), date(2026, 12, 15)]
    school.clock.day = date(2026, 12, 17)
    with pytest.raises(NoDays, match="no Tuesday left"):
        school.plan()


def test_a_club_that_meets_on_different_days_gives_dates(school):
    Clubs(school.library).set(weekday="none")
    with pytest.raises(NoDays, match="no day of the week"):
        school.plan()
    assert school.sessions.plan_term(dates=[FIRST])[0].date == FIRST
