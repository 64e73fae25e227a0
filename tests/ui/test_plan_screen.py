"""The plan on the screen: sections, what becomes of an action, its form, and the school's dates."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from rubric.load import shipped_framework
from tests.ui.fakes import NOW, Keyboard, an_entry

MARK = shipped_framework()


@pytest.fixture
def plans(library) -> Plans:
    return Plans(library)


def an_action(plans: Plans, title: str = "Buy [two]", **given):
    return plans.add_action(title, framework=MARK, **({"criteria": ["MT2"], "owner": "lead"} | given))


def said(keys: Keyboard) -> str:
    return " ".join(keys.screen().split())


def places(keys: Keyboard, *words: str) -> list[int]:
    screen = keys.screen()
    return [screen.index(each) for each in words]


async def test_actions_stand_under_their_last_half_term_with_what_is_late(app, plans):
    an_action(plans, "Later", start="2026-autumn-2", end="2027-spring-1", cost_pence=1250)
    an_action(plans, "Over [now]", start="2026-autumn-1", end="2026-autumn-1", cost_pence=100)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p")
        assert "Plan: 2 actions, 1 late" in keys.screen()
        assert "costs £13.50" in keys.screen()
        found = places(keys, "Autumn, first half 2026", "Over [now]", "Spring, first half 2027", "Later")
        assert found == sorted(found)
        [late] = [line for line in keys.screen().splitlines() if "AC-0002" in line]
        assert late.split()[:4] == ["AC-0002", "!", "late", "lead"]


async def test_an_action_is_planned_by_the_form(app, plans):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "a")
        await keys.type("Ambassadors' hour")
        await keys.press("tab")
        await keys.type("mt2 C6")
        assert "For: MT2 Pupil ownership" in said(keys)
        await keys.press("tab", "3", "tab", "tab", "right", "tab")
        await keys.type("Six children lead.")
        await keys.press("tab")
        await keys.type("12.50")
        await keys.press("enter")
        assert "Planned AC-0001. Z takes it back." in keys.screen()
    [action] = plans.actions()
    assert (action.title, action.criteria, action.owner) == ("Ambassadors' hour", ("MT2", "C6"), "head")
    assert (action.start, action.end) == ("2026-autumn-2", "2027-spring-2")
    assert (action.success, action.cost_pence) == ("Six children lead.", 1250)


@pytest.mark.parametrize(
    ("codes", "cost", "words"),
    [
        ("", "", "It is for no criterion yet."),
        ("MT9", "", "no criterion “MT9”"),
        ("MT1", "a lot", "“a lot” is not a cost."),
    ],
)
async def test_what_the_form_cannot_take_is_said_and_nothing_typed_is_lost(app, plans, codes, cost, words):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "a")
        await keys.type("Buy [two]")
        await keys.press("tab")
        await keys.type(codes)
        await keys.press("tab", "tab", "tab", "tab", "tab")
        await keys.type(cost)
        await keys.press("enter")
        assert words in said(keys)
        assert "Buy [two]" in keys.screen()
    assert plans.actions() == ()


async def test_an_action_starts_and_is_done_with_what_is_different_now(app, plans):
    an_action(plans)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "s")
        assert "AC-0001 is started." in keys.screen()
        assert "S start" not in keys.screen()
        await keys.press("d", "enter")
        assert "! AC-0001 cannot be done without its impact." in keys.screen()
        await keys.press("d")
        await keys.type("All of Year 4 record.")
        await keys.press("enter")
        assert "What is different now (24 November 2026): All of Year 4 record." in said(keys)
    [action] = plans.actions()
    assert (action.status, action.impact, action.done_on) == ("done", "All of Year 4 record.", NOW.date())


async def test_every_change_can_be_taken_back(app, plans):
    before = plans.edit_action(
        an_action(plans).id, framework=MARK, status="done", impact="Much.", done_on=date(2026, 11, 2)
    )
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "enter")
        await keys.type("Another title")
        await keys.press("enter")
        assert plans.actions()[0].title == "Another title"
        await keys.press("z")
        assert "AC-0001 is as it was." in keys.screen()
        assert plans.actions() == (before,)
        assert "Z undo" not in keys.screen()
        await keys.press("a")
        await keys.type("New")
        await keys.press("tab")
        await keys.type("MT1")
        await keys.press("enter", "z")
        assert "AC-0002 is dropped." in keys.screen()
    assert [each.status for each in plans.actions()] == ["done", "dropped"]


async def test_evidence_of_what_an_action_changed_stands_with_it(app, plans, library):
    action = an_action(plans)
    entry = an_entry(library, "Year 4 [leads]", "MT2:silver")
    library.save_entry(replace(entry, action_id=action.id, impact="They ask to lead."), "edited")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p")
        assert "EV-2026-0001 “Year 4 [leads]”: They ask to lead." in said(keys)


async def test_evidence_is_written_of_what_an_action_changed(app, plans, library):
    action = an_action(plans)
    plans.edit_action(action.id, framework=MARK, status="done", impact="They ask to lead.")
    Audits(library).set_target(
        "silver", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK
    )
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "w")
        assert "It shows: MT2 silver" in keys.screen()
        await keys.press("enter")
        assert "Saved as EV-2026-0001, for MT2 silver." in keys.screen()
        assert "EV-2026-0001 “Buy [two]”: They ask to lead." in said(keys)
    [entry] = library.entries()
    assert (entry.action_id, entry.impact) == ("AC-0001", "They ask to lead.")


async def test_only_what_is_still_to_do_can_be_shown(app, plans):
    an_action(plans, "Going on")
    plans.edit_action(an_action(plans, "Given up").id, framework=MARK, status="dropped")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p")
        assert "Given up" in keys.screen()
        await keys.press("v")
        assert "Given up" not in keys.screen()
        await keys.press("x")
        assert "Nothing is still to do. V shows everything." in said(keys)
        await keys.press("z")
        assert "Going on" in keys.screen()


async def test_the_marked_action_stays_marked_when_it_moves(app, plans):
    an_action(plans, "First", end="2026-autumn-2")
    an_action(plans, "Second", end="2027-spring-1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "down", "s", "d")
        await keys.type("Much.")
        await keys.press("enter")
    assert [each.status for each in plans.actions()] == ["planned", "done"]


async def test_the_schools_own_dates_are_kept_and_taken_back(app, plans):
    usual = plans.calendar().half_term("2027-spring-1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p", "y", "down", "down", "enter")
        await keys.type("2027-01-04 2027-02-12")
        await keys.press("enter")
        assert "your dates" in keys.screen()
        own = plans.calendar().half_term("2027-spring-1")
        await keys.press("z")
        assert "Spring, first half 2027 is as it was." in keys.screen()
        await keys.press("enter")
        await keys.type("in January")
        await keys.press("enter")
        assert "“in January” are not two days." in said(keys)
    assert (own.first, own.last) == (date(2027, 1, 4), date(2027, 2, 12))
    assert plans.calendar().half_term("2027-spring-1") == usual
