"""The school's own lists, inputs and cards on the screen."""

import pytest

from lessons.assembly.inputs import Inputs
from lessons.assembly.lists import Checklists
from tests.ui.assembly_day import an_assembly_day, for_pupils, said
from tests.ui.fakes import Keyboard


async def test_a_step_is_changed_and_z_takes_it_back(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "s", "1", "enter")
        await keys.type("Look [/b] around.")
        await keys.press("tab", "2", "tab", "tab")
        await keys.type("25")
        await keys.press("enter")
        assert "S1 T-25 Sound Look [/b] around." in said(keys)
        step = Checklists(library).now("set-up").steps[0]
        assert (step.words, step.who, step.minutes) == ("Look [/b] around.", "sound", 25)
        await keys.press("z")
    assert Checklists(library).now("set-up").steps[0].minutes == 20


async def test_steps_are_added_moved_and_taken_out(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "s", "2", "a")
        await keys.type("Water for the speaker")
        await keys.press("enter")
        assert [step.id for step in Checklists(library).now("during").steps][:3] == ["U1", "U6", "U2"]
        await keys.press("down", "d")
        assert [step.id for step in Checklists(library).now("during").steps][:3] == ["U1", "U2", "U6"]
        await keys.press("u", "u", "u")
        assert Checklists(library).now("during").steps[0].id == "U6"
        await keys.press("x")
        assert "U6" not in [step.id for step in Checklists(library).now("during").steps]
        await keys.press("z", "o")
        assert "The list is as it came." in keys.screen()
    assert [step.id for step in Checklists(library).now("during").steps] == ["U1", "U2", "U3", "U4", "U5"]


@pytest.mark.parametrize("minutes", ["soon", "-3", "999"])
async def test_minutes_that_cannot_be_are_said(app, library, minutes):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "s", "1", "enter", "tab", "tab", "tab")
        await keys.type(minutes)
        await keys.press("enter")
        assert "!" in keys.screen()
    assert Checklists(library).history("set-up") == ()


async def test_a_list_that_was_begun_stays_as_it_was(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "2", "space", "escape", "s", "2", "x", "escape", "escape", "2")
        assert "1 of 5 steps done" in keys.screen()
        await keys.press("escape", "right", "2")
        assert "0 of 4 steps done" in keys.screen()


async def test_inputs_get_names_and_stand_on_the_card(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "s", "i", "a")
        await keys.type("HDMI [2]")
        await keys.press("tab")
        await keys.type("the laptop")
        await keys.press("enter")
        assert "Kept: HDMI [2] is the laptop." in keys.screen()
        await keys.press("escape", "escape", "c", "2", "d")
        assert "HDMI [2] is the laptop" in keys.screen()
        await keys.press("escape", "s", "i", "enter")
        await keys.type("HDMI 1")
        await keys.press("enter", "x")
        assert Inputs(library).all() == ()
        await keys.press("z")
    assert Inputs(library).all()[0].name == "HDMI 1"


async def test_a_list_is_printed_with_boxes(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "s", "w", "enter")
        assert "Written:" in keys.screen()
    assert [made.name for made in library.exports.iterdir()] == ["list-set-up-2026-11-24.pdf"]


async def test_a_card_is_printed_into_a_folder_of_choice(app, library, tmp_path):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "c", "w", "w")
        await keys.type(str(tmp_path / "not there"))
        await keys.press("enter")
        assert "That folder is not there." in keys.screen()
        await keys.press("w")
        await keys.type(str(tmp_path))
        await keys.press("enter", "enter")
        assert "Written:" in keys.screen()
    assert (tmp_path / "card-first-aid-2026-11-24.pdf").exists()


async def test_cards_for_adults_are_not_shown_to_pupils(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "c")
        assert "What the numbers mean" in keys.screen()
        await keys.press("escape")
        for_pupils(library)
        await keys.press("c")
        assert "What the numbers mean" not in keys.screen()
        assert "W print" not in keys.screen()
