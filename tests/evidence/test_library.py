from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime

import pytest

from evidence.attachment import FileUnusable
from evidence.card import CARD, SCHEMA, LibraryNewer, NotALibrary
from evidence.check import check_library
from evidence.entry import FileUse, SoundUse
from evidence.library import (
    ChangedMeanwhile,
    Library,
    NotYetHappened,
    UnknownRecord,
)
from evidence.records.store import LibraryDamaged
from rubric.framework import UnknownCriterion
from rubric.load import shipped_framework
from studio.audio.recipe import Step
from tests.builders import a_sine, a_wav
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound, again, tree_of


def test_a_new_library_knows_its_school_and_opens_again(tmp_path):
    library = a_library(tmp_path)
    assert (again(library).school, again(library).id) == ("Oakfield School", library.id)
    assert library.sounds() == library.entries() == ()


def test_a_library_is_made_in_an_empty_folder(tmp_path):
    (tmp_path / "library").mkdir()
    assert a_library(tmp_path).folder == tmp_path / "library"


def test_what_a_file_manager_leaves_does_not_make_a_folder_full(tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / ".DS_Store").touch()
    assert a_library(tmp_path).school == "Oakfield School"


def test_two_programs_that_make_the_same_library_share_it(tmp_path):
    assert a_library(tmp_path).id == a_library(tmp_path).id


def test_a_missing_folder_is_not_made_unless_asked(tmp_path):
    with pytest.raises(NotALibrary):
        Library.open(tmp_path / "library")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "homework.doc").write_text("mine")
    before = tree_of(tmp_path)
    for create in (False, True):
        with pytest.raises(NotALibrary):
            Library.open(tmp_path / "library", create=create)
    assert tree_of(tmp_path) == before


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "library").write_text("mine")
    for create in (False, True):
        with pytest.raises(NotALibrary):
            Library.open(tmp_path / "library", create=create)
    assert (tmp_path / "library").read_text() == "mine"


def test_making_a_library_that_was_broken_off_is_begun_again(tmp_path):
    for name in ("records", "originals"):
        (tmp_path / "library" / name).mkdir(parents=True)
    (tmp_path / "library" / "lock").touch()
    assert a_library(tmp_path).school == "Oakfield School"


def test_a_newer_library_is_not_touched(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    card = library.folder / CARD
    newer = card.read_text().replace(f'"schema": {SCHEMA}', f'"schema": {SCHEMA + 1}')
    card.write_text(newer.replace("{", '{"more": 1,'))
    before = tree_of(tmp_path)
    with pytest.raises(LibraryNewer):
        again(library)
    assert tree_of(tmp_path) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"format": "soundingboard library"}',
        b"\xff\xfe",
        b'{"format": "soundingboard library", "schema": 0}',
    ],
)
def test_a_library_with_a_damaged_card_is_not_touched(tmp_path, content):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    (library.folder / CARD).write_bytes(content)
    before = tree_of(tmp_path)
    for create in (False, True):
        with pytest.raises(LibraryDamaged):
            Library.open(library.folder, create=create)
    assert tree_of(tmp_path) == before


def test_the_folder_can_be_moved(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    library.folder.rename(tmp_path / "moved")
    moved = Library.open(tmp_path / "moved")
    assert moved.sounds() == (sound,)
    assert moved.original_path(sound).exists()


def test_a_library_without_records_survives_a_copy_without_empty_folders(tmp_path):
    library = a_library(tmp_path)
    for path in library.folder.iterdir():
        if path.is_dir():
            path.rmdir()
    assert again(library).add_entry(a_draft()).id == "EV-2026-0001"


def test_a_lost_folder_of_records_is_said_and_nothing_is_touched(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    (library.folder / "records").rename(tmp_path / "elsewhere")
    before = tree_of(tmp_path)
    with pytest.raises(LibraryDamaged, match="records"):
        again(library)
    assert tree_of(tmp_path) == before


def test_a_school_can_be_renamed(tmp_path):
    library = a_library(tmp_path)
    library.rename_school(" Ash  Lane School", who="head-1")
    assert library.school == again(library).school == "Ash Lane School"
    assert again(library).id == library.id
    assert [(line.kind, line.action, line.who) for line in library.journal.lines()] == [
        ("library", "renamed", "head-1")
    ]


def test_empty_folders_that_a_copy_left_out_come_back(tmp_path):
    library = a_library(tmp_path)
    library.takes.rmdir()
    assert again(library).takes.is_dir()


def test_a_sound_keeps_its_facts(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library, "  A \u202ecow ", year="y4", by="y4-Heron")
    assert (sound.id, sound.title, sound.year, sound.by) == ("S-0001", "A cow", "Y4", "Y4-heron")
    assert (sound.seconds, sound.samplerate, sound.channels, sound.made) == (0.1, 48000, 1, NOW)
    assert again(library).sound("S-0001") == sound


def test_an_original_is_kept_by_its_content_once(tmp_path):
    library = a_library(tmp_path)
    first, second = add_a_sound(library), add_a_sound(library, "The same cow")
    assert first.sha256 == second.sha256
    assert [path.name for path in library.originals.iterdir()] == [f"{first.sha256}.wav"]
    assert library.sounds() == (first, second)


def test_an_original_is_never_overwritten(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    library.original_path(sound).write_bytes(b"kept as it is")
    add_a_sound(library)
    assert library.original_path(sound).read_bytes() == b"kept as it is"


def test_the_file_given_stays_when_it_is_copied_and_goes_when_it_is_moved(tmp_path):
    library = a_library(tmp_path)
    wav, peaks = a_wav(tmp_path / "take.wav", a_sine(0.1)), tmp_path / "take.peaks"
    peaks.write_bytes(b"overview")
    content = wav.read_bytes()
    copied = library.add_sound(wav, title="Copied", origin="imported", overview_path=peaks)
    assert wav.exists()
    assert peaks.exists()
    moved = library.add_sound(wav, title="Moved", origin="recorded", overview_path=peaks, move=True)
    assert not wav.exists()
    assert not peaks.exists()
    assert library.original_path(copied) == library.original_path(moved)
    assert library.original_path(moved).read_bytes() == content
    assert library.overview_path(moved).read_bytes() == b"overview"


def test_a_change_of_a_sound_is_kept_and_logged(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    edited = library.save_sound(
        sound.with_recipe(sound.recipe.add(Step.parse("gain 3"), Step.parse("reverse")).undo()), "edited"
    )
    assert again(library).sound(sound.id) == edited
    assert [line.action for line in library.journal.lines()] == ["added", "edited"]


def test_a_change_that_began_before_another_programs_change_is_refused(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    renamed = again(library).save_sound(replace(sound, title="A calf"), "renamed")
    with pytest.raises(ChangedMeanwhile):
        library.save_sound(replace(sound, kept=True), "kept", was=sound)
    assert library.sound(sound.id) == renamed


def test_the_facts_of_an_original_cannot_change(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    with pytest.raises(ValueError, match="original"):
        library.save_sound(replace(sound, sha256="0" * 64), "edited")


def test_an_entry_gets_an_id_and_the_date_it_was_recorded(tmp_path):
    library = a_library(tmp_path)
    first, second = library.add_entry(a_draft()), library.add_entry(a_draft("More robots"))
    assert (first.id, second.id) == ("EV-2026-0001", "EV-2026-0002")
    assert (first.date_happened, first.date_recorded) == (date(2026, 11, 20), NOW)
    assert again(library).entries() == (first, second)


def test_ids_of_evidence_begin_again_with_the_year(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    later = Library.open(library.folder, clock=lambda: datetime(2027, 1, 8, tzinfo=NOW.tzinfo))
    assert later.add_entry(a_draft()).id == "EV-2027-0001"
    assert [entry.id for entry in later.entries()] == ["EV-2026-0001", "EV-2027-0001"]


def test_more_records_than_one_file_holds_stay_in_order(tmp_path):
    library = a_library(tmp_path)
    ids = [library.add_entry(a_draft(f"Number {n}")).id for n in range(1, 103)]
    assert [entry.id for entry in again(library).entries()] == ids
    assert again(library).entry("EV-2026-0102").title == "Number 102"


def test_evidence_from_the_future_is_refused(tmp_path):
    with pytest.raises(NotYetHappened):
        a_library(tmp_path).add_entry(a_draft(date_happened=date(2026, 11, 22)))


def test_a_criterion_that_the_framework_lacks_is_refused(tmp_path):
    library = a_library(tmp_path)
    with pytest.raises(UnknownCriterion):
        library.add_entry(a_draft(criterion="ZZ9:gold"), framework=shipped_framework())
    assert library.entries() == ()


def test_a_used_sound_stays_as_it_was(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(sound),)))
    library.save_sound(sound.with_recipe(sound.recipe.add(Step.parse("reverse"))), "edited")
    assert again(library).entry(entry.id).sounds[0].recipe_texts == ()
    assert library.original_path(entry.sounds[0]) == library.original_path(sound)


def test_evidence_with_a_sound_or_file_that_is_not_there_is_refused(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    library.original_path(sound).unlink()
    with pytest.raises(LibraryDamaged):
        library.add_entry(a_draft(sounds=(SoundUse.of(sound),)))
    with pytest.raises(LibraryDamaged):
        library.add_entry(a_draft(files=(FileUse(name="a.txt", sha256="0" * 64, size=1),)))


def test_a_change_of_an_entry_keeps_what_it_said_before(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft(impact="They smiled."))
    changed = library.save_entry(replace(entry, impact="They asked for more."), "amended", who="staff-1")
    assert changed.impact == "They asked for more."
    (amendment,) = again(library).entry(entry.id).amendments
    assert (amendment.earlier, amendment.by, amendment.when) == ({"impact": "They smiled."}, "staff-1", NOW)


def test_accepting_an_entry_is_logged_and_is_no_amendment(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft(status="proposed"))
    accepted = library.save_entry(replace(entry, status="accepted"), "accepted", who="staff-1")
    assert accepted.amendments == ()
    assert [(line.action, line.who) for line in library.journal.lines()] == [
        ("added", None),
        ("accepted", "staff-1"),
    ]


def test_the_date_of_recording_cannot_change(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft())
    with pytest.raises(ValueError, match="recorded"):
        library.save_entry(replace(entry, date_recorded=NOW.replace(year=2025)), "amended")


def test_a_file_is_kept_by_its_content(tmp_path):
    library = a_library(tmp_path)
    plan = tmp_path / "Our plan: week 1?.TXT"
    plan.write_text("listen, record, share")
    use = library.add_file(plan)
    assert (use.name, use.size) == ("Our plan_ week 1_.TXT", 21)
    assert library.file_path(use).read_text() == "listen, record, share"
    assert library.add_entry(a_draft(files=(use,))).files == (use,)


def test_an_empty_or_missing_file_or_a_folder_is_refused(tmp_path):
    library = a_library(tmp_path)
    (tmp_path / "empty.txt").touch()
    for name in ("empty.txt", "missing.txt", "."):
        with pytest.raises(FileUnusable):
            library.add_file(tmp_path / name)
    assert list(library.files.iterdir()) == []


def test_an_id_that_is_not_there_is_said(tmp_path):
    library = a_library(tmp_path)
    for record_id in ("EV-2026-0001", "S-0001", "../../x", "", "x" * 500):
        with pytest.raises(UnknownRecord):
            library.entry(record_id)
        with pytest.raises(UnknownRecord):
            library.sound(record_id)


def test_an_id_may_be_typed_in_small_letters(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft())
    assert library.entry(" ev-2026-0001") == entry


def test_several_threads_share_one_library(tmp_path):
    library = a_library(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda number: library.add_entry(a_draft(f"Number {number}")).id, range(20)))
    assert sorted(ids) == [entry.id for entry in library.entries()]
    assert check_library(library) == ()


def test_an_event_without_a_record_goes_into_the_log(tmp_path):
    library = a_library(tmp_path)
    library.note("sealed", "bundle", "oakfield.zip", who="staff-1")
    (line,) = library.journal.lines()
    assert (line.action, line.kind, line.id, line.commitment) == ("sealed", "bundle", "oakfield.zip", "")
