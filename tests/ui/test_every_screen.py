"""What must hold on each screen: safe glyphs, literal words, a key for everything, a way back, help."""

import subprocess
import sys

import pytest
from textual.widgets import Input

from assets import asset
from studio.film.films import Films
from studio.ui.app import StudioApp
from studio.ui.screens.award.bundle import BundleScreen
from studio.ui.screens.award.claim import ClaimScreen
from studio.ui.screens.award.evidence_list import EvidenceListScreen
from studio.ui.screens.award.quality_mark import QualityMarkScreen
from studio.ui.screens.home import HomeScreen
from studio.ui.text import SAFE_GLYPHS
from studio.ui.themes import THEMES
from tests.films import a_film
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard, a_sound, an_entry
from tests.ui.places import PLACES

HOSTILE = ("take [1] [bold]x [/", "<script>[@click=app.quit]", "[/bold] [$accent] \\[")


@pytest.fixture
def filled(library, tmp_path):
    Films(library).add(a_film(tmp_path / "clip.mp4"), HOSTILE[0])
    for title in HOSTILE:
        an_entry(library, title, "O1:bronze", sounds=(a_sound(library, title),))


LAID_OUT_BY_WIDTH = ("recording", "my sounds", "tidied", "make evidence", "quality mark", "bundle")


def assert_safe_glyphs(keys: Keyboard) -> None:
    """Nothing is drawn that a school's terminal may not have."""
    allowed = SAFE_GLYPHS | {"\n"}
    assert {glyph for glyph in keys.screen() if not (" " <= glyph <= "~" or glyph in allowed)} == set()


def assert_explained_keys(app: StudioApp) -> None:
    """Every key that is shown says what it does, and can be given to another key."""
    for active in app.screen.active_bindings.values():
        assert not active.binding.show or (active.binding.tooltip and active.binding.id), active.binding


async def assert_capitals_do_the_same(keys: Keyboard, asked: list[str]) -> int:
    """Every letter does the same with Caps Lock on -> how many letters; `asked` is what they did."""
    if isinstance(keys.app.focused, Input):  # they belong to the answer
        return 0
    letters = [key for key in keys.app.screen.active_bindings if len(key) == 1 and key.isalpha()]
    for letter in letters:
        asked.clear()
        await keys.mash(letter, letter.upper())
        small, capital = asked
        assert small == capital, letter
    return len(letters)


async def test_every_place_has_safe_glyphs_explained_keys_capitals_and_a_way_back(app, filled, monkeypatch):
    """In one walk through all of them, for the walk is what takes its time."""
    asked: list[str] = []

    async def only_note(action, default_namespace=None, namespaces=None):
        asked.append(action)
        return True

    with_letters = 0
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        for place, way in PLACES.items():
            print(place)  # which pytest shows when something there is wrong
            await keys.press(*way)
            assert_safe_glyphs(keys)
            assert_explained_keys(app)
            with monkeypatch.context() as patch:
                patch.setattr(app, "run_action", only_note)
                with_letters += await assert_capitals_do_the_same(keys, asked) > 0
            await keys.home()
    assert with_letters > len(PLACES) / 2


async def test_what_is_laid_out_by_width_is_right_when_wide(app, filled):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        for place in LAID_OUT_BY_WIDTH:
            await keys.press(*PLACES[place])
            assert_safe_glyphs(keys)
            assert_explained_keys(app)
            await keys.home()


async def test_pupils_words_show_as_they_were_typed(app, library):
    title = "take [1] [bold]x [/ <b>"
    an_entry(library, title, "O1:bronze", sounds=(a_sound(library, title),))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        for place in (
            "home",
            "my sounds",
            "one sound",
            "make evidence",
            "evidence",
            "an entry",
            "timeline",
            "a level",
            "bundle",
        ):
            await keys.press(*PLACES[place])
            assert title in keys.screen(), place
            await keys.home()


async def test_typed_words_that_look_like_markup_arrive_whole(app, library):
    sound = a_sound(library, "Rain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "n", "a", "[", "/", "b", "]", "enter")
        assert "a[/b]" in keys.screen()
    assert library.sound(sound.id).title == "a[/b]"


async def test_every_screen_has_a_help_page(app, filled):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        for key in ("1", "2", "enter", "e"):
            await keys.press(key)
            page = asset("help", f"{app.screen.HELP_PAGE}.md").read_text(encoding="utf-8")
            await keys.press("f1")
            assert page.splitlines()[0].removeprefix("# ") in keys.screen()
            await keys.press(*["escape"] * (2 if key == "1" else 1))


@pytest.mark.parametrize(
    "screen", [HomeScreen, QualityMarkScreen, EvidenceListScreen, ClaimScreen, BundleScreen]
)
def test_the_other_help_pages_are_there(screen):
    assert asset("help", f"{screen.HELP_PAGE}.md").is_file()


async def test_each_theme_draws_the_busiest_place(app, filled):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press(*PLACES["tidied"])
        for theme in THEMES:
            app.theme = theme.name
            await keys.settle()
            assert "T tidy" in keys.screen()


async def test_without_colour_the_words_still_say_everything(library, filled, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        app.screen.poll()
        await keys.settle()
        assert "GOOD" in keys.screen()
        assert "Enter stop" in keys.screen()


def test_starting_loads_nothing_heavy():
    heavy = "numpy scipy sklearn numba soundfile sounddevice av jinja2"
    code = f"import sys, studio.ui.app; print(*[name for name in '{heavy}'.split() if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


async def test_a_window_far_too_small_ends_nothing(app, filled):
    async with app.run_test(size=(20, 6)) as pilot:
        keys = Keyboard(pilot)
        for place in (
            "recording",
            "my sounds",
            "tidied",
            "make evidence",
            "quality mark",
            "a level",
            "bundle",
            "help",
        ):
            await keys.press(*PLACES[place])
            await keys.home()


async def test_a_window_may_change_its_size_at_any_moment(app, filled):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press(*PLACES["tidied"])
        for width, height in ((132, 43), (25, 7), (80, 24)):
            await pilot.resize_terminal(width, height)
            await keys.settle()
        assert "T tidy" in keys.screen()


async def test_a_long_help_page_says_how_to_read_on(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "t", "h")
        assert "D read on" not in keys.screen()
        await keys.press("escape", "escape", "a", "h")
        assert "D read on" in keys.screen()
        await keys.press("d")
        assert "You can stop at any time" in keys.screen()
        await keys.press("d")
        assert "Where does your school stand" in keys.screen()
