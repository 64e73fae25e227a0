"""What is in this sound? on the screen: at once what is quick, then the rest; pages, playhead, picture."""

import threading

import numpy as np
import pytest
from textual.pilot import Pilot

from evidence.library import Library
from evidence.sound import Sound
from studio import takes
from studio.audio.analysis.findings import Findings
from studio.errors import StudioError
from studio.ui.app import StudioApp
from studio.ui.screens.sounds.listen import ListenScreen
from studio.ui.screens.sounds.tuner import TunerScreen
from studio.ui.text import SAFE_GLYPHS
from studio.ui.widgets.sound_map import SoundMap
from tests.ui.fakes import Keyboard, a_sound

PIN = "482913"
SIZES = ((80, 24), (120, 40))


async def at(pilot: Pilot[None], sound: Sound) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    keys.app.push_screen(ListenScreen(sound))
    await keys.settle()
    return keys


@pytest.fixture
def sound(library: Library) -> Sound:
    return a_sound(library, "Saucepan [/bold]")


@pytest.mark.parametrize("size", SIZES)
async def test_each_page_has_its_number_and_shows_the_sound(app: StudioApp, sound: Sound, size):
    async with app.run_test(size=size) as pilot:
        keys = await at(pilot, sound)
        assert "What is in “Saucepan [/bold]”?" in keys.screen()
        assert "Mostly one note, A." in keys.screen()
        assert "It lasts 3.0 seconds." in keys.screen()
        await keys.press("2")
        assert " A4" in keys.screen()
        await keys.press("3")
        assert "loud" in keys.screen()
        assert "quiet" in keys.screen()
        await keys.press("4")
        assert "high" in keys.screen()
        assert "low" in keys.screen()
        assert "0:03.00" in keys.screen()
        shown = {glyph for glyph in keys.screen() if not " " <= glyph <= "~"}
        assert shown <= SAFE_GLYPHS | {"\n"}
        await keys.press("1", "escape")
        assert not isinstance(app.screen, ListenScreen)


async def test_the_playhead_follows_what_sounds(app, sound, sound_io):
    async with app.run_test() as pilot:
        keys = await at(pilot, sound)
        await keys.press("4", "space")
        sound_io.the_player.position = 72000
        app.screen._tick()
        assert app.screen.query_one(SoundMap).playhead == pytest.approx(1.5)
        await keys.settle()
        assert "│" in keys.screen()
        await keys.press("space")
        assert not app.screen.is_hearing


async def test_quick_words_come_before_the_close_listening_and_esc_stops_it(app, sound, monkeypatch):
    begun = threading.Event()

    def slowly(library, sound, told):
        while True:  # ends when told to stop, by what `told` raises
            told("compiling", 0.0)
            begun.set()
            threading.Event().wait(0.01)

    monkeypatch.setattr("studio.listening.listen", slowly)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.push_screen(ListenScreen(sound))
        while not begun.is_set() or app.screen.glance is None:
            await keys.handled()
        await keys.handled()
        assert "It lasts 3.0 seconds." in keys.screen()
        assert "I am still listening for notes" in keys.screen()
        assert "The first time takes up to a minute." in keys.screen()
        await keys.mash("2", wait=False)
        assert "The notes come when I have listened closely." in keys.screen()
        await keys.press("escape")
        assert "Stopped. Press R to listen again." in keys.screen()
        assert "up to a minute" not in keys.screen()
        monkeypatch.setattr("studio.listening.listen", lambda *_: Findings(1.0, (), (), None))
        await keys.press("r")
        assert "I can't hear one clear note in it." in keys.screen()
        await keys.press("escape")
        assert not isinstance(app.screen, ListenScreen)


async def test_when_the_listening_breaks_off_the_pictures_stay(app, sound, monkeypatch):
    def breaks_off(library, sound, told):
        raise StudioError("The close listening broke off.", "Try again, or go on without it.")

    monkeypatch.setattr("studio.listening.listen", breaks_off)
    async with app.run_test() as pilot:
        keys = await at(pilot, sound)
        assert "The close listening broke off." in keys.screen()
        assert "R listen again" in keys.screen()
        await keys.press("4")
        assert "high" in keys.screen()


async def test_the_picture_is_an_adults_to_save(app, library, sound):
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test() as pilot:
        keys = await at(pilot, sound)
        await keys.press("p", "escape")
        assert not library.exports.exists() or not list(library.exports.iterdir())
        await keys.press("p")
        await keys.type(PIN)
        await keys.press("enter")
        [picture] = library.exports.iterdir()
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert "Written:" in keys.screen()
        assert sound.title not in picture.name


async def test_a_sound_of_silence_says_so_on_every_page(app, library, sound_io):
    sound_io.hears = lambda: np.zeros((48000, 1), np.float32)
    recorder = sound_io.recorder(library.takes, None)
    recorder.start()
    silent = takes.keep_take(library, recorder.stop(), title="Nothing")
    async with app.run_test() as pilot:
        keys = await at(pilot, silent)
        assert "I hear nothing at all in this sound." in keys.screen()
        for page in "234":
            await keys.press(page)


async def test_a_window_of_any_size_ends_nothing(app, sound):
    async with app.run_test(size=(20, 6)) as pilot:
        keys = await at(pilot, sound)
        for size in ((20, 6), (132, 43), (25, 7), (80, 24)):
            await pilot.resize_terminal(*size)
            await keys.press("1", "2", "3", "4")
        assert "P save the picture" in keys.screen()


async def test_t_opens_the_tuner_and_esc_comes_back(app, sound):
    async with app.run_test() as pilot:
        keys = await at(pilot, sound)
        await keys.press("t")
        assert isinstance(app.screen, TunerScreen)
        await keys.press("escape")
        assert isinstance(app.screen, ListenScreen)


async def test_when_the_program_ends_so_does_the_listening(app, sound, monkeypatch):
    begun, ended = threading.Event(), threading.Event()

    def slowly(library, sound, told):
        try:
            while True:  # ends when told to stop, by what `told` raises
                told("notes", 0.5)
                begun.set()
                threading.Event().wait(0.01)
        finally:
            ended.set()

    monkeypatch.setattr("studio.listening.listen", slowly)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.push_screen(ListenScreen(sound))
        while not begun.is_set():
            await keys.handled()
    assert ended.wait(60)
