import asyncio
import threading
from dataclasses import replace

import pytest

from studio import takes
from studio.audio.recipe import Step
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from studio.ui.widgets.waveform import Waveform
from tests.builders import a_sine, a_wav
from tests.ui.fakes import Keyboard, a_sound


async def test_an_empty_list_says_what_to_press(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2")
        assert "No sounds yet. Press Esc, then 1 to record one." in keys.screen()
        assert "Enter open" not in keys.screen()


async def test_the_newest_comes_first_with_its_facts(app, library):
    a_sound(library, "Old", year="Y4")
    fresh = a_sound(library, "New", seconds=65)
    library.save_sound(replace(fresh, kept=False), "edit")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2")
        lines = [line for line in keys.screen().splitlines() if "today" in line]
        assert lines[0].split()[:5] == ["New", "1:05.0", "not", "kept", "yet"]
        assert lines[1].split()[:4] == ["Old", "Y4", "0:03.0", "kept"]


async def test_enter_opens_and_escape_comes_back_to_the_same_line(app, library):
    for title in ("A", "B", "C"):
        a_sound(library, title)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "down", "enter")
        assert isinstance(app.screen, OneSoundScreen)
        assert app.screen.now.title == "B"
        await keys.press("escape")
        assert app.screen.marked.title == "B"


async def test_space_plays_the_marked_sound(app, library, sound_io):
    a_sound(library, "Short", seconds=2)
    a_sound(library, "Long", seconds=5)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "down", "space")
        assert sound_io.the_player.played == [(2.0, 0)]
        await keys.press("up")
        assert not sound_io.the_player.is_playing


async def test_the_bin_gives_back_what_went_in(app, library):
    sound = a_sound(library, "Rain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "d")
        assert library.sound(sound.id).binned
        assert "In the bin. Press Z to take it out again." in keys.screen()
        await keys.press("z")
        assert not library.sound(sound.id).binned
        await keys.press("d", "v")
        assert "The bin: 1 sound" in keys.screen()
        await keys.press("u")
        assert "The bin is empty. Press V to see the sounds." in keys.screen()
        await keys.press("v")
        assert "My sounds: 1 sound" in keys.screen()
        await keys.press("v", "escape")
        assert "My sounds: 1 sound" in keys.screen(), "one step back, not two"


async def test_a_new_name_is_typed_at_the_foot(app, library):
    sound = a_sound(library, "Rain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "n")
        await keys.type("Hail [x]")
        await keys.press("enter")
        assert "Hail [x]" in keys.screen()
    assert library.sound(sound.id).title == "Hail [x]"


async def test_a_file_comes_in_by_its_path(app, library, tmp_path):
    file = a_wav(tmp_path / "horn.wav", a_sine(2.0))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "i")
        await keys.type(f'"{file}"')
        await keys.press("enter")
        assert "It is here. Press Enter to open it." in keys.screen()
        assert "horn" in keys.screen()
    assert [sound.title for sound in library.sounds()] == ["horn"]


async def test_a_file_that_is_not_there_is_said_in_two_sentences(app, tmp_path):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "i")
        await keys.type("nowhere.wav")
        await keys.press("enter")
        assert "! There is no file" in keys.screen()


async def test_another_program_may_add_while_the_list_is_open(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2")
        a_sound(library, "From the command line")
        await keys.press("escape", "2")
        assert "From the command line" in keys.screen()


async def test_a_long_import_is_stopped_with_escape_and_leaves_nothing(app, library, tmp_path, monkeypatch):
    begun, stopping = threading.Event(), threading.Event()

    def slowly(library, file, *, progress, **given):
        progress(0.25)
        begun.set()
        assert stopping.wait(60)
        progress(0.5)
        raise AssertionError("it was not stopped")

    monkeypatch.setattr("studio.takes.add_sound", slowly)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "i")
        await keys.type("hour.wav")
        await keys.mash("enter", wait=False)
        await asyncio.to_thread(begun.wait, 10)
        await keys.handled()
        assert "Bringing it in: 25%. Esc stops it." in keys.screen()
        assert "Esc stop" in keys.screen()
        await keys.mash("escape", wait=False)
        await keys.handled()
        stopping.set()
        while app.screen.importing:  # its thread is no longer waited for
            await keys.handled()
        await keys.settle()
        assert "! It was stopped; what had come in stays. Press I to go on." in keys.screen()
        assert "Esc back" in keys.screen()
    assert not library.sounds()


@pytest.mark.parametrize("wrong", ["folder", "words.wav", "empty.wav", "\x00"])
async def test_what_is_no_sound_is_said_in_two_sentences(app, library, tmp_path, wrong):
    (tmp_path / "folder").mkdir()
    (tmp_path / "words.wav").write_text("This is a letter.")
    (tmp_path / "empty.wav").touch()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "i")
        await keys.type(str(tmp_path / wrong))
        await keys.press("enter")
        assert " ! " in keys.screen()
        assert "Esc back" in keys.screen()
    assert not library.sounds()


async def test_g_says_whose_the_marked_sound_is(app, library):
    sound = a_sound(library, "Rain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "g", *"y4", "enter")
        assert "Kept with it: Y4." in keys.screen()
        assert "Y4" in keys.screen()
        await keys.press("g", *"from Somebody, CC BY", "enter")
        assert "Kept with it: Somebody, CC BY." in keys.screen()
    said = library.sound(sound.id)
    assert (said.year, said.credit, said.is_found) == ("Y4", "Somebody, CC BY", True)


async def test_a_sound_that_takes_long_to_draw_is_drawn_behind_the_keys(app, library):
    takes.do(library, a_sound(library, "High"), Step("pitch", (7.0,)), Step("echo", (0.2, 0.5)))
    a_sound(library, "Plain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "down")
        assert app.screen.query_one(Waveform).picture.slow
        assert "█" in keys.screen()
        await keys.press("up")
        assert not app.screen.query_one(Waveform).picture.slow
        assert "█" in keys.screen()
