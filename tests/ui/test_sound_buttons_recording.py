"""Sound buttons: recorded onto, set up, performed with, and all of it taken back."""

import pytest

from lessons.occasion import Occasions
from lessons.soundboard.boards import Boards
from studio.audio.live.devices import NoMicrophone
from studio.ui.screens.little.buttons import ButtonsScreen
from tests.ui.fakes import Keyboard, a_sound
from tests.ui.sound_buttons import StillClock, at_the_buttons, sounding

PIN = "482913"


async def test_a_pupil_records_onto_a_button_and_takes_it_off_again(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "right", "r")
        app.screen.listen()
        await keys.settle()
        assert "● 0:03.0  GOOD" in keys.screen()
        await keys.press("enter")
        assert "It is on the button" in keys.screen()
        assert sounding(keys) == [2]
        [sound] = library.sounds()
        assert sound.title == "Square"
        await keys.press("z")
        assert Boards(library).all() == ()
        assert [each.id for each in library.sounds()] == [sound.id]


@pytest.mark.parametrize("key", ["1", "space"])
async def test_press_moo_press_and_it_is_heard(app, sound_io, library, key):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        clock = StillClock()
        app.push_screen(ButtonsScreen(clock=clock))
        await keys.settle()
        await keys.press(key)
        assert "Enter stop" in keys.screen()
        await keys.press(key)
        assert library.sounds() == (), "a key held down is one press"
        clock.later(2.0)
        await keys.press(key)
        assert [sound.title for sound in library.sounds()] == ["Circle"]
        assert sounding(keys) == [1]


async def test_without_a_microphone_it_says_to_press_again(app, library, sound_io):
    sound_io.missing = NoMicrophone("No microphone was found.", "Plug one in, then look again.")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "1")
        assert "! No microphone was found. Plug one in, then press again." in keys.screen()


async def test_a_microphone_that_was_plugged_in_since_is_found(app, library, sound_io):
    def devices(*, again=False):
        if again:
            sound_io.missing = None
        return sound_io.microphones

    sound_io.devices = devices
    sound_io.missing = NoMicrophone("No microphone was found.", "Plug one in, then look again.")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "1")
        assert "Enter stop" in keys.screen()


async def test_how_to_begin_is_said_only_while_there_is_no_sound(app, library):
    sound = a_sound(library, "Cow")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u")
        assert "N puts some sounds on the buttons." in keys.screen()
        await keys.press("s", "1", "enter", "escape")
        assert Boards(library).ready().sound_at(1) == sound.id
        assert "N puts some sounds on the buttons." not in keys.screen()


async def test_esc_while_recording_bins_it_and_stays(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "r", "escape")
        assert isinstance(app.screen, ButtonsScreen)
        assert [sound.binned for sound in library.sounds()] == [True]
        await keys.press("r", "enter", "escape")
        assert [sound.binned for sound in library.sounds()] == [True, False]


async def test_without_a_microphone_the_buttons_still_play(app, sound_io, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot)
        player, sound_io.missing = sound_io.player(), OSError(19, "No such device")
        await keys.press("r")
        assert "No such device".lower() in keys.screen().lower()
        sound_io.missing = None
        clock.later(1.0)
        await keys.press("1")
        assert len(player.played) == 1


async def test_everything_is_set_up_with_one_key_each_and_is_there_next_time(app, library):
    owl = a_sound(library, "Owl")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "s", "m", "k", "k", "p", "w", "w", "g", "n")
        await keys.type("Farm [b]")
        await keys.press("enter", "2", "enter")
        board = Boards(library).ready()
        assert (board.many, board.scanning, board.pace, board.pause) == (5, "one-key", 3.0, 0.5)
        assert (board.name, board.big_words, board.sound_at(2)) == ("Farm [b]", True, owl.id)
        assert "slow: none counts for 0.5 s, or while a sound plays" in keys.screen()
        await keys.press("escape", "escape", "u")
        assert "Farm [b]" in keys.screen()
        await keys.press("s", "p", "z")
        assert Boards(library).ready() == board


async def test_the_marked_line_changes_with_enter_too(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "s", *["down"] * 4, "enter")
        assert Boards(library).ready().many == 5


async def test_a_sound_is_taken_off_its_button(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        assert Boards(library).ready().sound_at(1) != ""
        await keys.press("s", "1", "home", "enter")
        assert Boards(library).ready().sound_at(1) == ""


async def test_several_boards_go_round_and_one_is_taken_out_and_put_back(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await keys.press("s", "a")
        await keys.type("Sea")
        await keys.press("enter", "escape")
        assert "Sea" in keys.screen()
        await keys.press("b")
        assert "Moo" in keys.screen()
        await keys.press("s", "x")
        assert [board.name for board in Boards(library).all()] == ["Sea"]
        await keys.press("z")
        assert len(Boards(library).all()) == 2


async def test_some_sounds_come_with_one_key_and_only_once(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u")
        await keys.mash("n", "n", "n")
        assert len(library.sounds()) == 4
        assert len(Boards(library).all()) == 1
        assert "Moo" in keys.screen()


async def test_that_we_performed_is_for_adults_and_is_taken_back(app, library):
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await keys.press("w")
        assert Occasions(library).all() == ()
        await keys.type(PIN)
        await keys.press("enter")
        assert "Written down as performed today" in keys.screen()
        [made] = Occasions(library).all()
        assert len(made.sounds) == 4
        await keys.press("z")
        assert Occasions(library).all() == ()


async def test_a_finger_records_and_stops_on_an_empty_button(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, many=5)
        for _ in range(2):
            clock.later(1.0)
            await pilot.click("#button-5")
            await keys.settle()
        assert Boards(library).ready().sound_at(5) == library.sounds()[-1].id
