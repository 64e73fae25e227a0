"""The competition's screens: each says where it stands and the next key, whatever has happened."""

from dataclasses import replace
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import walk_packages

import pytest

import studio.ui.screens
from assets import asset
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.competition.competition import CompetitionScreen
from studio.ui.screens.competition.competition_announce import AnnounceScreen
from studio.ui.screens.competition.competition_check import CheckReasonsScreen
from studio.ui.screens.competition.competition_panel import PanelScreen
from studio.ui.screens.competition.competition_prints import CompetitionPrintsScreen
from studio.ui.screens.competition.competition_reasons import ReasonsScreen
from studio.ui.text import SAFE_GLYPHS
from tests.ui.competition_room import (
    PIN,
    Room,
    at_the_competition,
    says_the_next_key,
    shown_keys,
)
from tests.ui.fakes import Keyboard

ENTRIES = ("Y3-newt", "Y4-heron", "Y4-otter", "Y5-fox")


@pytest.fixture
def room(library) -> Room:
    return Room(library)


async def test_without_a_competition_the_next_key_chooses_a_brief(app):
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        assert "There is no competition yet." in keys.screen()
        assert says_the_next_key(keys) == "B"
        await keys.press("b")
        assert "53 cards" in keys.screen()


async def test_cards_are_narrowed_by_year_purpose_and_words(app):
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "b", "y")
        assert "Only: EYFS" in keys.screen()
        assert all("EYFS" in brief.years for brief in app.screen.found)
        await keys.press("p")
        assert {brief.purpose for brief in app.screen.found} == {"character"}
        await keys.press("x", "slash")
        await keys.type("thunder")
        assert 0 < len(app.screen.found) < 53
        await keys.press("enter", "x")
        assert len(app.screen.found) == 53


async def test_our_own_card_is_written_changed_taken_out_and_brought_back(app, room):
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "b", "n", "enter")
        assert "The card has no title." in keys.screen()
        await keys.type("The school [bell]")
        await keys.press("tab", "tab")
        await keys.type("A new sound for the end of break.")
        await keys.press("enter")
        assert "The school [bell]" in keys.screen()
        await keys.press("e", "tab", "tab", "tab")
        await keys.type("It rings")
        await keys.press("enter", "t")
        assert "is out. Z brings it back." in keys.screen()
        await keys.press("z")
        [brief] = [each for each in app.screen.every if each.id in app.screen.own]
    assert (brief.title, brief.must, brief.struck) == ("The school [bell]", ("It rings",), False)


async def test_a_competition_is_set_from_a_card(app, room):
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "b", "enter", "enter", "tab", "tab")
        await keys.type("11.12.")
        await keys.press("enter")
        assert "“11.12.” is not a date." in keys.screen()
        await keys.type("2026-12-11")
        await keys.press("tab", "1", "tab", "2", "tab", "tab")
        await keys.type("Y6-elk and Y6-ram")
        await keys.press("enter")
        assert "17 days left to enter, until Fri 11 Dec." in keys.screen()
        assert says_the_next_key(keys) == "E"
    known = room.docket.competition
    assert (known.who_may, known.led_by) == ("one each", ("Y6-elk", "Y6-ram"))
    assert known.years == ("Y2", "Y3", "Y4", "Y5", "Y6")


async def test_a_sound_is_handed_in_with_a_receipt_and_can_come_back(app, room):
    room.set()
    room.sounds(ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "e", "enter", "enter")
        assert "Handed in: “Secret title 4” by Y5-fox." in keys.screen()
        assert "It lasts 1.0 seconds." in keys.screen()
        await keys.press("z")
        assert room.docket.live == ()
        await keys.press("down", "enter")
        await keys.type("Y4-otter Y4-heron")
        await keys.press("enter")
        assert "2 made it, and here it is one each." in keys.screen()
    assert room.docket.live == ()


async def test_an_entry_is_taken_back_by_its_code(app, room):
    room.set(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "e", "t")
        await keys.type("Y5-bat")
        await keys.press("enter")
        assert "Y5-bat has no entry here." in keys.screen()
        await keys.press("t")
        await keys.type("y4-heron")
        await keys.press("enter")
        assert "Taken back." in keys.screen()
    assert len(room.docket.live) == 3


async def test_whoever_handed_in_already_is_told_what_to_do(app, room):
    room.set(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "e", "enter", "enter")
        assert "Y5-fox has handed something in already." in keys.screen()


async def test_pupils_see_an_adults_key_only_when_it_comes_next(app, room):
    room.set(*ENTRIES)
    room.library.adults.set_pin(PIN)
    room.library.adults.lock()
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        assert not {"D", "F", "X", "P", "O", "K", "A"} & set(shown_keys(keys))
        assert {"E", "C", "B", "M"} <= set(shown_keys(keys))
        await keys.press("d", "f", "x", "p")
        assert "PIN" not in keys.screen()


def test_every_screen_of_the_competition_has_its_page_of_help():
    for module in walk_packages(studio.ui.screens.__path__, "studio.ui.screens."):
        if ".competition." in module.name:
            found = import_module(module.name)
            for _, screen in getmembers(found, isclass):
                if issubclass(screen, StudioScreen) and screen.__module__ == found.__name__:
                    assert asset("help", f"{screen.HELP_PAGE}.md").is_file(), screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_has_safe_glyphs_and_a_next_key_that_fits(app, room, size):
    room.judged(*ENTRIES)
    room.write()
    screens = [CompetitionScreen, PanelScreen, ReasonsScreen, CheckReasonsScreen]
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        for screen in screens:
            app.push_screen(screen(room.known.id))
            await keys.settle()
            drawn = keys.screen()
            assert {g for g in drawn if not (" " <= g <= "~" or g in SAFE_GLYPHS | {"\n"})} == set()
            if screen is not ReasonsScreen:
                says_the_next_key(keys)
        room.check()
        for screen in (AnnounceScreen, CompetitionPrintsScreen):
            app.push_screen(screen(room.known.id))
            await keys.settle()
            drawn = keys.screen()
            assert {g for g in drawn if not (" " <= g <= "~" or g in SAFE_GLYPHS | {"\n"})} == set()


async def test_a_title_that_looks_like_markup_stands_as_it_is(app, room):
    known = room.set(title="[bold]Boo[/] [")
    assert replace(known).title == "[bold]Boo[/] ["
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot)
        assert "Competition: [bold]Boo[/] [" in keys.screen()
