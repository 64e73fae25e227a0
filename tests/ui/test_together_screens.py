"""Joining and mixing by keys."""

from contextlib import asynccontextmanager

import pytest

from studio.errors import StudioError
from studio.takes import bin_sound
from studio.ui.screens.sounds.join import JoinScreen
from studio.ui.screens.sounds.mix import MixScreen, lane
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from studio.ui.screens.sounds.pick_sounds import PickSoundsScreen
from studio.ui.screens.sounds.together import typed_numbers
from tests.ui.fakes import Keyboard, a_sound


@pytest.fixture
def sounds(library):
    """Two sounds; the list has the newer on top."""
    return a_sound(library, "First", seconds=1), a_sound(library, "Second [/b]", seconds=2)


@asynccontextmanager
async def open_on(app, screen):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.push_screen(screen)
        await keys.settle()
        yield keys


async def test_two_sounds_are_joined_heard_and_named(app, library, sounds, sound_io):
    async with open_on(app, JoinScreen(sounds[0])) as keys:
        assert "Press A to choose the other sounds." in keys.screen()
        await keys.press("enter")
        assert len(library.sounds()) == 2
        await keys.press("a", "space", "enter")
        assert "2  Second [/b]" in keys.screen()
        await keys.press("space")
        assert sound_io.the_player.played[-1] == (3.0, 0)
        await keys.press("+", "+")
        assert "There is 1 s of silence between them." in keys.screen()
        assert sound_io.the_player.played[-1] == (4.0, 0)
        await keys.press("-", "]", "[", "enter")
        await keys.type("Both")
        await keys.press("enter")
        made = library.sounds()[-1]
        assert (made.title, made.seconds_after) == ("Both", pytest.approx(3.5))
        assert set(made.made_of) == {each.id for each in sounds}
        assert isinstance(app.screen, OneSoundScreen)
        assert "Made “Both”." in keys.screen()
        await keys.press("escape")
        assert not isinstance(app.screen, JoinScreen)


async def test_parts_are_moved_taken_out_and_brought_back(app, sounds):
    async with open_on(app, JoinScreen(sounds[0])) as keys:
        await keys.press("a", "down", "space", "up", "space", "enter")
        titles = [row.sound.title for row in app.screen.rows]
        assert titles == ["First", "First", "Second [/b]"]
        await keys.press("]")
        assert [row.sound.title for row in app.screen.rows] == ["First", "Second [/b]", "First"]
        await keys.press("]")
        assert "It is the last already." in keys.screen()
        await keys.press("d", "d", "d")
        assert app.screen.rows == ()
        assert "No sound is chosen. Press A." in keys.screen()
        await keys.press("d", "space", "enter", "z", "z", "z", "z")
        assert [row.sound.title for row in app.screen.rows] == titles


async def test_sounds_that_were_chosen_before_are_its_parts(app, library, sounds):
    async with open_on(app, JoinScreen(*sounds)) as keys:
        await keys.press("enter", "enter")
        assert library.sounds()[-1].title == "First + Second [/b]"


async def test_an_exact_gap_is_typed(app, sounds):
    async with open_on(app, JoinScreen(sounds[0])) as keys:
        await keys.press("a", "enter", "n")
        await keys.type("0,25")
        await keys.press("enter")
        assert app.screen.gap_seconds == 0.25
        await keys.press("n")
        await keys.type("9999")
        await keys.press("enter")
        assert "That cannot be between them. Type 0 to 600 seconds." in keys.screen()
        await keys.press("z")
        assert app.screen.gap_seconds == 0


async def test_a_mix_has_levels_and_times(app, library, sounds, sound_io):
    async with open_on(app, MixScreen(sounds[0])) as keys:
        await keys.press("a", "enter", "-", "-", "right", "shift+right")
        assert "-6 dB  at   1.1 s" in keys.screen()
        assert sound_io.the_player.played[-1] == (3.1, round(0.6 * 48000))
        await keys.press("n")
        await keys.type("-9 0.5")
        await keys.press("enter")
        assert "9 dB quieter, in at 0.5 s." in keys.screen()
        await keys.press("z", "left", "enter", "enter")
        made = library.sounds()[-1]
        assert made.title == "First with Second [/b]"
        assert made.seconds == pytest.approx(3.0)
        assert isinstance(app.screen, OneSoundScreen)


async def test_a_mix_that_was_too_loud_says_that_it_is_quieter(app, library, sounds):
    async with open_on(app, MixScreen(sounds[0])) as keys:
        await keys.press("+", "+", "+", "+", "+", "a", "enter", "enter", "enter")
        assert "dB quieter, so that nothing is too loud." in " ".join(keys.screen().split())


async def test_a_level_stays_within_what_can_be(app, sounds):
    async with open_on(app, MixScreen(sounds[0])) as keys:
        await keys.press("n")
        await keys.type("500 0")
        await keys.press("enter")
        assert app.screen.rows[0].gain_db == 24
        await keys.press("+", "left")
        assert "It cannot be further than that." in keys.screen()


async def test_what_is_made_can_be_stopped(app, library, sounds, monkeypatch):
    screen = MixScreen(sounds[0])
    from studio.editing import mixing

    real = mixing.keep_made

    def pressed_meanwhile(*given, **named):
        app.call_from_thread(screen.action_back)
        return real(*given, **named)

    monkeypatch.setattr(mixing, "keep_made", pressed_meanwhile)
    async with open_on(app, screen) as keys:
        await keys.press("a", "enter", "enter", "enter")
        assert "It was stopped" in keys.screen()
        assert app.screen is screen
        assert len(library.sounds()) == 2


async def test_sounds_in_the_bin_are_not_offered(app, library, sounds):
    bin_sound(library, sounds[1])
    taken = []
    async with open_on(app, PickSoundsScreen("Which?", taken.extend)) as keys:
        assert "Second" not in keys.screen()
        await keys.press("p", "c", "enter")
        assert [each.title for each in taken] == ["First"]


async def test_an_empty_library_has_nothing_to_pick(app):
    async with open_on(app, PickSoundsScreen("Which?")) as keys:
        assert "There is no other sound yet." in keys.screen()
        await keys.press("space", "enter", "p")
        assert isinstance(app.screen, PickSoundsScreen)
        await keys.press("escape")
        assert not isinstance(app.screen, PickSoundsScreen)


def test_a_lane_shows_when_a_sound_is_heard():
    assert lane(0, 1, 2, 10) == "█████·····"
    assert lane(1, 1, 2, 10) == "·····█████"
    assert lane(1.99, 0.001, 2, 10) == "·········█"
    assert lane(0, 1, 2, 0) == lane(0, 0, 0, 5) == ""


def test_numbers_are_read_as_they_are_typed():
    assert typed_numbers("−6 1,5") == [-6, 1.5]
    for typed in ("", "loud", "nan", "1 x"):
        with pytest.raises(StudioError):
            typed_numbers(typed)
