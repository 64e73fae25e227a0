"""Where backups go, and the one that is made every day."""

from datetime import timedelta

import pytest

from evidence.backup.backup import back_up
from evidence.backup.card import BackupCard
from evidence.backup.place import BackupNotMade
from evidence.backup.places import BackupPlaces, NotAFolderPlace
from evidence.backup.restore import restore
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from tests.evidence.given import NOW, a_draft, a_library


@pytest.fixture
def today():
    return [NOW]


@pytest.fixture
def library(tmp_path, today) -> Library:
    a_library(tmp_path)
    return Library.open(tmp_path / "library", clock=lambda: today[0])


def test_without_a_place_nothing_is_due(library):
    assert BackupPlaces(library).back_up_if_due() is None


def test_one_backup_is_made_every_day_and_it_can_be_restored(library, tmp_path, today):
    places = BackupPlaces(library)
    places.back_up_daily(tmp_path / "stick", keep=2)
    first = back_up(library, tmp_path / "stick")
    assert places.back_up_if_due() is None
    library.add_entry(a_draft())
    for _ in range(3):
        today[0] += timedelta(days=1)
        newest = places.back_up_if_due()
    kept = [path for path, _ in places.found()]
    assert len(kept) == 2
    assert kept[-1] == newest.path
    assert not first.path.exists()
    assert len(restore(newest.path, tmp_path / "again").entries()) == 1


def test_todays_backup_of_another_library_does_not_count(library, tmp_path, today):
    other = Library.open(tmp_path / "other", create=True, clock=lambda: today[0])
    back_up(library, tmp_path / "stick")
    today[0] += timedelta(days=1)
    back_up(other, tmp_path / "stick")
    places = BackupPlaces(library)
    places.back_up_daily(tmp_path / "stick")
    assert places.back_up_if_due() is not None
    assert len(list(places.found())) == 2


def test_it_is_made_in_pupil_mode_too_but_only_an_adult_says_where(library, tmp_path, today):
    places = BackupPlaces(library)
    places.back_up_daily(tmp_path / "stick")
    back_up(library, tmp_path / "stick")
    today[0] += timedelta(days=1)
    library.adults.set_pin("482913")
    library.adults.lock()
    assert places.back_up_if_due() is not None
    for forbidden in (
        lambda: places.back_up_daily(tmp_path / "mine"),
        places.stop_daily,
        lambda: back_up(library, tmp_path / "mine"),
    ):
        with pytest.raises(AdultsOnly):
            forbidden()
    assert not (tmp_path / "mine").exists()


def test_a_place_that_cannot_be_reached_is_told(library, tmp_path):
    (tmp_path / "stick").write_text("a file where the stick should be")
    places = BackupPlaces(library)
    places.back_up_daily(tmp_path / "stick")
    with pytest.raises(BackupNotMade):
        places.back_up_if_due()


@pytest.mark.parametrize("place", ["elsewhere", "n" * 5000])
def test_nothing_goes_by_itself_to_a_place_that_only_a_record_names(library, tmp_path, place):
    BackupPlaces(library).back_up_daily(tmp_path / place)
    with pytest.raises(BackupNotMade):
        BackupPlaces(library).back_up_if_due()
    assert not (tmp_path / "elsewhere").exists()
    assert list(BackupPlaces(library).found()) == []


def test_every_place_is_remembered_once(library, tmp_path):
    places = BackupPlaces(library)
    for to in (tmp_path / "one", tmp_path / "one", tmp_path / "two.zip"):
        places.remember(to)
    assert [place.path for place in places.all()] == [str(tmp_path / "one"), str(tmp_path / "two.zip")]
    assert list(places.found()) == []
    made = back_up(library, tmp_path / "two.zip")
    (found,) = places.found()
    assert found == (made.path, made.card)
    assert isinstance(found[1], BackupCard)
    made.path.write_text("no zip")
    assert list(places.found()) == []


def test_a_daily_backup_is_no_zip_and_can_be_stopped(library, tmp_path):
    places = BackupPlaces(library)
    with pytest.raises(NotAFolderPlace):
        places.back_up_daily(tmp_path / "safe.zip")
    places.back_up_daily(tmp_path / "one")
    places.back_up_daily(tmp_path / "two")
    assert places.daily().path == str(tmp_path / "two")
    places.stop_daily()
    assert places.daily() is None
