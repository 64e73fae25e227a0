"""What the youngest see: press, moo, press; a mouse, a monster, and back."""

import pytest

from lessons.soundboard.boards import Boards
from lessons.soundboard.faces import shipped_faces
from studio.ui.screens.home import HomeScreen
from studio.ui.screens.little.buttons import ButtonsScreen
from studio.ui.screens.little.little import LittleScreen
from studio.ui.text import SAFE_GLYPHS
from tests.ui.fakes import Keyboard, a_sound
from tests.ui.sound_buttons import StillClock, sounding


async def at_the_keys(pilot) -> tuple[Keyboard, StillClock]:
    keys, clock = Keyboard(pilot), StillClock()
    await keys.settle()
    keys.app.push_screen(LittleScreen(clock=clock))
    await keys.settle()
    return keys, clock


async def press(keys: Keyboard, clock: StillClock, *pressed: str) -> None:
    for key in pressed:
        clock.later(1.0)
        await keys.press(key)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_six_keys_have_number_shape_and_word(app, size):
    async with app.run_test(size=size) as pilot:
        keys, _ = await at_the_keys(pilot)
        screen = keys.screen()
        assert "Press 1 and say moo." in screen
        if size == (80, 24):
            assert all(key.face.called in screen for key in shipped_faces().little)
        assert {
            glyph for glyph in screen if not (" " <= glyph <= "~" or glyph in SAFE_GLYPHS | {"\n"})
        } == set()


async def test_press_moo_press_and_it_is_kept_named_and_heard(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_keys(pilot)
        await press(keys, clock, "1")
        app.screen.listen()
        await keys.settle()
        assert "● 0:03.0  GOOD" in keys.screen()
        await press(keys, clock, "1")
        [sound] = library.sounds()
        assert (sound.title, sound.kept) == ("Sound", True)
        assert sounding(keys) == [1]
        await press(keys, clock, "1", "1")
        assert [each.title for each in library.sounds()] == ["Sound", "Sound 2"]


async def test_a_change_is_heard_pressed_again_it_is_gone_and_one_voice_gives_way_to_the_other(app, library):
    sound = a_sound(library, "Moo", seconds=0.5)

    def steps() -> list[str]:
        return library.sound(sound.id).recipe.texts()

    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_keys(pilot)
        await press(keys, clock, "4")
        assert steps() == ["pitch 7"]
        assert sounding(keys) == [4]
        await press(keys, clock, "6", "5")
        assert steps() == ["reverse", "pitch -7"]
        await press(keys, clock, "5", "6")
        assert steps() == []
        await press(keys, clock, "z", "z")
        assert steps() == ["reverse", "pitch -7"]


async def test_the_next_sound_plays_and_the_arrows_go_back_and_on(app, library):
    for title in ("One", "Two", "Three"):
        a_sound(library, title, seconds=0.5)
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_keys(pilot)
        assert "1 of 3" in keys.screen()
        assert all(key.face.called in keys.screen() for key in shipped_faces().little)
        first = app.screen.sound
        await press(keys, clock, "3", "right")
        assert "3 of 3" in keys.screen()
        assert app.screen.is_hearing
        await press(keys, clock, "3")
        assert app.screen.sound == first
        await press(keys, clock, "left", "left")
        assert "2 of 3" in keys.screen()


async def test_a_sound_goes_into_the_bin_and_comes_out_again(app, library):
    a_sound(library, "Moo", seconds=0.5)
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_keys(pilot)
        await press(keys, clock, "x")
        assert app.screen.sound is None
        await press(keys, clock, "2", "z")
        assert app.screen.sound is not None
        assert not library.sounds()[0].binned


async def test_one_switch_does_all_of_it(app, library):
    boards = Boards(library)
    boards.set(boards.ready(), scanning="one-key", pace=1.0, pause=0.5)
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_keys(pilot)
        await press(keys, clock, "space", "space")
        assert len(library.sounds()) == 1
        app.sound_io.the_player.is_playing = False
        for _ in range(4):
            clock.later(1.0)
            app.screen.walk()
        await press(keys, clock, "space")
        assert len(library.sounds()[0].recipe.steps) > 0


async def test_words_stay_in_sight_when_two_lines_are_said_below(app, library):
    a_sound(library, "Moo", seconds=0.5)
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_keys(pilot)
        app.screen.say("A long sentence that goes on and on, and " * 3)
        await keys.settle()
        assert all(key.face.called in keys.screen() for key in shipped_faces().little)
        assert "Esc back" in keys.screen()


async def test_it_leads_to_the_sound_buttons_and_to_home(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_keys(pilot)
        await keys.press("b")
        assert isinstance(app.screen, ButtonsScreen)
        await keys.press("escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_sound_that_cannot_be_drawn_is_said_and_the_keys_stay(app, library):
    sound = a_sound(library, "Moo", seconds=0.5)
    library.original_path(sound).unlink()
    library.overview_path(sound).unlink()
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_keys(pilot)
        assert "!" in keys.screen()
        await press(keys, clock, "2")
        await keys.home()
