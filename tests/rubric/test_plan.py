"""Actions of the plan."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.plan import Action, BadCost, NoImpact, Training, chosen, parse_pounds, pounds
from rubric.year import Calendar

CALENDAR = Calendar({})
MADE = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
CLUB = Action(
    id="AC-0001",
    title="Club",
    framework="lsms-mqm-2015",
    criteria=("MT3", "C6"),
    owner="lead",
    start="2026-autumn-2",
    end="2027-spring-1",
    made=MADE,
)


def test_an_action_is_late_when_its_last_half_term_is_over():
    assert not CLUB.is_late(CALENDAR, date(2027, 2, 13))
    assert CLUB.is_late(CALENDAR, date(2027, 2, 14))
    assert not replace(CLUB, status="dropped").is_late(CALENDAR, date(2027, 2, 14))
    assert CLUB.age_days(date(2026, 12, 1)) == 10


def test_an_action_is_done_with_its_impact_only():
    with pytest.raises(NoImpact, match="what is different now"):
        replace(CLUB, status="done")
    assert not replace(CLUB, status="done", impact="All record now.").is_open


@pytest.mark.parametrize("given", [{"status": "perhaps"}, {"criteria": ()}, {"cost_pence": -1}])
def test_an_action_that_cannot_be_is_a_bug(given):
    with pytest.raises(ValueError, match=r"status|criterion"):
        replace(CLUB, **given)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["AC-0002", "AC-0001"]),
        ({"status": "started"}, ["AC-0002"]),
        ({"criterion": "mt3"}, ["AC-0001"]),
        ({"owner": "Head"}, ["AC-0002"]),
        ({"half_term": "2027-spring-1"}, ["AC-0001"]),
        ({"half_term": "2026-autumn-2"}, ["AC-0002", "AC-0001"]),
        ({"half_term": "2027-summer-1"}, []),
        ({"late": True}, ["AC-0002"]),
    ],
)
def test_actions_are_chosen_and_those_that_end_first_stand_on_top(asked, ids):
    other = replace(
        CLUB, id="AC-0002", criteria=("MT1",), owner="head", status="started", end="2026-autumn-2"
    )
    found = chosen([CLUB, other], CALENDAR, today=date(2027, 1, 10), **asked)
    assert [action.id for action in found] == ids


@pytest.mark.parametrize(
    ("text", "pence"), [("40", 4000), ("12.50", 1250), ("£1,200", 120000), (" 0 ", 0), ("£1,200.05", 120005)]
)
def test_a_cost_is_read_as_it_is_written(text, pence):
    assert parse_pounds(text) == pence


@pytest.mark.parametrize("text", ["", "-4", "12.5", "1,2", "twelve", "1e3", "١٢", "99999999"])
def test_what_is_no_cost_is_refused(text):
    with pytest.raises(BadCost):
        parse_pounds(text)


@given(st.integers(0, 999_999_999))
def test_a_cost_that_is_shown_is_read_back(pence):
    assert parse_pounds(pounds(pence)) == pence


def test_a_training_is_due_until_something_came_of_it():
    training = Training(
        id="TR-0001", title="Mics", attended_on=date(2026, 9, 1), by="lead", answers=("", "", ""),
        follow_up=date(2026, 10, 13), when=MADE,
    )  # fmt: skip
    assert not training.is_due(date(2026, 10, 12))
    assert training.is_due(date(2026, 10, 13))
    assert not replace(training, came_of_it="Used weekly.").is_due(date(2026, 10, 13))
