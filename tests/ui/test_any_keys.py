"""Somebody leans on the keyboard: whatever is pressed, the program stays, and no sound is lost."""

import random

import pytest
from textual.events import Paste

from studio.audio.files.wav import WavFile
from studio.film.films import Films
from tests.films import a_film
from tests.ui.fakes import Keyboard, a_sound, an_entry
from tests.ui.places import PLACES

pytestmark = pytest.mark.walk

# Not Ctrl and Q, which leaves, nor what could be typed into a path outside the test's own folder.
LETTERS = [*"abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ"]
OTHERS = [
    *"0123456789+-[]=!,.<> ",
    *("enter", "escape", "space", "tab", "shift+tab", "backspace", "delete", "up", "down", "left", "right"),
    *("home", "end", "pageup", "pagedown", "shift+left", "shift+right", "f1", "f5", "ctrl+c", "ctrl+z"),
]
PASTED = ("[/bold] Ó'Néill <script>", "two\nlines", "\x1b[31mred", "\u202eback to front", "x" * 300, "")
SIZES = ((60, 15), (120, 40), (20, 6), (80, 24))
KEYS = 30
"""From each of 130 places, with another chance in each: more from one of them finds nothing new."""
AT_ONCE = 15


async def mash(keys: Keyboard, chance: random.Random) -> None:
    pressed = chance.choices(LETTERS + 2 * OTHERS, k=KEYS)
    for first in range(0, KEYS, AT_ONCE):
        await keys.mash(*pressed[first : first + AT_ONCE])
        if chance.random() < 0.3:
            keys.app.post_message(Paste(chance.choice(PASTED)))
        if chance.random() < 0.2:
            await keys.pilot.resize_terminal(*chance.choice(SIZES))
        await keys.settle()


@pytest.mark.parametrize("place", [place for place in PLACES if place not in ("tidied", "help")])
async def test_any_keys_anywhere_end_nothing_and_lose_nothing(app, library, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    for title in ("One", "[/bold] Ó'Néill <script>"):
        an_entry(library, title, "MT1:bronze", sounds=(a_sound(library, title, seconds=1.0),))
    if "film" in place:
        Films(library).add(a_film(tmp_path / "clip.mp4"))
    before = library.sounds()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press(*PLACES[place])
        await mash(keys, random.Random(place))
        await keys.home()
    after = {sound.id: sound for sound in library.sounds()}
    assert {sound.id for sound in before} <= set(after)
    for sound in after.values():
        with WavFile(library.original_path(sound)) as original:
            assert original.length == round(sound.seconds * sound.samplerate)
    assert len(library.entries()) >= 2


async def test_pages_of_a_list_that_has_no_room_can_be_turned(app, library):
    for title in ("One", "Two", "Three"):
        an_entry(library, title, "MT1:bronze")
    async with app.run_test(size=(20, 6)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b")
        await keys.mash("pagedown", "end", "pageup", "space", "pagedown", "pagedown")
        await keys.home()
        await pilot.resize_terminal(80, 24)
        await keys.press("6", "b", "pagedown")
        assert app.screen.query_one("#entries").marked == 2
