"""What the library cannot do is said on the screen; the program goes on."""

import shutil

from evidence.records.store import LibraryUnwritable
from tests.ui.fakes import Keyboard, a_sound, an_entry
from tests.ui.places import PLACES

FULL = LibraryUnwritable("The disk is full.", "Make room on it.")


def refuse(*args, **kwargs):
    raise FULL


async def test_a_change_that_cannot_be_stored_is_said_and_not_shown(app, library, monkeypatch):
    sound = a_sound(library, "Rain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        monkeypatch.setattr(library, "save_sound", refuse)
        for key in ("r", "t", "d"):
            await keys.press(key)
            assert "! The disk is full. Make room on it." in keys.screen()
        assert "nothing yet" in keys.screen()
        await keys.press("n")
        await keys.type("Hail")
        await keys.press("enter")
        assert "! The disk is full." in keys.screen()
        assert keys.screen().startswith(" Rain")
    assert library.sound(sound.id).title == "Rain"


async def test_a_take_that_cannot_be_stored_stays_among_the_takes(app, library, monkeypatch):
    monkeypatch.setattr(library, "add_sound", refuse)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter")
        assert "! The disk is full. Make room on it." in keys.screen()
        assert app.screen.state == "ready"
    assert len(list(library.takes.glob("*.wav"))) == 1


async def test_a_library_that_cannot_be_read_is_said_on_every_place(app, library, monkeypatch):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        monkeypatch.setattr(library, "sounds", refuse)
        monkeypatch.setattr(library, "entries", refuse)
        for place in ("my sounds", "quality mark", "evidence", "bundle"):
            await keys.press(*PLACES[place])
            assert "! The disk is full." in keys.screen(), place
            await keys.home()
        assert "! The disk is full." in keys.screen()


async def test_a_bundle_that_cannot_be_written_is_said_and_can_be_tried_again(app, library, monkeypatch):
    an_entry(library, "Club", "MT1:gold", sounds=(a_sound(library, "Rain"),))
    monkeypatch.setattr("evidence.bundle.issue.issue_bundle", refuse)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "enter")
        assert "! The disk is full. Make room on it." in keys.screen()
        assert "Enter seal" in keys.screen()


async def test_a_library_whose_disk_is_gone_is_said_on_every_place_and_work_goes_on_when_it_is_back(
    app, library, tmp_path
):
    an_entry(library, "Club", "MT1:gold", sounds=(a_sound(library, "Rain"),))
    elsewhere = tmp_path / "pulled out"
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        for way in (("2", "enter"), ("2", "space"), ("4", "enter"), ("5", "enter"), ("1", "enter", "enter")):
            await keys.press(*way[:1])
            library.folder.rename(elsewhere)
            await keys.press(*way[1:])
            await keys.home()
            assert "! " in keys.screen(), way
            shutil.rmtree(library.folder, ignore_errors=True)  # a recorder makes its folder anew
            elsewhere.rename(library.folder)
        await keys.press("2", "enter", "r")
        assert "Z takes it back." in keys.screen()
