"""The award's screens with a school year in them: safe glyphs, literal words, help, any size of window."""

from datetime import date

import pytest

from assets import asset
from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.plans import Plans
from rubric.load import shipped_framework
from studio.ui.text import SAFE_GLYPHS
from tests.ui.fakes import Keyboard, an_entry

MARK = shipped_framework()
HOSTILE = "take [1] [bold]x [/ \x1b[31mred <b>"
SHOWN = "take [1] [bold]x [/"
PLACES = {
    "mark": ("6",),
    "audit": ("6", "a"),
    "numbers": ("6", "a", "u"),
    "target": ("6", "t"),
    "gaps": ("6", "g"),
    "plan": ("6", "p"),
    "an action": ("6", "p", "enter"),
    "dates": ("6", "p", "y"),
    "diary": ("6", "d"),
}


@pytest.fixture
def a_year(library):
    """An audit, a target, a plan with all kinds of actions, and a diary."""
    an_entry(library, HOSTILE, "O1:bronze")
    audits, plans, diary = Audits(library), Plans(library), Diary(library)
    audits.start("baseline", view="school", framework=MARK)
    for criterion in MARK.criteria:
        audits.judge(criterion.code, "bronze", view="school", framework=MARK, reason=HOSTILE)
    audits.set_target("gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK)
    given = {"framework": MARK, "criteria": ["O1"], "owner": "lead", "success": HOSTILE}
    plans.add_action(HOSTILE, start="2026-autumn-1", end="2026-autumn-1", cost_pence=123_456, **given)
    for number in range(30):
        action = plans.add_action(f"{HOSTILE} {number}", end="2027-summer-2", **given)
    plans.edit_action(action.id, framework=MARK, status="done", impact=HOSTILE)
    diary.reflect(HOSTILE)
    diary.talk("hub", HOSTILE, agreed=HOSTILE)
    diary.add_training(HOSTILE, by="lead", answers=(HOSTILE,) * 3, day=date(2026, 9, 1))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_has_safe_glyphs_and_words_as_they_were_typed(app, a_year, size):
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        for place, way in PLACES.items():
            await keys.press(*way)
            screen = keys.screen()
            strange = {
                glyph for glyph in screen if not (" " <= glyph <= "~" or glyph in SAFE_GLYPHS | {"\n"})
            }
            assert strange == set(), place
            assert place in ("numbers", "dates", "target") or SHOWN in screen, place
            assert asset("help", f"{app.screen.HELP_PAGE}.md").is_file()
            await keys.home()


async def test_a_window_of_any_size_ends_nothing(app, a_year):
    async with app.run_test(size=(20, 6)) as pilot:
        keys = Keyboard(pilot)
        for way in PLACES.values():
            await keys.press(*way, "down", "pagedown", "end", "up")
            await pilot.resize_terminal(132, 43)
            await pilot.resize_terminal(20, 6)
            await keys.home()


async def test_a_long_plan_is_walked_with_pages_and_headings_are_stepped_over(app, a_year):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "p")
        for key in ("down", "up", "pagedown", "pageup", "end", "home"):
            await keys.press(key)
            assert "S start" in keys.screen() or "Enter change" in keys.screen(), key


async def test_going_round_the_award_leads_no_deeper(app, a_year):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "g", "p", "g", "p", "r", "p", "g", "p")
        assert [type(each).__name__ for each in app.screen_stack] == [
            "HomeScreen",
            "QualityMarkScreen",
            "GapsScreen",
            "PlanScreen",
        ]
