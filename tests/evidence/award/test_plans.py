"""The action plan in the library."""

from datetime import date

import pytest

from evidence.award.plans import Plans, WrongOrder
from evidence.check import check_library
from evidence.codes import UnknownRole
from evidence.library import UnknownRecord
from rubric.framework import UnknownCriterion
from rubric.load import shipped_framework
from rubric.plan import NoImpact
from rubric.year import BadDates, UnknownHalfTerm
from tests.evidence.given import NOW, a_library, again

MARK = shipped_framework()
CLUB = {"framework": MARK, "criteria": ["mt3", "MT3", "C6"], "owner": "Lead"}


@pytest.fixture
def plans(tmp_path) -> Plans:
    return Plans(a_library(tmp_path))


def test_an_action_is_kept_and_begins_now_unless_told(plans, tmp_path):
    action = plans.add_action("Sunny  club", success="Six sessions", cost_pence=1250, **CLUB)
    assert (action.id, action.title, action.criteria) == ("AC-0001", "Sunny club", ("MT3", "C6"))
    assert (action.start, action.end, action.status) == ("2026-autumn-2", "2026-autumn-2", "planned")
    assert (action.owner, action.made) == ("lead", NOW)
    library = again(a_library(tmp_path))
    assert Plans(library).actions() == (action,)
    assert check_library(library) == ()


def test_an_action_is_changed_and_done_in_one_line_each(plans, tmp_path):
    plans.add_action("Club", **CLUB)
    plans.edit_action("ac-0001", framework=MARK, status="started", end="2027-Spring-1", by="head")
    with pytest.raises(NoImpact):
        plans.edit_action("AC-0001", framework=MARK, status="done")
    done = plans.edit_action("AC-0001", framework=MARK, status="done", impact=" All record. ")
    assert (done.end, done.impact, done.done_on) == ("2027-spring-1", "All record.", NOW.date())
    lines = [(line.action, line.id, line.who) for line in a_library(tmp_path).journal.lines()]
    assert lines == [("added", "AC-0001", "lead"), ("started", "AC-0001", "head"), ("done", "AC-0001", None)]
    assert plans.edit_action("AC-0001", framework=MARK, status="started").done_on is None


def test_what_cannot_be_is_refused_and_not_kept(plans):
    for fault, given in (
        (UnknownCriterion, {"criteria": ["MT9"]}),
        (UnknownRole, {"owner": "Ms Jones"}),
        (UnknownHalfTerm, {"end": "Easter"}),
        (WrongOrder, {"end": "2026-spring-1"}),
    ):
        with pytest.raises(fault):
            plans.add_action("Club", **(CLUB | given))
    with pytest.raises(UnknownRecord):
        plans.edit_action("AC-0009", framework=MARK, status="started")
    assert plans.actions() == ()


def test_the_schools_own_dates_are_kept_in_one_record(plans, tmp_path):
    plans.set_dates("2027-spring-1", date(2027, 1, 4), date(2027, 2, 12))
    plans.set_dates("2027-spring-2", date(2027, 2, 22), date(2027, 3, 25))
    with pytest.raises(BadDates):
        plans.set_dates("2027-spring-1", date(2027, 1, 4), date(2027, 2, 28))
    calendar = Plans(again(a_library(tmp_path))).calendar()
    assert sorted(calendar.own) == ["2027-spring-1", "2027-spring-2"]
    assert calendar.half_term("2027-spring-1").last == date(2027, 2, 12)


def test_first_dates_put_in_by_two_programs_at_one_moment_are_both_kept(plans, tmp_path, monkeypatch):
    other = Plans(again(a_library(tmp_path)))
    monkeypatch.setattr(other._calendars, "all", tuple)
    plans.set_dates("2027-spring-1", date(2027, 1, 4), date(2027, 2, 12))
    other.set_dates("2027-summer-1", date(2027, 4, 12), date(2027, 5, 21))
    assert sorted(plans.calendar().own) == ["2027-spring-1", "2027-summer-1"]
