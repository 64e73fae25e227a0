import numpy as np
import pytest

from studio.ui.widgets.waveform import Waveform
from tests.ui.fakes import Keyboard, a_sound


@pytest.fixture
def take(library):
    return a_sound(library, "Take")


async def one_sound(pilot, *then):
    keys = Keyboard(pilot)
    await keys.press("2", "enter", *then)
    return keys


def wave(app):
    return app.screen.query_one(Waveform)


async def test_how_much_is_between_the_lines_is_said_in_words(app, take):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "3", "[")
        assert "2.10 s from the line on" in keys.screen()
        await keys.press("5", "]")
        assert "At 0:01.50 · 0.60 s between the lines" in keys.screen()


async def test_enter_plays_only_what_is_between_the_lines(app, take, sound_io):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "3", "[", "5", "]", "enter")
        assert sound_io.the_player.parts[-1] == (43200, 72000)
        await keys.press("enter")
        assert not sound_io.the_player.is_playing


async def test_without_lines_enter_plays_what_is_seen(app, take, sound_io):
    async with app.run_test() as pilot:
        await one_sound(pilot, "+", "+", "enter")
        assert sound_io.the_player.parts[-1] == (0, 36000)


async def test_the_part_is_played_again_and_again_without_a_gap(app, take, sound_io):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "3", "[", "5", "]", "a")
        assert "Space stops" in keys.screen()
        seconds, start = sound_io.the_player.played[-1]
        assert seconds > 3500
        assert start == 0
        sound_io.the_player.position = 28800 * 7 + 100
        app.screen._tick()
        assert wave(app).playhead == pytest.approx(43200 + 100, abs=2000)
        await keys.press("space")
        assert not sound_io.the_player.is_playing


async def test_f_shows_what_is_between_the_lines_and_then_all(app, take):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "3", "[", "5", "]", "f")
        view = wave(app).view
        assert view.start <= 43200 < 72000 <= view.stop
        assert view.span < 33000
        await keys.press("f")
        assert wave(app).view.is_whole


async def test_one_can_look_at_single_frames_and_read_their_times(app, take):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await one_sound(pilot, "5", *["+"] * 13)
        assert wave(app).view.span == 40
        assert "At 0:01.50000 · 0.0008 s seen" in keys.screen()
        assert "0:01.4996" in keys.screen()
        cursor = wave(app).cursor
        await keys.press("right")
        assert wave(app).cursor == cursor + 1


async def test_pages_are_turned_and_the_cursor_goes_along(app, take):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "+", "+", "pagedown")
        assert wave(app).view.start == round(0.9 * 36000)
        assert wave(app).cursor == wave(app).view.start
        await keys.press("pageup")
        assert wave(app).view.start == 0


async def test_the_cursor_goes_from_beginning_to_beginning(app, library, sound_io):
    frames = np.random.default_rng(1).normal(0, 0.001, (3 * 48000, 1)).astype(np.float32)
    for at in (0.5, 1.25, 2.0):
        frames[round(at * 48000)] = 0.9
    sound_io.hears = lambda: frames
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter", ".")
        assert wave(app).cursor / 48000 == pytest.approx(0.5, abs=0.003)
        await keys.mash(".", ".")
        assert wave(app).cursor / 48000 == pytest.approx(2.0, abs=0.003)
        await keys.press(".")
        assert "No sound begins after this." in keys.screen()
        await keys.press("<")
        assert wave(app).cursor / 48000 == pytest.approx(1.25, abs=0.003)


async def test_lines_snap_to_beginnings_only_when_asked(app, take):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "home", *["right"] * 27, "[")
        unsnapped = wave(app).markers[0]
        await keys.press("slash", "[")
        assert "lines snap" in keys.screen()
        assert wave(app).markers[0] != unsnapped
        assert wave(app).markers[0] / 48000 == pytest.approx(1.0, abs=0.005)
        await keys.press("slash", "[")
        assert wave(app).markers[0] == unsnapped


async def test_lines_come_back_when_before_was_heard(app, take):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "r", "3", "[", "5", "]", "+", "b", "b")
        assert wave(app).markers == (43200, 72000)
        assert "between the lines" in keys.screen()


async def test_a_zoomed_view_stays_where_it_is_after_a_change(app, take):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "5", "+", "+")
        before = wave(app).view
        await keys.press("o")
        assert wave(app).view == before


async def test_a_line_goes_where_it_sounds_unless_the_cursor_was_moved_since(app, take, sound_io):
    async with app.run_test() as pilot:
        keys = await one_sound(pilot, "space")
        sound_io.the_player.position = 24000
        await keys.press("[")
        assert wave(app).markers == (24000, None)
        await keys.press("9", "]")
        assert wave(app).markers == (24000, 129600)
