"""The school's own units."""

import pytest

from evidence.backup.backup import back_up
from evidence.backup.restore import restore
from evidence.library import Library
from evidence.records.store import LibraryUnwritable
from evidence.safety.adults import AdultsOnly
from lessons.units.load import UnitFault, shipped_units
from lessons.units.own import OwnUnits, UnitExists, UnknownUnit, unit_named, units
from tests.evidence.given import NOW, a_library, add_a_sound, again
from tests.lessons.units.a_unit import a_unit_file

BELLS = "OUR-BELLS"
OTHER = ('title = "Our bells"', 'title = "All our bells"')


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def test_a_new_library_has_the_shipped_units_and_nothing_is_made_by_looking(library):
    assert units(library) == shipped_units()
    assert OwnUnits(library).read() == ((), ())


def test_an_own_unit_is_kept_as_it_was_written(library, tmp_path):
    file = a_unit_file(tmp_path)
    unit = OwnUnits(library).keep(file)
    file.unlink()
    assert unit.is_own
    assert unit_named(again(library), "our-bells") == unit
    at = units(library).index(unit)
    assert units(library)[at - 1].year_groups[0] == units(library)[at + 1].year_groups[0] == "Y3"
    line = [*library.journal.lines()][-1]
    assert (line.action, line.kind, line.id) == ("imported", "unit", BELLS)


def test_an_unknown_unit_is_told_with_the_nearest_one(library):
    with pytest.raises(UnknownUnit) as caught:
        unit_named(library, "Y3-C")
    assert "Y3-" in caught.value.fix


def test_a_file_with_a_fault_is_told_by_its_line_and_nothing_is_kept(library, tmp_path):
    file = a_unit_file(tmp_path, ("minutes = 45", "minutes = 44"))
    for act in (OwnUnits(library).keep, OwnUnits(library).check):
        with pytest.raises(UnitFault, match=r"our-bells\.toml, line 9, minutes"):
            act(file)
    assert list(OwnUnits(library).folder.iterdir()) == []


def test_a_claim_must_be_of_a_framework_here(library, tmp_path):
    file = a_unit_file(tmp_path, ("MT1:silver", "MT7:silver"))
    with pytest.raises(UnitFault, match="line 5, shows: MT7:silver") as caught:
        OwnUnits(library).keep(file)
    assert "MT1:silver" in caught.value.fix or "MT" in caught.value.fix


def test_the_id_of_a_shipped_unit_is_taken(library, tmp_path):
    file = a_unit_file(tmp_path, ('"OUR-BELLS"', '"Y3-A"'))
    with pytest.raises(UnitFault, match="line 2, id: Y3-A"):
        OwnUnits(library).keep(file)


def test_one_takes_the_place_of_another_only_when_it_is_said(library, tmp_path):
    own = OwnUnits(library)
    first = own.keep(a_unit_file(tmp_path))
    with pytest.raises(UnitExists):
        own.keep(a_unit_file(tmp_path, OTHER))
    second = own.keep(a_unit_file(tmp_path, OTHER), again=True)
    assert unit_named(library, BELLS).title == second.title == "All our bells"
    assert own.put_back(BELLS) == first
    assert unit_named(library, BELLS) == first
    assert own.put_back(BELLS) == second, "what was undone can be done again"
    assert len(list((library.folder / "lessons").glob("**/*.toml"))) == 2


def test_one_that_was_removed_comes_back(library, tmp_path):
    own = OwnUnits(library)
    unit = own.keep(a_unit_file(tmp_path))
    assert own.remove("our-bells") == unit
    assert units(library) == shipped_units()
    with pytest.raises(UnknownUnit):
        own.remove(BELLS)
    assert own.put_back("our-bells ") == unit
    assert unit_named(library, BELLS) == unit
    with pytest.raises(UnknownUnit, match="No earlier"):
        own.put_back(BELLS)


def test_a_shipped_unit_stays(library):
    with pytest.raises(UnknownUnit, match="comes with the program"):
        OwnUnits(library).remove("y3-a")


def test_many_versions_are_all_kept(library, tmp_path):
    own = OwnUnits(library)
    for number in range(12):
        own.keep(a_unit_file(tmp_path, ("Our bells", f"Bells {number}")), again=True)
    titles = [own.put_back(BELLS).title for _ in range(2)]
    assert titles == ["Bells 10", "Bells 11"]
    assert len(list((library.folder / "lessons" / "earlier").iterdir())) == 11


def test_files_that_people_laid_there_count_and_a_bad_one_spoils_no_other(library, tmp_path):
    own = OwnUnits(library)
    own.keep(a_unit_file(tmp_path))
    a_unit_file(own.folder, ("OUR-BELLS", "OUR-DRUMS"), name="drums.toml")
    a_unit_file(own.folder, name="twin.toml")
    (own.folder / "x.toml").write_bytes(b"\xff")
    found, faults = own.read()
    assert {each.unit.id for each in found} == {BELLS, "OUR-DRUMS"}
    assert [fault.file for fault in faults] == ["twin.toml", "x.toml"]
    assert own.remove("OUR-DRUMS").id == "OUR-DRUMS"
    assert not (own.folder / "drums.toml").exists()


def test_a_file_that_is_edited_is_read_again(library, tmp_path):
    own = OwnUnits(library)
    own.keep(a_unit_file(tmp_path))
    a_unit_file(own.folder, ("Our bells", "Our longer title"), name="own-our-bells.toml")
    assert unit_named(library, BELLS).title == "Our longer title"


def test_a_folder_that_cannot_be_written_is_told(library, tmp_path):
    (library.folder / "lessons").rmdir()
    (library.folder / "lessons").write_text("in the way")
    with pytest.raises(LibraryUnwritable) as caught:
        OwnUnits(library).keep(a_unit_file(tmp_path))
    assert "could not be written" in caught.value.what


def test_pupils_can_look_but_change_nothing(library, tmp_path):
    own = OwnUnits(library)
    own.keep(a_unit_file(tmp_path))
    library.adults.set_pin("482913")
    library.adults.lock()
    for act in (
        lambda: own.keep(a_unit_file(tmp_path), again=True),
        lambda: own.remove(BELLS),
        lambda: own.put_back(BELLS),
    ):
        with pytest.raises(AdultsOnly):
            act()
    assert unit_named(library, BELLS)


def test_a_backup_holds_them_and_gives_them_back(library, tmp_path):
    add_a_sound(library)
    own = OwnUnits(library)
    own.keep(a_unit_file(tmp_path))
    own.keep(a_unit_file(tmp_path, OTHER), again=True)
    made = back_up(library, tmp_path / "backups")
    restore(made.path, tmp_path / "restored")
    restored = Library.open(tmp_path / "restored", clock=lambda: NOW)
    assert unit_named(restored, BELLS).title == "All our bells"
    assert OwnUnits(restored).put_back(BELLS).title == "Our bells"
