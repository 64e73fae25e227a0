"""Levels on the screen: a test sound, three questions, and louder or quieter than last time."""

import pytest

from lessons.assembly.levels import Levels
from studio.audio.live.devices import NoMicrophone, NoSpeakers
from studio.ui.level_sounds import PINK, TONE, open_test_sound
from studio.ui.screens.assembly.levels import LevelsScreen
from studio.ui.widgets.big_words import BigWords
from tests.ui.assembly_day import an_assembly_day, said
from tests.ui.fakes import Keyboard

SETUP = "the laptop's microphone, where it always stands"


def big(keys: Keyboard) -> str:
    return keys.app.screen.query_one("#big", BigWords).words


@pytest.mark.parametrize(("key", "words"), [("t", "Tone"), ("p", "Noise")])
async def test_a_test_sound_plays_and_one_key_stops_it(app, sound_io, key, words):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l")
        assert big(keys) == "Quiet"
        assert "STOP" not in keys.screen()
        await keys.press(key)
        assert big(keys) == words
        assert sound_io.the_player.is_playing
        assert "Space STOP" in keys.screen()
        await keys.press("space")
        assert big(keys) == "Quiet"
        assert not sound_io.the_player.is_playing


async def test_going_back_is_silence_too(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "t", "escape")
        assert not sound_io.the_player.is_playing


async def test_it_says_while_the_sound_grows_and_when_it_is_steady(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "t")
        screen = app.screen
        assert isinstance(screen, LevelsScreen)
        for second, words in ((2, "It grows for 3 s more."), (6, "Steady now.")):
            sound_io.the_player.position = second * 48000  # the screen looks there now and then, too
            screen.playhead_moved(second * 48000)
            await keys.settle()
            assert words in keys.screen()


@pytest.mark.parametrize("which", [TONE, PINK])
def test_a_test_sound_begins_from_nothing_and_is_never_loud(which):
    sound = open_test_sound(which)
    start = abs(sound.read(0, 4800)).max()
    steady = abs(sound.read(10 * 48000, 11 * 48000)).max()
    assert start < 0.01
    assert steady < 0.71
    sound.close()


async def test_three_questions_and_what_the_answers_mean(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "1", "2", "3", "3")
        assert "It is right. A full hall needs a little more." in said(keys)
        await keys.press("2")
        assert "Too quiet at the back." in said(keys)
        await keys.press("2", "2", "1")
        assert "Too loud." in said(keys)
        await keys.press("1", "1", "k")
        assert "Written down." in keys.screen()
    [reading] = Levels(library).all()
    assert (reading.talk, reading.back_row, reading.ears) == ("yes", "yes", "no")


async def test_the_microphone_says_louder_or_quieter_than_last_time_and_no_decibels(app, library):
    event = an_assembly_day(library)
    Levels(library).add("Hall", SETUP, level=-40.0, talk="yes")
    library_clock = library._clock
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l")
        library._clock = lambda: library_clock().replace(second=30)
        await keys.press("m")
        assert "Louder than last time" in said(keys)
        assert "dB" not in keys.screen()
        await keys.press("k")
        assert "Written down. Louder than last time" in said(keys)
        await keys.press("z")
        assert len(Levels(library).all()) == 1
        assert list(library.takes.iterdir()) == []
    assert event.place == "Hall"


async def test_another_place_is_not_compared(app, library):
    Levels(library).add("Hall", SETUP, level=-40.0)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "w")
        await keys.type("Gym [/b]")
        await keys.press("enter", "s")
        await keys.type("headset")
        await keys.press("enter", "m", "k")
        assert "The first reading in this place with this set-up." in said(keys)
    assert Levels(library).all()[-1].place == "Gym [/b]"


async def test_what_a_real_meter_shows_is_kept_as_typed(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "g")
        await keys.type("71 dB(A), slow")
        await keys.press("enter", "k")
    assert Levels(library).all()[0].meter == "71 dB(A), slow"


async def test_without_a_microphone_it_says_so_and_goes_on(app, sound_io):
    sound_io.missing = NoMicrophone("I can't find a microphone.", "Plug one in.")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "m")
        assert "I can't find a microphone." in keys.screen()
        assert "M listen" in keys.screen()


async def test_a_sound_that_cannot_be_played_leaves_it_quiet(app, sound_io):
    sound_io.missing = NoSpeakers("There are no speakers.", "Plug some in.")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "l", "t")
        assert "There are no speakers. Plug some in or switch them on, then T or P." in said(keys)
        assert big(keys) == "Quiet"
