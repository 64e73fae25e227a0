"""The club's plans, questions and rules, and the brief cards: all there, and fit for children."""

from typing import Any

import pytest

from tests.assets.content import BRIEFS, PARTS, PLANS, YEARS, sentence_lengths, table

TOOLS = {"record", "tidy", "change", "pads", "beat", "join", "voice", "instruments"}
SESSIONS = {
    f"{plan_id}-{session['number']}": session
    for plan_id, plan in PLANS.items()
    for session in plan["sessions"]
}


def span_of(brief: dict[str, Any]) -> list[str]:
    """The years that a card is good for."""
    first, last = brief["years"]
    return YEARS[YEARS.index(first) : YEARS.index(last) + 1]


@pytest.mark.parametrize(("plan", "count"), [("six", 6), ("twelve", 12)])
def test_a_plan_has_its_sessions_each_with_a_new_word(plan, count):
    assert set(PLANS[plan]) == {"id", "title", "about", "sessions"}
    assert PLANS[plan]["id"] == plan
    sessions = PLANS[plan]["sessions"]
    assert [session["number"] for session in sessions] == list(range(1, count + 1))
    assert len({session["word"] for session in sessions}) == count
    assert len({session["title"] for session in sessions}) == count


@pytest.mark.parametrize("session", SESSIONS.values(), ids=SESSIONS)
def test_a_session_has_six_parts_and_work_for_ambassadors(session):
    assert set(session) == {"number", "title", "word", "parts", "resources", "level_up", "log"}
    assert [part["name"] for part in session["parts"]] == PARTS
    assert sum(part["minutes"] for part in session["parts"]) == 50
    assert len(session["resources"]) >= 3
    assert sum("ambassador" in part for part in session["parts"]) >= 3
    for part in session["parts"]:
        assert part["do"]
        assert part["say"]
        assert part["ask"].endswith("?")


def test_the_plan_of_twelve_leads_to_gold():
    titles = [session["title"] for session in PLANS["twelve"]["sessions"]]
    for step in (
        "Tidy by hand",
        "Record a friend: voices",
        "Record a friend: instruments",
        "The edit clinic",
    ):
        assert step in titles


def test_the_clinic_of_session_eight_has_the_six_recordings_that_it_speaks_of():
    clinic = PLANS["twelve"]["sessions"][7]
    assert clinic["title"] == "The edit clinic"
    assert any("six broken recordings" in line for line in clinic["resources"])
    assert len(table("sounds", "clinic", "clinic.toml")["patients"]) == 6


def test_there_are_questions_for_each_of_the_seven_tools():
    prompts = table("club", "prompts.toml")["prompts"]
    assert [row["tool"] for row in prompts] == [
        *("record", "tidy", "change", "pads", "beat", "join", "listen"),
    ]
    for row in prompts:
        assert len(row["ask"]) >= 5
        assert all(sum(sentence_lengths(ask)) <= 14 for ask in row["ask"])


def test_the_rules_can_be_read_out_to_children():
    for rule in table("club", "safe-and-fair.toml")["rules"]:
        assert max(sentence_lengths(rule["text"])) <= 14


def test_the_names_are_different_and_fit_on_a_badge():
    names = table("club", "names.toml")["names"]
    assert len(set(names)) == len(names) >= 20
    assert max(map(len, names)) <= 24


def test_there_are_more_than_forty_cards_for_every_year_and_many_purposes():
    assert len(BRIEFS) >= 42
    assert len({brief["id"] for brief in BRIEFS}) == len({brief["title"] for brief in BRIEFS}) == len(BRIEFS)
    for year in YEARS:
        assert sum(year in span_of(brief) for brief in BRIEFS) >= 10, year
    assert {brief["purpose"] for brief in BRIEFS} >= {
        *("character", "game", "artwork", "poetry", "celebration", "season", "place", "story", "film"),
        *("machine", "voice", "silence", "science", "history", "weather", "sport", "journey", "nature"),
    }


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: brief["id"])
def test_a_card_can_be_read_made_and_judged_by_children(brief):
    assert set(brief) - {"criteria"} == {
        *("id", "title", "hook", "make", "must", "seconds", "tools", "years", "tie_break", "purpose", "mood"),
    }
    shortest, longest = brief["seconds"]
    assert 1 <= shortest < longest <= 60
    assert max(sentence_lengths(brief["hook"])) <= 12
    assert max(sentence_lengths(brief["make"])) <= 20
    assert 2 <= len(brief["must"]) <= 3
    assert brief["tie_break"].endswith("?")
    assert set(brief["tools"]) <= TOOLS
    assert span_of(brief)


@pytest.mark.parametrize(
    "brief", [each for each in BRIEFS if "criteria" in each], ids=lambda brief: brief["id"]
)
def test_the_own_questions_of_a_card_stand_beside_whether_it_fits(brief):
    assert 2 <= len(brief["criteria"]) <= 3
    assert all(question.endswith("?") and "brief" not in question for question in brief["criteria"])
