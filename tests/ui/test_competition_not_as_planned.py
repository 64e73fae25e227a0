"""Competitions that do not go as planned: each has plain words and a next key."""

from datetime import timedelta

import pytest

from evidence.library import Library
from lessons.competitions.competitions import Competitions
from studio.ui.app import StudioApp
from tests.ui.competition_room import (
    JUDGES,
    PIN,
    Room,
    at_the_competition,
    says_the_next_key,
    with_pin,
)
from tests.ui.fakes import NOW

ENTRIES = ("Y3-newt", "Y4-heron", "Y4-otter", "Y5-fox")


@pytest.fixture
def room(library) -> Room:
    return Room(library)


async def test_when_nobody_handed_in_an_adult_moves_the_day_with_a_reason(tmp_path, sound_io):
    days = [NOW]
    library = Library.open(tmp_path / "ours", create=True, clock=lambda: days[-1])
    app = StudioApp(library, sound_io=sound_io, clock=lambda: days[-1])
    room = Room(library)
    known = room.set()
    days.append(NOW + timedelta(days=60))
    room.library.adults.set_pin(PIN)
    room.library.adults.lock()
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        assert "Nobody handed anything in. That can happen." in keys.screen()
        assert says_the_next_key(keys) == "D"
        await with_pin(keys, "d")
        await keys.type((days[-1].date() + timedelta(days=9)).isoformat())
        await keys.press("enter")
        await keys.type("Half the school was ill.")
        await keys.press("enter")
        assert "9 days left to enter" in keys.screen()
        assert "It was moved: Half the school was ill." in keys.screen()
        assert says_the_next_key(keys) == "E"
    assert room.competitions.one(known.id).moves[0].why == "Half the school was ill."


async def test_one_entry_is_heard_and_spoken_of_and_wins(app, room):
    room.set("Y4-heron")
    room.competitions.close(room.known.id)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        assert "There is one entry. Judges hear it and say what is good." in keys.screen()
        assert says_the_next_key(keys) == "O"
        await keys.press("o", "enter")
        await keys.type(JUDGES[0])
        await keys.press("enter")
        room.level()
        await keys.press("escape", "o", "c")
        assert "It was the only entry." in keys.screen()


async def test_a_competition_is_cancelled_with_a_kind_word_and_comes_back(app, room):
    room.set(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "x")
        await keys.type("The hall has no roof this week.")
        await keys.press("enter")
        assert "Cancelled. The hall has no roof this week." in keys.screen()
        assert says_the_next_key(keys) == "B"
        await keys.press("v")
        assert "It goes on as it was." in keys.screen()
        assert says_the_next_key(keys) == "E"


async def test_closing_early_can_be_taken_back(app, room):
    room.set(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "f")
        assert says_the_next_key(keys) == "O"
        await keys.press("z")
        assert says_the_next_key(keys) == "E"


async def test_two_that_go_on_at_once_are_both_a_key_away(app, room):
    room.set(*ENTRIES)
    room.competitions.close(room.known.id)
    Competitions(room.library).set("tiny-hero")
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        assert "Competition: The tiniest hero" in keys.screen()
        assert "Also: “Voice of a villain” is closed. → shows it." in keys.screen()
        await keys.press("right")
        assert "Competition: Voice of a villain" in keys.screen()
        assert says_the_next_key(keys) == "O"
        await keys.press("l", "enter")
        assert "Competition: The tiniest hero" in keys.screen()


async def test_another_program_that_cancels_is_noticed_and_nothing_breaks(app, room):
    room.set(*ENTRIES)
    other = Room(Library.open(room.library.folder, clock=lambda: NOW))
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        other.competitions.cancel(room.known.id, "Snow.")
        await keys.press("f")
        assert "was cancelled. It cannot close now." in keys.screen()


async def test_a_judge_who_goes_away_half_way_no_longer_holds_the_others_up(app, room):
    room.judging(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "o")
        assert "heard 0 of 4" in keys.screen()
        await keys.press("a")
        await keys.type("dentist")
        await keys.press("enter")
        assert "away: dentist" in keys.screen()
        assert "2 judges are not done." in keys.screen()
        await keys.press("i")
        assert "3 judges are not done." in keys.screen()


async def test_an_entry_is_taken_out_by_its_animal(app, room):
    room.judging(*ENTRIES)
    animal = room.docket.live[0].animal
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "o", "t")
        await keys.type("the pink unicorn")
        await keys.press("enter")
        assert "There is no entry “the pink unicorn”." in keys.screen()
        await keys.press("t")
        await keys.type(f"the {animal}")
        await keys.press("enter")
        await keys.type("The family asked for it.")
        await keys.press("enter")
        assert "3 entries." in keys.screen()


async def test_who_is_too_close_does_not_judge_the_other(app, room):
    room.set(*ENTRIES)
    room.competitions.close(room.known.id)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "o", "b")
        await keys.type("Y6-elk and Y4-heron")
        await keys.press("enter")
        assert "Too close to judge each other: Y4-heron and Y6-elk." in keys.screen()
        await keys.press("z")
        assert "Too close" not in keys.screen()
        await keys.press("b")
        await keys.type("Y6-elk Y4-heron")
        await keys.press("enter", "enter")
        await keys.type("Y6-elk Y6-ram")
        await keys.press("enter")
        assert "heard 0 of 3" in keys.screen()
        assert "heard 0 of 4" in keys.screen()
