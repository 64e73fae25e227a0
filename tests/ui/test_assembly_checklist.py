"""The lists on the screen: one key a step, late in words, trouble on the way, signed off at the end."""

from datetime import timedelta

import pytest

from lessons.assembly.events import Events
from lessons.assembly.runs import Runs
from lessons.assembly.trouble import Troubles
from studio.ui.screens.assembly.assembly import AssemblyScreen
from studio.ui.screens.assembly.checklist import ChecklistScreen
from studio.ui.screens.assembly.trouble import TroubleScreen
from studio.ui.screens.assembly.trouble_talk import TalkScreen
from studio.ui.widgets.big_words import BigWords
from tests.ui.assembly_day import (
    TODAY,
    an_assembly_day,
    an_event,
    for_pupils,
    give_pin,
    said,
    who_has,
)
from tests.ui.fakes import NOW, Keyboard


def big(keys: Keyboard) -> str:
    return keys.app.screen.query_one("#t", BigWords).words


async def test_a_step_is_big_with_when_who_and_why(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1")
        assert big(keys) == "T-20"
        assert f"Floor: {who_has(library, event, 'floor')}" in said(keys)
        assert "Do it at 10:40. It is 10:42." in said(keys)
        assert "! 2 minutes late" in keys.screen()
        assert "Why: safety first." in keys.screen()
        await keys.press("down", "down", "down")
        assert big(keys) == "T-17"
        assert "17 minutes to go" in keys.screen()


async def test_one_key_ticks_and_brings_the_next(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", "space", "enter")
        assert "Look around" not in keys.screen().splitlines()[8]
        assert big(keys) == "T-18"
        assert "2 of 14 steps done" in keys.screen()
    [run] = Runs(library).all()
    assert [tick.step for tick in run.ticks] == ["S1", "S2"]
    assert [tick.code for tick in run.ticks] == [
        who_has(library, event, "floor"),
        who_has(library, event, "sound"),
    ]


async def test_only_looking_at_a_list_writes_nothing(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", "down", "up", "escape")
    assert Runs(library).all() == ()


async def test_z_takes_ticks_back_in_order(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", "space", "space", "space", "z", "z")
        assert big(keys) == "T-20"
        assert "1 of 14 steps done" in keys.screen()
    [run] = Runs(library).all()
    assert [tick.step for tick in run.ticks] == ["S1"]


async def test_two_keys_are_enough(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", *["space"] * 14)
        assert big(keys) == "Done"
        await keys.press(*["backspace"] * 14)
        assert big(keys) == "T-20"
        assert "0 of 14 steps done" in keys.screen()
        await keys.press("backspace")
        assert isinstance(app.screen, ChecklistScreen)


async def test_a_step_further_down_can_be_ticked_first(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", "down", "down", "space")
        assert big(keys) == "T-20"
    assert [tick.step for tick in Runs(library).all()[0].ticks] == ["S3"]


async def test_another_computer_goes_on_where_this_one_was(app, library):
    event = an_assembly_day(library)
    run = Runs(library).begin(event.id, "set-up")
    Runs(library).tick(run.id, "S1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1")
        assert "1 of 14 steps done" in keys.screen()
        assert "Mixer: all faders down" in said(keys)


@pytest.mark.parametrize("days", [-1, 1])
async def test_on_another_day_nothing_is_late(app, library, days):
    an_event(library, day=TODAY + timedelta(days=days))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1")
        assert "late" not in keys.screen()


async def test_the_clock_goes_on_by_itself(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1")
        app.clock = lambda: NOW + timedelta(minutes=5)
        assert isinstance(app.screen, ChecklistScreen)
        app.screen.look_at_the_clock()
        await keys.settle()
        assert "! 7 minutes late" in keys.screen()
        assert "It is 10:47." in keys.screen()


async def test_a_list_without_a_clock_counts_its_steps(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "2")
        assert big(keys) == "1 of 5"
        assert "late" not in keys.screen()


async def test_set_up_with_no_sound_on_the_way_is_one_key_a_step(app, library):
    """Journey J5: run the list, meet no sound, fix it with the tree, sign off."""
    event = an_assembly_day(library)
    for_pupils(library)
    steps, checks = 14, 3
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1")
        await keys.press(*["space"] * 8)
        assert big(keys) == "T-12"
        before = keys.pressed
        await keys.press("t", "3")
        assert "Is the film or page itself muted?" in keys.screen()
        await keys.press("n", "n", "n")
        assert "Choose Speakers, or the name of the PA." in said(keys)
        await keys.press("y")
        assert "It is written down." in keys.screen()
        await keys.press("enter")
        assert keys.pressed - before == len(("t", "3")) + checks + len(("did that fix it", "back"))
        assert big(keys) == "T-12"
        await keys.press(*["space"] * (steps - 8))
        assert "Every step is done. Who signs?" in keys.screen()
        await keys.press("1", "a")
        await give_pin(keys)
        assert "signed off" in keys.screen()
        assert library.adults.is_adult is False
        assert isinstance(app.screen, ChecklistScreen)
    [run] = Runs(library).all()
    assert run.is_whole
    assert run.is_signed
    assert run.signed[0].by != ()
    assert run.signed[-1].adult == "staff"
    [fix] = Troubles(library).fixes(event=event.id)
    assert (fix.fixed, fix.symptom, len(fix.tried)) == (True, "No sound from the laptop", checks)


async def test_a_wrong_pin_signs_nothing_and_is_said(app, library):
    event = an_assembly_day(library)
    run = Runs(library).begin(event.id, "during")
    for step in run.steps:
        Runs(library).tick(run.id, step.id)
    for_pupils(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "2", "a", *"000000", "enter")
        assert "That is not the PIN." in keys.screen()
    assert not Runs(library).one(run.id).is_signed


async def test_signatures_are_taken_back_before_ticks(app, library):
    event = an_assembly_day(library)
    run = Runs(library).begin(event.id, "during")
    for step in run.steps:
        Runs(library).tick(run.id, step.id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "2", "1", "a")
        assert "Signed by Y" in keys.screen()
        await keys.press("z")
        assert not Runs(library).one(run.id).is_signed
        await keys.press("z")
        assert Runs(library).one(run.id).signed == ()
        await keys.press("z")
        assert "4 of 5 steps done" in keys.screen()


async def test_trouble_and_levels_lead_back_to_the_same_step(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", "space", "t")
        assert isinstance(app.screen, TroubleScreen)
        await keys.press("1")
        assert isinstance(app.screen, TalkScreen)
        await keys.press("escape")
        assert isinstance(app.screen, ChecklistScreen)
        await keys.press("down", "l", "escape")
        assert big(keys) == "T-18"
        await keys.press("c", "escape")
        assert big(keys) == "T-18"
        await keys.press("escape")
        assert isinstance(app.screen, AssemblyScreen)


async def test_a_list_of_an_event_that_was_cancelled_meanwhile_says_so(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1")
        Events(library).cancel(event.id, "Snow")
        await keys.press("space")
        assert "is cancelled" in said(keys)
    assert Runs(library).all() == ()
