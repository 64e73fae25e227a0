"""The three sizes on the screen: the same sounds, fewer keys, nothing lost, and the help says so."""

from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.screen import Screen

import studio.ui.screens
from lessons.readers import LITTLE, MIDDLE, Readers, sizes
from studio.ui.app import StudioApp
from studio.ui.screens.little.little import LittleScreen
from studio.ui.screens.sounds.my_sounds import MySoundsScreen
from studio.ui.size import SIZE_VARIABLE
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard, a_sound


def every_binding() -> list[Binding]:
    found = []
    for module in walk_packages(studio.ui.screens.__path__, "studio.ui.screens."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, Screen):
                found += [each for each in vars(kind).get("BINDINGS", ()) if isinstance(each, Binding)]
    return found


def test_every_key_that_a_size_leaves_out_is_there_and_no_way_out_is_left_out():
    there = {binding.id for binding in every_binding()}
    for size in sizes():
        assert size.not_shown <= there, size.id
        assert not size.not_shown & {"back", "help", "home.size", "home.quit"}


@pytest.fixture
def middle(library) -> StudioApp:
    a_sound(library, "Owl")
    Readers(library).set_size(MIDDLE)
    return StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW)


async def test_at_the_middle_size_some_keys_are_neither_shown_nor_do_anything(middle):
    async with middle.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2")
        assert isinstance(middle.screen, MySoundsScreen)
        assert "Space play" in keys.screen()
        assert "whose" not in keys.screen()
        await keys.press("g")
        assert not middle.screen.is_asking


async def test_the_help_of_a_screen_says_what_is_left_out_and_where_it_is(middle):
    async with middle.run_test(size=(80, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "h")
        words = " ".join(keys.screen().split())
        assert "The size of reader is Middle, which leaves out: " in words
        assert "G whose" in words
        assert "S on Home shows more." in words


async def test_with_every_key_the_help_says_nothing_of_sizes(app):
    async with app.run_test(size=(80, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "h")
        assert "leaves out" not in keys.screen()


async def test_one_key_on_home_goes_round_the_sizes_and_the_library_remembers(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("s")
        assert isinstance(app.screen, LittleScreen)
        assert Readers(library).now().size == LITTLE
        await keys.press("escape")
        assert "S size: Little" in keys.screen()
        await keys.press("s")
        assert "S size: Middle" in keys.screen()
        await keys.press("s")
        assert "S size: Studio" in keys.screen()


async def test_at_the_little_size_the_program_opens_on_the_giant_keys(app, library):
    Readers(library).set_size(LITTLE)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        assert isinstance(app.screen, LittleScreen)
        await keys.home()


async def test_a_computer_may_have_a_size_of_its_own(app, library, monkeypatch):
    monkeypatch.setenv(SIZE_VARIABLE, "Little")
    assert app.reader_size.id == LITTLE
    assert Readers(library).now().id == ""


async def test_a_class_is_here_has_its_size_and_may_have_another(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("y", "down", "down", "enter")
        assert Readers(library).now().year == "Y2"
        assert app.reader_size.id == MIDDLE
        assert "■ here" in keys.screen()
        await keys.press("s", "z", "s", "s")
        assert Readers(library).now().size_of("Y2") == LITTLE
        await keys.press("z", "z", "z")
        assert Readers(library).now().year == ""
        assert app.reader_size.id == "studio"
