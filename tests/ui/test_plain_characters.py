"""The ASCII tier: every place of the program in plain characters, in as many cells."""

import pytest
from rich.cells import cell_len

from studio.ui.app import StudioApp
from studio.ui.plain_characters import ASCII_VARIABLE, in_plain_characters
from studio.ui.text import SAFE_GLYPHS
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard, a_sound, an_entry
from tests.ui.places import PLACES

SEEN = (
    *("home", "recording", "my sounds", "tidied", "make evidence", "quality mark", "timeline", "calendar"),
    *(
        "sound buttons",
        "buttons set up",
        "club",
        "competition",
        "assembly",
        "pulse",
        "lessons",
        "six giant keys",
    ),
)


@pytest.fixture
def plain(library) -> StudioApp:
    return StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW, ascii_only=True)


async def test_every_place_is_drawn_in_plain_characters(plain, library):
    an_entry(library, "Ó'Néill’s “cow” 北 ▶", "O1:bronze", sounds=(a_sound(library, "Ó'Néill’s “cow” 北 ▶"),))
    async with plain.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        for place in SEEN:
            print(place)
            await keys.press(*PLACES[place])
            assert keys.screen().isascii(), set(keys.screen()) - set(map(chr, range(128)))
            await keys.home()


async def test_the_marked_button_the_level_and_the_wave_are_still_told_apart(plain, library):
    async with plain.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "u", "n")
        assert "+=" in keys.screen()
        assert "v v v" in keys.screen()
        await keys.home()
        await keys.press("1", "enter")
        plain.screen.poll()
        await keys.settle()
        assert "####" in keys.screen()
        assert "GOOD" in keys.screen()


def test_every_safe_glyph_has_a_plain_character_of_its_own_kind():
    for glyph in SAFE_GLYPHS:
        assert in_plain_characters(glyph).isascii()
        assert in_plain_characters(glyph) != "?", glyph


@pytest.mark.parametrize("text", ["plain", "Ó'Néill", "北京", "▶ 👍", "œuvre", "a\u0301b", "━╸", "ﬁn"])
def test_no_text_changes_its_cells(text):
    shown = in_plain_characters(text)
    assert shown.isascii()
    assert len(shown) == cell_len(text)


def test_a_computer_may_always_have_it(library, monkeypatch):
    monkeypatch.setenv(ASCII_VARIABLE, "1")
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW)
    assert len(app.get_line_filters()) == 2


async def test_the_arrows_are_not_written_like_other_keys(plain, library):
    a_sound(library, "One", seconds=0.3)
    async with plain.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        assert "Left/Right move" in keys.screen()
