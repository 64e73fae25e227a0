"""Trouble on the screen: what is wrong, one question at a time, and what the children found themselves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lessons.assembly.trouble import Troubles
from studio.ui.screens.assembly.assembly import AssemblyScreen
from studio.ui.screens.assembly.trouble import TroubleScreen
from studio.ui.screens.assembly.trouble_talk import TalkScreen
from studio.ui.talk_words import SYMPTOM_KEYS, minutes_between, with_an_adult
from tests.ui.assembly_day import CREW, an_assembly_day, for_pupils, said
from tests.ui.fakes import NOW, Keyboard


@pytest.mark.parametrize(("number", "key"), list(enumerate(SYMPTOM_KEYS)))
async def test_each_trouble_has_its_own_key(app, library, number, key):
    symptom = Troubles(library).trees()[number].symptom
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t")
        assert f"{key}  {symptom}" in keys.screen()
        await keys.press(key)
        assert isinstance(app.screen, TalkScreen)
        assert symptom in keys.screen().splitlines()[0]
        assert Troubles(library).trees()[number].steps[0].text in said(keys)


async def test_the_marked_trouble_opens_with_enter(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "down", "down", "enter")
        assert "No sound from the laptop" in keys.screen()


async def test_yes_and_no_lead_on_and_what_was_checked_stays_in_sight(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "3", "n", "y")
        assert "Do this" in keys.screen()
        assert "Press the key with the speaker." in keys.screen()
        assert "Did that fix it?" in keys.screen()
        assert "1 Is the film or page itself muted? no" in said(keys)
        await keys.press("n")
        assert "Check 3 of 8" in keys.screen()
    assert Troubles(library).fixes() == ()


async def test_f_says_that_it_works_again_and_is_written_down_with_its_minutes(app, library):
    event = an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "3", "n")
        app.clock = lambda: NOW + timedelta(minutes=2, seconds=10)
        await keys.press("f")
        assert "It works again" in keys.screen()
        assert "It took 3 minutes. It is written down." in keys.screen()
        await keys.press("enter")
        assert isinstance(app.screen, AssemblyScreen)
    [fix] = Troubles(library).fixes()
    assert (fix.minutes, fix.event, set(fix.by)) == (3, event.id, set(CREW))
    assert fix.fixed


async def test_a_fetches_an_adult_at_any_question(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "3", "n", "y", "a")
        assert "Stop here" in keys.screen()
        assert "Fetch an adult. Sing it, or read it out." in said(keys)
        assert "You did well to look." in keys.screen()
        assert "Y yes" not in keys.screen()
    [fix] = Troubles(library).fixes()
    assert not fix.fixed
    assert [(tried.yes, tried.did) for tried in fix.tried] == [
        (False, ""),
        (True, "Press the key with the speaker. Go up to 80 %."),
    ]


async def test_z_takes_answers_back_also_the_last(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "3", "n", "a", "z")
        assert "Check 2 of 8" in keys.screen()
        assert Troubles(library).fixes() == ()
        await keys.press("z")
        assert "Check 1 of 8" in keys.screen()
        await keys.press("z", "f", "z", "n")
        assert "Check 2 of 8" in keys.screen()
    assert Troubles(library).fixes() == ()


async def test_what_it_really_was_can_be_said(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "3", "f", "w")
        await keys.type("The plug [/b] was out")
        await keys.press("enter")
        assert "Written down: The plug [/b] was out." in said(keys)
    [fix] = Troubles(library).fixes()
    assert fix.fixed_by == "The plug [/b] was out"


async def test_our_own_check_joins_the_tree_with_a_code(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "8", "f", "o")
        await keys.type("Is the piano lid [/b] open")
        await keys.press("enter")
        await keys.type("Close it.")
        await keys.press("enter")
        await keys.type("Y6-otter")
        await keys.press("enter")
        assert "is the last check now" in said(keys)
        await keys.press("enter", "t", "8")
        checks = len(Troubles(library).tree("T8").steps)
        assert f"Check 1 of {checks}" in keys.screen()
    [tip] = Troubles(library).tips()
    assert (tip.text, tip.do, tip.by) == ("Is the piano lid [/b] open?", "Close it.", ("Y6-otter",))


async def test_an_adult_takes_an_own_check_out_and_z_puts_it_back(app, library):
    tip = Troubles(library).add_tip("T1", "Is it a holiday?", "Go home.")
    first = replace(Troubles(library).tree("T1"), steps=Troubles(library).tree("T1").steps[-1:])
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "1")
        screen = app.screen
        assert isinstance(screen, TalkScreen)
        assert screen.talk is not None
        screen.talk = replace(screen.talk, trees={**screen.talk.trees, "T1": first})
        await keys.settle()
        await keys.press("x")
        assert "Taken out." in keys.screen()
        assert Troubles(library).tips() == ()
        await keys.press("z")
        assert [each.id for each in Troubles(library).tips()] == [tip.id]


async def test_how_often_and_how_long_is_told_over_two_terms(app, library):
    troubles = Troubles(library)
    for minutes in (2, 4):
        troubles.keep(troubles.begin("T3").answer("yes").answer("yes"), minutes=minutes)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t")
        assert "We have not met this one, this term or last." in said(keys)
        await keys.press("down", "down")
        assert "This term: 2 times, 3 minutes each, 2 put right alone. Last term: never." in said(keys)
        assert "Last, today 10:42, 4 minutes: Click its little speaker." in said(keys)


async def test_pupils_do_not_print_posters(app, library):
    for_pupils(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t")
        assert "P poster" not in keys.screen()
        await keys.press("p")
        assert isinstance(app.screen, TroubleScreen)


async def test_an_adult_prints_a_poster(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "t", "down", "down", "p")
        assert "Print: No sound from the laptop" in keys.screen()
        await keys.press("enter")
        assert "Written:" in keys.screen()
    [made] = library.exports.iterdir()
    assert made.name == "trouble-t3-2026-11-24.pdf"
    assert made.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("tree", range(12))
def test_an_adult_can_be_fetched_at_every_question_of_every_tree(library, tree):
    troubles = Troubles(library)
    for word in ("yes", "no"):
        talk = troubles.begin(troubles.trees()[tree].id)
        for _ in range(30):
            ended = with_an_adult(talk)
            assert ended.next().is_end
            fix = troubles.keep(ended, minutes=1)
            assert len(fix.tried) == len(talk.next().tried)
            if talk.next().is_end:
                break
            assert not fix.fixed
            talk = talk.answer("no" if talk.next().kind == "do" else word)


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (59, 1), (61, 2), (120, 2), (10**6, 600), (-5, 1)])
def test_minutes_are_whole_and_never_none(seconds, minutes):
    assert minutes_between(NOW, NOW + timedelta(seconds=seconds)) == minutes
