"""The assembly's first screen: the next event, who does what, its lists, and did it."""

from datetime import timedelta

from evidence.library import Library
from lessons.assembly.events import Events
from lessons.assembly.passport import Passports
from lessons.assembly.runs import Runs
from lessons.assembly.trouble import Troubles
from lessons.occasion import Occasion, Occasions
from studio.ui.assembly_read import place_of
from studio.ui.screens.assembly.assembly import AssemblyScreen
from tests.ui.assembly_day import CREW, TODAY, an_assembly_day, an_event, for_pupils, give_pin, said, who_has
from tests.ui.fakes import Keyboard


def happened(library: Library) -> list[Occasion]:
    """What was written down, but for what the passports became."""
    return [each for each in Occasions(library).all() if each.kind != "team-training"]


async def test_the_next_event_stands_on_top_with_who_does_what(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert "Harvest [/b] today" in said(keys)
        assert "Tue 24 Nov · 11:00 · Hall · whole school" in keys.screen()
        for role in ("Picture", "Sound", "Cues", "Floor"):
            assert f"{role} {who_has(library, event, role.lower())}" in said(keys)
        assert "After that Tue 1 Dec 09:10 Assembly 1 Picture Y" in said(keys)


async def test_stand_in_and_trainee_stand_beside_them(app, library):
    event = an_assembly_day(library, crew=(*CREW, "Y6-toad", "Y6-wasp"), learning=("Y4-wren",))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert f"stand-in {who_has(library, event, 'sound', 'stand-in')}" in keys.screen()
        assert "Learning Y4-wren" in said(keys)


async def test_without_an_event_it_says_how_to_plan_one(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "1", "enter", "d", "left")
        assert "No event is planned yet." in keys.screen()
        assert isinstance(app.screen, AssemblyScreen)


async def test_arrows_show_the_events_before_and_after(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "right")
        assert "Assembly 1 in 7 days" in said(keys)
        await keys.press("right", "right", "right")
        assert "Assembly 2 in 14 days" in said(keys)
        await keys.press("left", "left", "left")
        assert "Harvest [/b] today" in said(keys)


async def test_a_cancelled_event_says_why_and_has_no_lists(app, library):
    event = an_assembly_day(library, weeks=1)
    Events(library).cancel(event.id, "Snow [day]")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert "cancelled" in keys.screen()
        assert "Snow [day]" in keys.screen()
        await keys.press("1", "enter")
        assert isinstance(app.screen, AssemblyScreen)


async def test_somebody_away_is_named_with_what_to_do(app, library):
    event = an_assembly_day(library)
    Passports(library).untick(who_has(library, event, "sound"), "volume")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert "is not trained for Sound any more." in said(keys)


async def test_the_lists_say_how_far_they_are(app, library):
    event = an_assembly_day(library)
    runs = Runs(library)
    run = runs.begin(event.id, "during")
    for step in run.steps:
        runs.tick(run.id, step.id)
    set_up = runs.begin(event.id, "set-up")
    runs.tick(set_up.id, "S1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert "Set-up 1 of 14 done" in said(keys)
        assert "During 5 of 5 done, to be signed" in said(keys)
        assert "Pack-down 10 steps" in said(keys)


async def test_d_twice_writes_it_down_with_the_crew_and_what_was_put_right(app, library):
    event = an_assembly_day(library)
    talk = Troubles(library).begin("T3").answer("yes").answer("yes")
    Troubles(library).keep(talk, minutes=2, event=event.id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "d")
        assert "D once more writes it down." in said(keys)
        assert happened(library) == []
        await keys.press("d")
        assert "is written down" in said(keys)
    [occasion] = happened(library)
    assert set(occasion.led_by) == set(CREW)
    assert occasion.kind == "assembly"
    assert "No sound from the laptop: put right in 2 minutes" in occasion.note
    assert Events(library).one(event.id).status == "done"


async def test_another_key_between_the_two_and_nothing_is_written(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "d", "right", "left", "d")
        assert "D once more" in said(keys)
    assert happened(library) == []


async def test_did_it_is_taken_back_with_z(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "d", "d", "z")
        assert "is planned again" in said(keys)
    assert Events(library).one(event.id).status == "planned"
    assert happened(library) == []


async def test_what_is_still_to_come_cannot_be_said_to_be_done(app, library):
    an_event(library, day=TODAY + timedelta(days=3))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert "D did it" not in keys.screen()
        await keys.press("d", "d")
    assert happened(library) == []


async def test_an_assembly_that_nobody_planned_is_written_down_by_its_form(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "n", "tab")
        await keys.type("Fire drill [/b]")
        await keys.press("tab", "tab", "tab", "tab")
        await keys.type("Y6-otter, Y5-fox")
        await keys.press("enter")
        assert "Fire drill [/b] is written down." in said(keys)
    [occasion] = happened(library)
    assert (occasion.title, occasion.led_by) == ("Fire drill [/b]", ("Y6-otter", "Y5-fox"))


async def test_pupils_do_not_see_the_keys_of_adults_until_the_pin_is_given(app, library: Library):
    an_assembly_day(library)
    for_pupils(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5")
        assert "E events" not in keys.screen()
        assert "1-5 lists" in keys.screen()
        await keys.press("e", "p", "m", "s")
        assert isinstance(app.screen, AssemblyScreen)
        await keys.press("a")
        await give_pin(keys)
        assert "E events" in keys.screen()
        await keys.press("e")
        assert "Events: 3 events planned" in keys.screen()


def test_the_event_to_show_is_the_next_that_is_planned(library):
    before = an_event(library, "Before", day=TODAY - timedelta(days=7))
    here = an_event(library, "Here", day=TODAY + timedelta(days=1))
    events = (before, here)
    assert place_of(events, None, TODAY) == 1
    assert place_of(events, before.id, TODAY) == 0
    assert place_of(events, "AE-9999", TODAY) == 1
    assert place_of((before,), None, TODAY) == 0
    assert place_of((), None, TODAY) == 0
