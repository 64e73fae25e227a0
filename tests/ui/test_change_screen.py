import asyncio

import pytest

from lessons.sound_change import sound_changes
from studio.audio.live.devices import NoSpeakers
from studio.audio.recipe import Recipe
from studio.editing import changing
from studio.ui.change_words import about_words, now_words
from studio.ui.screens.sounds.change import ChangeScreen
from studio.ui.screens.sounds.one_change import Stopped
from studio.ui.widgets.change_grid import COLUMNS, ChangeCell, ChangeGrid
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.waveform import Waveform
from tests.ui.fakes import Keyboard, a_sound


@pytest.fixture
def take(library):
    return a_sound(library, "Take [/b]", seconds=1.0)


async def opened(pilot, take):
    keys = Keyboard(pilot)
    await keys.settle()
    pilot.app.push_screen(ChangeScreen(take))
    await keys.settle()
    return keys


def texts(library, take):
    return library.sound(take.id).recipe.texts()


async def test_a_key_does_it_and_it_plays_itself(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("r")
        assert texts(library, take) == ["robot 110"]
        assert sound_io.the_player.played == [(1.0, 0)]
        assert "Robot: a robot (1 of 3). Z takes it back." in keys.screen()
        assert "1 make it a robot on 110 Hz" in keys.screen()


async def test_the_same_key_is_the_next_strength_and_at_last_none(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        heard = []
        for _ in range(4):
            await keys.press("u")
            heard.append(texts(library, take))
        assert heard == [["pitch 3"], ["pitch 7"], ["pitch 12"], []]
        assert "Higher: none of it. U does it again." in keys.screen()


async def test_a_change_keeps_its_place_among_others_and_z_takes_back_one_press(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("l", "e", "l")
        assert texts(library, take) == ["gain 6", "limit -1", "echo 0.25 0.35"]
        await keys.press("z")
        assert texts(library, take) == ["gain 3", "limit -1", "echo 0.25 0.35"]
        await keys.press("z", "z")
        assert texts(library, take) == []
        await keys.press("y")
        assert texts(library, take) == ["gain 3", "limit -1"]


async def test_what_is_on_is_shown_again_another_day(app, library, take):
    changed = changing.set_steps(library, take, Recipe.parse(["fade-in 0.2", "echo 0.15 0.6"]).steps)
    async with app.run_test() as pilot:
        keys = await opened(pilot, changed)
        assert "E echo       ■■·" in keys.screen()
        await keys.press("e")
        assert texts(library, take) == ["fade-in 0.2", "echo 0.7 0.6"]


async def test_exact_numbers_are_typed(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("e", "n")
        assert "echo [SECONDS] [STRENGTH]:" in keys.screen()
        await keys.type("0.1 0.5")
        await keys.press("enter")
        assert texts(library, take) == ["echo 0.1 0.5"]
        assert "Now: echo 0.1 0.5. E again: a wall across the playground." in keys.screen()
        await keys.press("n")
        await keys.type("much")
        await keys.press("enter")
        assert "! “echo” cannot use “much” for SECONDS. Give a number from 0.01 to 5." in keys.screen()
        await keys.press("e")
        assert texts(library, take) == ["echo 0.25 0.35"]


async def test_a_muffled_sound_is_as_loud_as_it_was(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("p", "p", "n")
        assert "low-pass HZ:" in keys.screen()
        await keys.type("300")
        await keys.press("enter")
        low_pass, gain, limit = library.sound(take.id).recipe.steps
        assert (str(low_pass), str(limit)) == ("low-pass 300", "limit -1")
        assert gain.values[0] > 3
        assert "Now: low-pass 300. P again: through a scarf." in keys.screen()
        await keys.press("p", "p", "p", "p")
        assert texts(library, take) == []


async def test_a_change_without_numbers_says_so(app, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("w", "n")
        assert "“backwards” has no numbers. Choose another change, then press N." in keys.screen()


async def test_before_is_without_the_changes_and_may_be_as_loud(app, library, take, sound_io):
    steps = Recipe.parse(["trim 0 0.5", "echo 0.15 0.6", "gain 12", "limit -1"]).steps
    changed = changing.set_steps(library, take, steps)
    async with app.run_test() as pilot:
        keys = await opened(pilot, changed)
        await keys.press("b")
        assert "Before: without the changes. Press B for after." in keys.screen()
        assert sound_io.the_player.played[-1] == (0.5, 0)
        assert app.screen.query_one(Waveform).picture.length == 24000
        await keys.press("=")
        assert "Before is now as loud as after." in keys.screen()
        assert sound_io.the_player.played[-1] == (0.5, 0)
        await keys.press("b")
        assert sound_io.the_player.played[-1][0] > 0.5
        assert library.sound(take.id) == changed


async def test_any_change_leads_back_from_before(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("b", "d")
        assert not app.screen.hears_before
        assert texts(library, take) == ["pitch -3"]


async def test_arrows_tell_and_enter_does(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("down", "down", "right", "right")
        assert "A voice on one note, like a machine." in keys.screen()
        await keys.press("enter", "up", "up", "up", "left", "left", "left")
        assert app.screen.marked.id == "higher"
        assert texts(library, take) == ["robot 110"]


async def test_a_long_change_shows_how_far_it_is_and_esc_stops_it(app, library, take, monkeypatch):
    reached, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(library, sound, steps, *, progress):
        progress(0.25)
        loop.call_soon_threadsafe(reached.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()
        progress(0.5)

    monkeypatch.setattr(changing, "set_steps", slow)
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.mash("q", wait=False)
        await reached.wait()
        app.screen._show_progress()
        assert app.screen.query_one(ProgressLine).display
        await keys.mash("e", "z", "n", wait=False)  # rest while it is worked out
        await keys.mash("escape", wait=False)
        go_on.set()
        await keys.settle()
        assert "It was stopped, and nothing is changed. Press the key to begin anew." in keys.screen()
        assert not app.screen.query_one(ProgressLine).display
        assert isinstance(app.screen, ChangeScreen)
        assert texts(library, take) == []


async def test_what_another_program_made_of_it_is_where_one_goes_on(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        changing.set_steps(library, take, Recipe.parse(["reverse"]).steps)
        await keys.press("r")
        assert "was changed by another program meanwhile" in keys.screen()
        assert "1 play it backwards" in keys.screen()
        await keys.press("r", "z")
        assert texts(library, take) == ["reverse"]


async def test_without_speakers_one_can_still_change_and_look(app, library, take, sound_io):
    sound_io.missing = NoSpeakers("No speakers were found.", "Plug some in, then try again.")
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.press("e")
        assert "! No speakers were found." in keys.screen()
        await keys.press("r")
        assert "Robot: a robot (1 of 3)." in keys.screen()  # once is enough to be told
        assert texts(library, take) == ["echo 0.25 0.35", "robot 110"]


def test_being_stopped_is_said_in_two_sentences():
    assert str(Stopped("One.", "Two.")) == "One. Two."


async def test_a_lean_on_a_key_makes_one_change_after_the_other(app, library, take):
    async with app.run_test() as pilot:
        keys = await opened(pilot, take)
        await keys.mash(*"eeeerrrr")
        assert len(texts(library, take)) <= 2


async def test_every_change_can_be_done(app, library):
    async with app.run_test() as pilot:
        keys = await opened(pilot, a_sound(library, "Short", seconds=0.2))
        for change in sound_changes():
            await keys.press(change.key)
            assert " ! " not in keys.screen(), change.id
        assert len(app.screen.on_now) == len(sound_changes())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_changes_and_keys_fit(app, take, size):
    async with app.run_test(size=size) as pilot:
        keys = await opened(pilot, take)
        screen = keys.screen()
        for change in sound_changes():
            assert f"{change.key.upper()} {change.title} " in screen
        for words in ("Take [/b]", "N exact numbers", "= equally loud", "Esc back", "Now: none of it."):
            assert words in screen
        assert app.screen.query_one(Waveform).size.height >= 3


async def test_a_click_marks_and_does(app, library, take):
    async with app.run_test() as pilot:
        await opened(pilot, take)
        grid = app.screen.query_one(ChangeGrid)
        await pilot.click(grid, offset=(grid.size.width // COLUMNS + 2, 0))
        await Keyboard(pilot).settle()
        assert texts(library, take) == ["pitch -3"]


def test_squares_show_how_much_is_on():
    assert ChangeCell("e", "echo", 3).marks == "···"
    assert ChangeCell("e", "echo", 3, 2).marks == "■■·"
    assert ChangeCell("e", "echo", 3, 0).marks == "■■■"


def test_words_tell_what_it_does_and_what_the_key_does_next():
    echo = next(change for change in sound_changes() if change.id == "echo")
    assert about_words(echo).startswith("It comes back again and again, quieter each time. Texture: how many")
    assert now_words(echo, None) == "Now: none of it. E: a wall across the playground."
