from dataclasses import replace

from evidence.check import check_library, check_records
from evidence.entry import SoundUse
from tests.evidence.given import a_draft, a_library, add_a_sound, again


def a_used_library(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    (tmp_path / "plan.txt").write_text("plan")
    use = library.add_file(tmp_path / "plan.txt")
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(sound),), files=(use,)))
    library.save_entry(replace(entry, impact="They smiled."), "amended")
    library.note("sealed", "bundle", "oakfield.zip")
    return library


def about(library, **options):
    return [fault.about for fault in check_library(again(library), **options)]


def test_a_library_that_was_left_alone_has_no_faults(tmp_path):
    assert about(a_used_library(tmp_path), contents=True) == []


def test_an_empty_library_has_no_faults(tmp_path):
    assert about(a_library(tmp_path), contents=True) == []


def test_a_record_changed_by_hand_is_found(tmp_path):
    library = a_used_library(tmp_path)
    records = library.folder / "records" / "entries-2026-0001.json"
    records.write_bytes(records.read_bytes().replace(b"They smiled.", b"They cried. "))
    assert about(library) == ["EV-2026-0001"]


def test_a_record_taken_out_by_hand_is_found(tmp_path):
    library = a_used_library(tmp_path)
    (library.folder / "records" / "sounds-0001.json").unlink()
    assert about(library) == ["S-0001"]


def test_an_older_record_put_back_is_found(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft())
    records = library.folder / "records" / "entries-2026-0001.json"
    old = records.read_bytes()
    library.save_entry(replace(entry, title="New"), "amended")
    records.write_bytes(old)
    (fault,) = check_library(again(library))
    assert str(fault) == "EV-2026-0001 is older than the log says."


def test_lines_cut_off_the_end_of_the_log_are_found(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    library.add_entry(a_draft())
    log = library.journal.path
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    assert about(library) == ["EV-2026-0002"]


def test_a_changed_log_is_found(tmp_path):
    library = a_used_library(tmp_path)
    log = library.journal.path
    log.write_bytes(log.read_bytes().replace(b"amended", b"AMENDED"))
    assert about(library) == ["log.jsonl"]


def test_a_damaged_records_file_is_a_fault(tmp_path):
    library = a_used_library(tmp_path)
    (library.folder / "records" / "sounds-0001.json").write_bytes(b"{")
    assert about(library) == ["records"]


def test_missing_and_changed_originals_and_files_are_found(tmp_path):
    library = a_used_library(tmp_path)
    (original,) = library.originals.iterdir()
    (attached,) = library.files.iterdir()
    original.write_bytes(b"other")
    assert about(library) == []
    assert about(library, contents=True) == [f"originals/{original.name}"]
    original.unlink()
    attached.unlink()
    assert sorted(about(library)) == sorted([f"originals/{original.name}", f"files/{attached.name}"])


def test_a_change_while_one_looks_is_no_fault(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    read, changes = library.records, iter([a_draft("Meanwhile")])

    def records_after_another_change():
        for draft in changes:
            again(library).add_entry(draft)
        return read()

    monkeypatch.setattr(library, "records", records_after_another_change)
    assert check_library(library) == ()


def test_content_and_salt_can_be_erased_and_the_log_still_verifies(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft("Emily sings"))
    with library._store.turn() as turn:
        turn.put("entry", "EV-2026-0001", {"erased": True}, action="withdrawn", who="staff-1")
    everything = b"".join(path.read_bytes() for path in library.folder.rglob("*") if path.is_file())
    assert b"Emily" not in everything
    assert check_records(library.journal.lines(), library.records()) == []
