"""The target and the gaps to it, and how a gap or an idea becomes an action."""

from datetime import date

import pytest

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from lessons.idea import ideas_for
from rubric.load import shipped_framework
from rubric.year import Calendar
from studio.ui.screens.award.target import good_day
from tests.ui.fakes import Keyboard

MARK = shipped_framework()
OURS = {"view": "school", "framework": MARK}


@pytest.fixture
def audits(library) -> Audits:
    found = Audits(library)
    found.start("baseline", **OURS)
    for criterion in MARK.criteria:
        found.judge(criterion.code, "bronze" if criterion.area.code == "MT" else "gold", **OURS)
    return found


def said(keys: Keyboard) -> str:
    return " ".join(keys.screen().split())


async def test_a_target_is_chosen_and_leads_to_the_gaps(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "t", "2", "tab")
        await keys.type("2027-06-30")
        await keys.press("tab", "right", "tab", "3", "enter")
        assert "Gaps: 3 gaps to silver" in keys.screen()
        assert "The target is silver by 30 June 2027." in keys.screen()
        await keys.press("escape")
        assert "aim: silver by June" in keys.screen()
    found = audits.target(MARK.id)
    assert (found.level, found.by_date, found.decided_by, found.phase) == (
        "silver",
        date(2027, 6, 30),
        "head",
        "special",
    )


async def test_a_new_target_begins_with_the_one_before_which_is_kept(app, audits):
    audits.set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="governor", phase="primary", framework=MARK
    )
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "g", "t")
        assert "■gold" in keys.screen()
        assert "Until now: gold by 1 July 2027, decided by: governor." in keys.screen()
        await keys.press("left", "enter", "escape")
        assert "aim: silver" in keys.screen()  # from the gaps one comes back to them
    assert [each.level for each in audits._targets.all()] == ["gold", "silver"]


async def test_a_wrong_day_is_said_and_nothing_typed_is_lost(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "t", "3", "tab")
        await keys.type("next July")
        await keys.press("enter")
        assert "“next July” is not a date." in said(keys)
        assert "■gold" in keys.screen()
    assert audits.target(MARK.id) is None


async def test_without_a_target_the_gaps_say_what_to_press(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "g")
        assert "Press T to choose what to aim for." in keys.screen()
        assert "A action" not in keys.screen()
        await keys.press("a", "1", "z", "enter", "d")
        assert "Gaps: no target yet" in keys.screen()


async def test_a_gap_becomes_an_action_with_one_key_and_z_drops_it(app, audits, library):
    audits.set_target("silver", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "g", "down", "a")
        assert "MT2 bronze 1 action" in said(keys)
        assert "until the end of Spring, first half 2027" in said(keys)
        [action] = Plans(library).actions()
        await keys.press("z")
        assert "AC-0001 is dropped." in keys.screen()
        assert "1 action" not in keys.screen()
    assert (action.title, action.criteria, action.owner) == (
        "Towards silver in MT2: Pupil ownership / community",
        ("MT2",),
        "lead",
    )
    assert action.success == MARK.criterion("MT2").descriptor("silver").text
    assert Plans(library).actions()[0].status == "dropped"


async def test_an_idea_becomes_an_action_with_its_digit(app, audits, library):
    audits.set_target("gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK)
    ideas = [idea for idea in ideas_for("MT1") if idea.claim.level in ("silver", "gold")]
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "g")
        assert f"1 Idea: {ideas[0].title}." in said(keys)
        await keys.press("2", "9")
    [action] = Plans(library).actions()
    assert action.title == ideas[1].title
    assert action.success == MARK.criterion("MT1").descriptor(ideas[1].claim.level).text


async def test_the_gaps_of_the_hubs_view_are_its_own(app, audits):
    audits.set_target("silver", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "g", "v")
        assert "29 gaps to silver" in keys.screen()
        await keys.press("m")
        assert "3 gaps to silver" in keys.screen()
        await keys.press("enter")
        assert "MT1 bronze: 0 entries" in keys.screen()  # cumulative: bronze comes first


@pytest.mark.parametrize(
    ("today", "day"), [(date(2026, 11, 24), date(2027, 7, 21)), (date(2027, 6, 1), date(2028, 7, 21))]
)
def test_a_target_has_a_school_year_with_time_enough(today, day):
    assert good_day(Calendar({}), today) == day
