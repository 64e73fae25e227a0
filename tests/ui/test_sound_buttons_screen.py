"""Sound buttons on the screen: pressed, and found with one or two switches."""

import pytest

from lessons.soundboard.board import Board
from lessons.soundboard.boards import Boards
from studio.ui.app import StudioApp
from studio.ui.widgets.sound_button import bar
from tests.ui.fakes import NOW
from tests.ui.sound_buttons import at_the_buttons, marked, sounding


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_each_button_has_number_word_shape_and_the_marked_one_stands_out(app, size):
    async with app.run_test(size=size) as pilot:
        keys, _ = await at_the_buttons(pilot)
        screen = keys.screen()
        assert "Saucepan with water" in screen
        assert "Slinky laser" in screen
        assert "╔" in screen
        assert "▼ ▼ ▼" in screen
        assert screen.count("╔") == 1
        assert "1-4 play" in screen
        assert "Enter play" in screen


async def test_the_line_of_keys_has_the_numbers_of_the_buttons_that_are_there(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot, many=6)
        assert "1-6 play" in keys.screen()


async def test_a_number_plays_and_again_from_the_start(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot)
        await keys.press("2")
        clock.later(1.0)
        await keys.press("2")
        assert [start for _, start in sound_io.the_player.played] == [0, 0]
        assert (marked(keys), sounding(keys)) == (2, [2])
        assert "░░░" in keys.screen()
        await keys.press("6", "0")
        assert sounding(keys) == []
        assert not app.screen.is_hearing


async def test_a_button_whose_sound_takes_a_moment_to_open_keeps_its_bar(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await keys.press("2")
        app.screen.playhead_moved(None)
        assert sounding(keys) == [2]
        sound_io.the_player.is_playing = False
        app.screen.playhead_moved(None)
        assert sounding(keys) == []


async def test_a_key_that_is_held_down_is_one_press(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot)
        for _ in range(5):
            await keys.press("1")
            clock.later(0.03)
        assert len(sound_io.the_player.played) == 1


async def test_two_switches_go_on_and_play(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="two-keys")
        for key in ("space", "tab", "space", "space", "space"):
            clock.later(1.0)
            await keys.press(key)
        assert marked(keys) == 2
        clock.later(1.0)
        await keys.press("enter")
        assert sounding(keys) == [2]
        assert "Space next" in keys.screen()


@pytest.mark.parametrize("key", ["space", "enter", "tab"])
async def test_with_one_switch_the_mark_walks_and_any_key_plays(app, sound_io, key):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=2.0)
        for _ in range(3):
            clock.later(1.0)
            app.screen.walk()
        assert marked(keys) == 2
        await keys.press(key)
        assert sounding(keys) == [2]
        for _ in range(10):
            clock.later(1.0)
            app.screen.walk()
        assert marked(keys) == 2, "nothing moves while it sounds"
        sound_io.the_player.is_playing = False
        clock.later(2.0)
        app.screen.walk()
        assert marked(keys) == 3


async def test_the_mark_rests_when_nobody_presses_and_a_press_only_wakes_it(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=1.0)
        for _ in range(40):
            clock.later(1.0)
            app.screen.walk()
        await keys.settle()
        assert "Press to go on." in keys.screen()
        await keys.press("space")
        assert sound_io.the_player.played == []
        clock.later(1.0)
        app.screen.walk()
        assert marked(keys) == 2


async def test_a_board_that_does_not_walk_asks_for_no_press(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=1.0)
        for _ in range(3 * 4):
            clock.later(1.0)
            app.screen.walk()
        assert "Press to go on." in keys.screen()
        await keys.press("s", "k", "escape")
        assert "Press to go on." not in keys.screen()


async def test_slow_presses_count_only_after_a_quiet_while_and_not_while_a_sound_plays(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, pause=0.5)
        await keys.press("1")
        for wait in (0.2, 0.2, 3.0):
            clock.later(wait)
            await keys.press("2")
        assert (marked(keys), len(sound_io.the_player.played)) == (1, 1)
        sound_io.the_player.is_playing = False
        clock.later(0.3)
        await keys.press("2")
        clock.later(0.6)
        await keys.press("3")
        assert (marked(keys), len(sound_io.the_player.played)) == (3, 2)
        clock.later(11.0)
        await keys.press("4")
        assert not app.screen.is_hearing, "a long sound is stopped"
        assert marked(keys) == 3


async def test_one_switch_records_on_an_empty_button(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=1.0, many=5, pause=0.5)
        for _ in range(4):
            clock.later(1.0)
            app.screen.walk()
        await keys.press("space")
        for _ in range(9):
            clock.later(1.0)
            app.screen.walk()
        assert marked(keys) == 5
        await keys.press("space")
        assert Boards(library).ready().sound_at(5) == library.sounds()[-1].id
        assert library.sounds()[-1].title == "Cross"


async def test_without_colour_the_marked_and_the_sounding_button_are_told_apart(
    library, sound_io, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    app = StudioApp(library, sound_io=sound_io, clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot, many=6)
        await keys.press("4")
        lines = keys.screen().splitlines()
        assert sum("╔" in line for line in lines) == sum("╚═ ░" in line for line in lines) == 1


async def test_words_are_as_big_as_there_is_room_for(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot, big_words=True)
        assert "1 ●" in keys.screen()
        assert "Moo" not in keys.screen(), "it is drawn in big letters"
        for size in ((20, 6), (40, 12), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await keys.settle()


def test_the_bar_fills():
    assert [bar(share, 4) for share in (-1, 0, 0.5, 1, 9)] == ["░░░░", "░░░░", "██░░", "████", "████"]


async def test_a_click_does_what_the_number_does(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await pilot.click("#button-3")
        await keys.settle()
        assert sounding(keys) == [3]


def test_a_board_knows_what_is_shown(library):
    board = Board(chosen=library.now()).with_sound(6, "S-0001").with_sound(2, "S-0002")
    assert board.shown == ("S-0002",)
