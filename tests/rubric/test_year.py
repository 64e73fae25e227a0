"""Half-terms: usual dates, the school's own, and the order they come in."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.year import BadDates, Calendar, UnknownHalfTerm, prompts

USUAL = Calendar({})


def test_a_school_year_has_six_half_terms_from_autumn_to_summer():
    codes = [each.code for each in USUAL.school_year(date(2026, 11, 21))]
    assert codes == [
        "2026-autumn-1", "2026-autumn-2", "2027-spring-1", "2027-spring-2", "2027-summer-1", "2027-summer-2",
    ]  # fmt: skip
    assert [each.code for each in USUAL.school_year(date(2027, 7, 30))] == codes


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_every_day_is_in_a_half_term_or_before_the_next(day):
    found = USUAL.at(day)
    assert day <= found.last
    assert found.first - day < timedelta(days=60)
    year = USUAL.school_year(day)
    assert all(one.last < following.first for one, following in pairwise(year))


def test_a_half_term_is_read_however_it_is_typed():
    assert USUAL.half_term(" 2027-SPRING-1 ").code == "2027-spring-1"
    for text in ("", "spring", "2027-spring-3", "1027-spring-1", "2027-winter-1", "٢٠٢٧-spring-1"):
        with pytest.raises(UnknownHalfTerm, match="autumn-1, autumn-2"):
            USUAL.half_term(text)


def test_a_schools_own_dates_stand():
    own = USUAL.with_dates("2027-Spring-1", date(2027, 1, 4), date(2027, 2, 12))
    assert own.half_term("2027-spring-1").first == date(2027, 1, 4)
    assert own.half_term("2028-spring-1").first == date(2028, 1, 5)
    assert own.at(date(2027, 2, 13)).code == "2027-spring-2"


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2027-spring-1", "2027-02-12", "2027-01-04"),
        ("2027-spring-1", "2026-01-04", "2026-02-12"),
        ("2027-spring-1", "2027-01-04", "2027-03-12"),
        ("2027-summer-1", "2027-03-20", "2027-05-20"),
        ("2026-autumn-1", "2026-07-10", "2026-10-20"),
        ("2027-summer-2", "2027-06-01", "2027-09-05"),
    ],
)
def test_dates_that_cannot_be_are_refused(code, first, last):
    with pytest.raises(BadDates):
        USUAL.with_dates(code, date.fromisoformat(first), date.fromisoformat(last))


def test_there_are_three_questions_and_six_weeks():
    assert [question.key for question in prompts().questions] == ["helped", "missing", "change"]
    assert all(question.text.endswith("?") for question in prompts().questions)
    assert prompts().follow_up == timedelta(weeks=6)


@pytest.mark.parametrize("first", [date(2027, 9, 6), date(2027, 8, 25)])
def test_a_school_year_may_begin_later_or_earlier_than_is_usual(first):
    own = Calendar({}).with_dates("2027-autumn-1", first, date(2027, 10, 22))
    assert own.school_year(first)[0].first == first
    with pytest.raises(BadDates):
        own.with_dates("2027-summer-2", date(2027, 6, 1), first)
