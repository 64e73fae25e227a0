"""Withdrawing and the yearly review in the app."""

from dataclasses import replace
from datetime import timedelta

import pytest

from evidence.library import Library
from evidence.safety.people import People
from studio.ui.app import StudioApp
from studio.ui.screens.office.withdraw import WithdrawScreen
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard, a_sound, an_entry


@pytest.fixture
def heron(library):
    (person,) = People(library).add("Y4")
    sound = library.save_sound(replace(a_sound(library, "Rain song"), by=person.code), "edited")
    an_entry(library, "Rain song", "MT1:silver", sounds=(sound,))
    return person.code


async def test_all_of_a_person_goes_after_a_typed_yes(app, library, heron):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("people")
        await keys.settle()
        await keys.press("w")
        assert f"This would erase {heron}" in keys.screen()
        assert "Rain song" in keys.screen()
        await keys.press("enter")
        await keys.type("no")
        await keys.press("enter")
        assert "Nothing was erased" in keys.screen()
        assert len(library.sounds()) == 1
        await keys.press("b", "enter")
        await keys.type("yes")
        await keys.press("enter")
        assert f"Withdrew {heron}" in keys.screen()
    assert library.sounds() == ()
    assert list(library.originals.iterdir()) == []
    assert not [p for p in library.folder.rglob("*") if p.is_file() and b"Rain song" in p.read_bytes()]


async def test_what_is_not_there_is_said(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        app.push_screen(WithdrawScreen(entry_id="EV-2026-0099"))
        await keys.settle()
        assert "nothing called" in keys.screen()
        assert "Enter erase" not in keys.screen()


async def test_the_review_lists_what_is_due_and_leads_to_its_withdrawal(library, heron):
    later = NOW + timedelta(days=365 * 8)
    app = StudioApp(
        Library.open(library.folder, clock=lambda: later), sound_io=FakeSoundIO(), clock=lambda: later
    )
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("retention")
        await keys.settle()
        assert "to decide about" in keys.screen()
        await keys.press("enter")
        assert "This would erase" in keys.screen()
        await keys.press("escape")
        assert "to decide about" in keys.screen()
    assert len(library.sounds()) == 1


async def test_with_nothing_due_it_says_when_to_come_back(app, library, heron):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        app.open_place("retention")
        await keys.settle()
        assert "Nothing is due" in keys.screen()
