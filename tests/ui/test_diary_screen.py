"""The diary on the screen: reflections, conversations, trainings, and what came of them."""

from datetime import date

import pytest

from evidence.award.diary import Diary
from evidence.award.plans import Plans
from rubric.load import shipped_framework
from tests.ui.fakes import Keyboard


@pytest.fixture
def diary(library) -> Diary:
    return Diary(library)


def said(keys: Keyboard) -> str:
    return " ".join(keys.screen().split())


async def test_a_half_term_is_looked_back_at(app, diary):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "d")
        assert "At the end of a half-term press R:" in said(keys)
        await keys.press("r")
        await keys.type("The club [is] loved.")
        await keys.press("tab", "left", "tab", "2", "enter")
        assert "Kept RF-0001, a look back at Autumn, first half 2026." in said(keys)
        assert "The club [is] loved." in keys.screen()
    [reflection] = diary.reflections()
    assert (reflection.half_term, reflection.by) == ("2026-autumn-1", "head")


async def test_a_reflection_needs_words(app, diary):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "d", "r", "enter")
        assert "! The reflection has no words." in keys.screen()
    assert diary.reflections() == ()


async def test_a_conversation_keeps_what_was_agreed_and_about_which_actions(app, diary, library):
    mark = shipped_framework()
    Plans(library).add_action("Buy [two]", framework=mark, criteria=["MT2"], owner="lead")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "d", "c", "1", "tab")
        await keys.type("2026-11-20")
        await keys.press("tab")
        await keys.type("Where we stand")
        await keys.press("tab")
        await keys.type("They come and listen.")
        await keys.press("tab")
        await keys.type("ac-0001")
        await keys.press("enter")
        assert "Agreed: They come and listen." in keys.screen()
        assert "Actions: AC-0001" in keys.screen()
    [conversation] = diary.conversations()
    assert (conversation.partner, conversation.held_on) == ("mentor", date(2026, 11, 20))
    assert conversation.actions == ("AC-0001",)


async def test_a_training_asks_its_three_questions_and_weeks_later_what_came_of_it(app, diary):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "d", "t")
        await keys.type("Recording with Year 1")
        await keys.press("tab")
        await keys.type("2026-09-20")
        await keys.press("tab", "tab")
        await keys.type("The saucepan.")
        await keys.press("tab", "tab")
        await keys.type("A sound hunt.")
        await keys.press("enter")
        assert "Diary: 1 entry, 1 to ask about" in keys.screen()
        assert "Ask what came of it now (F)." in keys.screen()
        await keys.press("f")
        await keys.type("Three classes did it.")
        await keys.press("enter")
        assert "What came of it (24 November 2026): Three classes did it." in said(keys)
        assert "to ask about" not in keys.screen()
    [training] = diary.trainings()
    assert training.answers == ("The saucepan.", "", "A sound hunt.")


async def test_what_waits_stands_on_top_then_the_newest(app, diary):
    diary.reflect("Last week.")
    diary.talk("hub", "Long ago", day=date(2026, 1, 7))
    diary.add_training("Due one", by="lead", answers=("", "", ""), day=date(2026, 2, 1))
    diary.add_training("Fresh one", by="lead", answers=("", "", ""), day=date(2026, 11, 20))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "d")
        lines = [line for line in keys.screen().splitlines() if "2026-" in line][:4]
    assert [line.split()[-1] for line in lines] == ["one", "week.", "one", "ago"]
    assert lines[0].split()[0] == "!"
    assert "Fresh" in lines[2]


async def test_what_was_said_wrongly_is_taken_out_and_put_back(app, library):
    Diary(library).reflect("The robots worcked.")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "d", "x")
        assert "Nothing yet" in keys.screen()
        assert Diary(library).reflections() == ()
        await keys.press("z")
        assert "worcked" in keys.screen()
