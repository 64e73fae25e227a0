"""Backups in the app: now, every day, checked, restored."""

from datetime import timedelta

import pytest

from evidence.backup.backup import back_up
from evidence.backup.places import BackupPlaces
from evidence.library import Library
from tests.ui.fakes import Keyboard, a_sound, an_entry


@pytest.fixture
def used(library):
    an_entry(library, "Rain", "MT1:silver", sounds=(a_sound(library, "Rain"),))
    return library


async def opened(app, pilot) -> Keyboard:
    keys = Keyboard(pilot)
    app.open_place("backup")
    await keys.settle()
    return keys


async def test_a_backup_is_made_listed_checked_and_restored(app, used, tmp_path):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot)
        assert "No backup in reach" in keys.screen()
        assert "restore" not in keys.screen()
        await keys.press("enter")
        assert "each read back and compared" in keys.screen()
        assert "1 backup in reach" in keys.screen()
        await keys.press("c")
        assert "It is whole" in keys.screen()
        await keys.press("r")
        await keys.type(str(tmp_path / "again"))
        await keys.press("enter")
        assert "Restored 1 sound and 1 entry" in keys.screen()
    assert [entry.title for entry in Library.open(tmp_path / "again").entries()] == ["Rain"]


async def test_every_day_is_switched_on_and_off(app, used, tmp_path):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("d")
        await keys.type(str(tmp_path / "stick"))
        await keys.press("enter")
        assert "Every day the program is used" in keys.screen()
        assert BackupPlaces(used).daily().path == str(tmp_path / "stick")
        assert len(list((tmp_path / "stick").iterdir())) == 1
        await keys.press("d")
        assert "No more backups by itself" in keys.screen()
    assert BackupPlaces(used).daily() is None


async def test_a_place_that_cannot_be_is_said(app, used, tmp_path):
    (tmp_path / "file").write_text("no folder")
    async with app.run_test(size=(200, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("w")
        await keys.type(str(tmp_path / "file"))
        await keys.press("enter")
        assert "could not be made" in keys.screen()
        await keys.press("w", "enter")
        assert "Backed up" in keys.screen() or "inside the library" in keys.screen()


async def test_todays_backup_is_made_by_itself_when_the_app_opens(app, used, tmp_path):
    BackupPlaces(used).back_up_daily(tmp_path / "stick")
    yesterday = Library.open(used.folder, clock=lambda: used.now() - timedelta(days=1))
    back_up(yesterday, tmp_path / "stick")
    async with app.run_test() as pilot:
        await Keyboard(pilot).settle()
        await app.workers.wait_for_complete()
    assert len(list((tmp_path / "stick").iterdir())) == 2


async def test_a_stick_that_is_missing_is_said_at_the_start(app, used, tmp_path):
    BackupPlaces(used).back_up_daily(tmp_path / "stick")
    async with app.run_test(size=(200, 40)) as pilot:
        keys = Keyboard(pilot)
        await app.workers.wait_for_complete()
        await keys.settle()
        assert "Today's backup was not made" in keys.screen()
    assert not (tmp_path / "stick").exists()
