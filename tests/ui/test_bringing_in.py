"""Bringing files in: folders, what is dropped on the terminal, and cards that are watched."""

import pytest
from textual.events import Paste

from tests.builders import a_sine, a_wav
from tests.ui.fakes import Keyboard

HOSTILE = "[/bold] Ó'Néill <script>"


@pytest.fixture
def card(tmp_path):
    folder = tmp_path / "my card"
    folder.mkdir()
    a_wav(folder / "cow.wav", a_sine(0.2))
    a_wav(folder / "7__a_maker__rain.wav", a_sine(0.3))
    (folder / f"{HOSTILE.replace('/', '')}.mp3").write_bytes(b"no sound")
    return folder


async def test_all_of_a_folder_comes_in_and_what_cannot_is_named(app, library, card):
    async with app.run_test(size=(100, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "i")
        await keys.type(str(card))
        await keys.press("enter")
        assert "2 sounds came in." in keys.screen()
        assert "[bold] Ó'Néill <script>.mp3" in keys.screen()
    assert {sound.title for sound in library.sounds()} == {"cow", "rain"}


async def test_a_folder_without_sounds_is_said(app, tmp_path):
    (tmp_path / "empty").mkdir()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "i")
        await keys.type(str(tmp_path / "empty"))
        await keys.press("enter")
        assert "There is no sound file in “empty”. Choose another folder." in keys.screen()


@pytest.mark.parametrize("shape", ["{}", "'{}'", '"{}"', "{}\n"])
async def test_a_file_dropped_on_the_window_comes_in(app, library, card, shape):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2")
        app.screen.post_message(Paste(shape.format(card / "cow.wav")))
        await keys.settle()
        assert "It is here. Press Enter to open it." in keys.screen()
    assert [sound.title for sound in library.sounds()] == ["cow"]


async def test_words_that_are_pasted_are_no_files(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2")
        for words in ("hello", "/nowhere/at/all.wav", "it's", "\x00"):
            app.screen.post_message(Paste(words))
            await keys.settle()
    assert not library.sounds()


async def test_a_watched_card_is_named_once_and_brings_each_sound_once(app, library, card, tmp_path):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "w")
        await keys.type(str(card))
        await keys.press("enter")
        assert "2 sounds came in." in keys.screen()
        await keys.press("w")
        assert len(library.sounds()) == 2
        a_wav(card / "later.wav", a_sine(0.2))
        await keys.press("w")
        assert len(library.sounds()) == 3
        card.rename(tmp_path / "unplugged")
        await keys.press("w")
        assert "No watched folder is here. Plug the card in, then press W." in keys.screen()
