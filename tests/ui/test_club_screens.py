"""Every screen of the club: safe glyphs, a tooltip for each key, a way back, help, and any keys at all."""

import random

import pytest

from assets import asset
from evidence.library import Library
from lessons.club.sessions import Sessions
from studio.audio.files.wav import WavFile
from studio.ui.text import SAFE_GLYPHS
from tests.ui.club import a_club, a_library, a_term, leaders
from tests.ui.fakes import Keyboard, a_sound
from tests.ui.test_any_keys import mash

WAYS = {
    "session": ("3",),
    "what was said": ("3", "w"),
    "not held": ("3", "n"),
    "questions": ("3", "q"),
    "register": ("3", "r"),
    "a new member": ("3", "r", "n"),
    "pairs": ("3", "p", "p"),
    "not together": ("3", "p", "n"),
    "record at a PC": ("3", "p", "p", "r"),
    "who leads": ("3", "l"),
    "keep or bin": ("3", "s"),
    "evidence": ("3", "f", "e"),
    "every session": ("3", "t"),
    "plan": ("3", "t", "p"),
    "move": ("3", "t", "m"),
    "counts": ("3", "t", "c"),
    "one session": ("3", "t", "up", "enter"),
    "our own way": ("3", "t", "enter", "o"),
    "Ambassadors": ("3", "a"),
    "card": ("3", "a", "enter"),
    "taught": ("3", "a", "t"),
    "skills": ("3", "a", "s"),
    "fair chance": ("3", "a", "v"),
    "role card": ("3", "a", "r"),
    "print": ("3", "a", "p"),
}
BUSIEST = (
    *("session", "questions", "register", "pairs", "not together", "record at a PC", "who leads"),
    *("keep or bin", "evidence", "every session", "plan", "our own way", "Ambassadors", "print"),
)
LAID_OUT_BY_WIDTH = ("session", "register", "pairs", "keep or bin", "every session", "Ambassadors")
HOSTILE = "[/bold] Ó'Néill <script> [@click=app.quit]"


@pytest.fixture
def library(tmp_path, clock) -> Library:
    """A library with a club that meets today, everybody here, and two sounds made in it."""
    library = a_library(tmp_path, clock)
    codes = a_club(library)
    leaders(library)
    today = a_term(library, clock)
    sessions = Sessions(library)
    sessions.marks(today.id, dict.fromkeys(codes, "here"))
    sessions.say(today.id, "starter", HOSTILE)
    for title in ("One", HOSTILE):
        a_sound(library, title, seconds=1.0, year="Y4")
    return library


@pytest.mark.parametrize(("size", "places"), [((80, 24), tuple(WAYS)), ((120, 40), LAID_OUT_BY_WIDTH)])
async def test_every_club_screen_has_safe_glyphs_explained_keys_help_and_a_way_back(app, size, places):
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        for place in places:
            await keys.press(*WAYS[place])
            drawn = keys.screen()
            strange = {glyph for glyph in drawn if not (" " <= glyph <= "~" or glyph in SAFE_GLYPHS | {"\n"})}
            assert strange <= set("Óé"), place
            for active in app.screen.active_bindings.values():
                binding = active.binding
                assert not binding.show or (binding.tooltip and binding.id), (place, binding)
            assert asset("help", f"{app.screen.HELP_PAGE}.md").is_file(), place
            assert "Esc" in drawn, place
            await keys.home()


async def test_pupils_words_in_the_club_show_as_they_were_typed(app):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        for place in ("session", "keep or bin", "one session"):
            await keys.press(*WAYS[place])
            if place == "one session":
                await keys.press("escape", "down", "enter")
            assert HOSTILE in keys.screen(), place
            await keys.home()


@pytest.mark.parametrize("place", BUSIEST)
async def test_any_keys_in_the_club_end_nothing_and_lose_no_sound(app, library, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    before = library.sounds()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press(*WAYS[place])
        await mash(keys, random.Random(place))
        await keys.home()
    after = {sound.id: sound for sound in library.sounds()}
    assert {sound.id for sound in before} <= set(after)
    for sound in after.values():
        with WavFile(library.original_path(sound)) as original:
            assert original.length == round(sound.seconds * sound.samplerate)


async def test_in_pupil_mode_the_club_shows_codes_and_nothing_for_adults(app, library):
    from evidence.safety.names import Names
    from lessons.club.apart import Aparts
    from lessons.club.member import Members

    codes = [each.code for each in Members(library).here()]
    library.adults.set_pin("482913")
    Names(library).set(codes[0], "Zoë")
    Aparts(library).add(codes[0], codes[1])
    library.adults.lock()
    adults = ("N not held", "L who leads", "C set up", "E evidence", "N new member", "N not together")
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        for way in (("3",), ("3", "r"), ("3", "p", "p"), ("3", "s"), ("3", "t"), ("3", "t", "up", "enter")):
            await keys.press(*way)
            drawn = keys.screen()
            assert "Zoë" not in drawn, way
            assert "apart" not in drawn, way
            assert not any(words in drawn for words in adults), way
            await keys.home()
        await keys.press("3", "f")
        assert "For adults. The PIN:" in keys.screen()
        await keys.press("escape")
        await keys.press("a")
        for words in ("P print", "V fair chance", "S skills", "M make them one"):
            assert words not in keys.screen()
