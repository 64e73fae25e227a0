import errno
import os
import shutil
from dataclasses import replace

import pytest
from tinydb import TinyDB

from evidence.check import check_library
from evidence.library import Library
from evidence.records import disk_store
from evidence.records.pending import PENDING
from evidence.records.store import ChangeUnfinished, LibraryDamaged, LibraryUnwritable
from studio import disk
from studio.errors import StudioError
from tests.evidence.given import a_draft, a_library, add_a_sound, again, tree_of


def records_file(library: Library):
    return library.folder / "records" / "entries-2026-0001.json"


def test_the_records_are_plain_tinydb_files(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft())
    with TinyDB(records_file(library)) as database:
        (record,) = database.table("entry").all()
    assert (record["id"], record["fields"]["title"]) == (entry.id, entry.title)


def test_a_change_writes_one_small_file_of_records(tmp_path):
    library = a_library(tmp_path)
    entries = [library.add_entry(a_draft(f"Number {n}")) for n in range(1, 103)]
    before = tree_of(library.folder / "records")
    library.save_entry(replace(entries[0], impact="More."), "amended")
    after = tree_of(library.folder / "records")
    assert [name for name in after if after[name] != before.get(name)] == ["entries-2026-0001.json"]
    assert sorted(after) == ["entries-2026-0001.json", "entries-2026-0101.json"]


def test_another_programs_changes_are_seen(tmp_path):
    one = a_library(tmp_path)
    other = again(one)
    first = one.add_entry(a_draft())
    assert other.entries() == (first,)
    second = other.add_entry(a_draft("More"))
    assert one.entries() == (first, second)
    changed = one.save_entry(replace(first, title="Other"), "amended")
    assert other.entry(first.id) == changed


def test_a_listing_reads_only_files_that_changed(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    for n in range(102):
        library.add_entry(a_draft(f"Number {n}"))
    for path in (library.folder / "records").iterdir():
        os.utime(path, (1e9, 1e9))
    read = []
    monkeypatch.setattr(
        "evidence.records.records_file.read_whole", lambda path: read.append(path.name) or path.read_bytes()
    )
    first = library.entries()
    assert len(read) == 2
    assert library.entries() == first
    assert len(read) == 2
    again(library).save_entry(replace(first[0], title="New"), "amended")
    del read[:]
    assert library.entries()[0].title == "New"
    assert read == ["entries-2026-0001.json"]


DAMAGES = [b"", b"{", b"nonsense", b"[]", b'{"entry": []}', b'{"entry": {"1": 5}}', b'{"entry": {"1": {}}}']


@pytest.mark.parametrize("damage", [*DAMAGES, b'{"entry": {"x": {}}}', b"\x00" * 500])
def test_a_damaged_records_file_is_named_and_not_touched(tmp_path, damage):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    records_file(library).write_bytes(damage)
    before = tree_of(tmp_path)
    for use in (
        lambda opened: opened.entries(),
        lambda opened: opened.entry("EV-2026-0001"),
        lambda opened: opened.add_entry(a_draft()),
    ):
        with pytest.raises(LibraryDamaged, match="entries-2026-0001"):
            use(again(library))
    assert tree_of(tmp_path) == before


def test_a_records_file_cut_short_anywhere_is_named(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    whole = records_file(library).read_bytes()
    for length in range(0, len(whole) - 1, 37):
        records_file(library).write_bytes(whole[:length])
        with pytest.raises(LibraryDamaged):
            again(library).entries()


def test_a_record_that_makes_no_sense_is_named(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    text = records_file(library).read_bytes()
    for old, new in [(b"MT1:silver", b"MT1:best"), (b"2026-11-20", b"yesterday!"), (b'"title"', b'"tittle"')]:
        records_file(library).write_bytes(text.replace(old, new))
        with pytest.raises(LibraryDamaged, match="EV-2026-0001"):
            again(library).entries()


def test_one_damaged_file_does_not_stop_the_rest(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    records_file(library).write_bytes(b"{")
    sound = add_a_sound(again(library))
    assert again(library).sounds() == (sound,)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"log_size": 0}', b"\x00" * 100])
def test_a_damaged_unfinished_change_is_named_and_not_touched(tmp_path, damage):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    (library.folder / PENDING).write_bytes(damage)
    before = tree_of(tmp_path)
    with pytest.raises(LibraryDamaged, match=r"pending\.json"):
        again(library)
    assert tree_of(tmp_path) == before


def test_an_unfinished_change_of_another_library_is_not_carried_out(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    other = a_library(tmp_path / "other")
    for _ in range(3):
        other.add_entry(a_draft())
    leave_unfinished(other, monkeypatch)
    shutil.copy(other.folder / PENDING, library.folder)
    before = tree_of(tmp_path)
    with pytest.raises(LibraryDamaged, match="do not fit"):
        again(library)
    assert tree_of(tmp_path) == before


@pytest.mark.parametrize("cut", [1, 30, 350])
def test_a_log_cut_short_is_named_and_not_touched(tmp_path, cut):
    library = a_library(tmp_path)
    for _ in range(2):
        library.add_entry(a_draft())
    log = library.journal.path
    log.write_bytes(log.read_bytes()[:-cut])
    before = tree_of(tmp_path)
    with pytest.raises(StudioError, match="log"):
        again(library)
    assert tree_of(tmp_path) == before


@pytest.mark.parametrize("damage", [b"", b"nonsense\n", b"{}\n", b"\x00" * 50])
def test_a_damaged_log_is_named_and_not_touched(tmp_path, damage):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    library.journal.path.write_bytes(damage)
    before = tree_of(tmp_path)
    with pytest.raises(StudioError, match="log"):
        again(library)
    assert tree_of(tmp_path) == before


def test_a_lost_log_is_named(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    library.journal.path.unlink()
    with pytest.raises(LibraryDamaged, match=r"log\.jsonl"):
        again(library)


def test_numbers_of_a_lost_records_file_are_not_given_again(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    records_file(library).unlink()
    with pytest.raises(LibraryDamaged, match="EV-2026"):
        again(library).add_entry(a_draft())


def test_a_full_disk_leaves_the_old_state(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    before = tree_of(tmp_path)
    for room in range(2):
        with monkeypatch.context() as patched:
            patched.setattr(disk, "sync", full_after(room))
            with pytest.raises(LibraryUnwritable, match="no space left"):
                library.add_entry(a_draft())
        assert tree_of(tmp_path) == before
        assert len(again(library).entries()) == 1
    assert library.add_entry(a_draft()).id == "EV-2026-0002"


def test_a_change_that_was_refused_does_not_come_back(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(disk, "sync_folder", fail)
        with pytest.raises(LibraryUnwritable, match="input/output"):
            library.add_entry(a_draft())
    assert again(library).entries() == ()


def fail(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_a_disk_that_fills_up_at_the_last_step_loses_nothing(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    leave_unfinished(library, monkeypatch)
    opened = again(library)
    assert [entry.title for entry in opened.entries()] == ["Robots in Year 4", "Unfinished"]
    assert check_library(opened) == ()
    assert not (library.folder / PENDING).exists()


def test_a_library_that_may_only_be_read_opens_and_lists(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    leave_unfinished(library, monkeypatch)
    library.takes.rmdir()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(disk_store, "turn_in", refuse)
    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    opened = again(library)
    assert opened.entries()[0].title == "Robots in Year 4"
    with pytest.raises(LibraryUnwritable, match="read-only"):
        opened.add_entry(a_draft())


def test_an_id_that_no_file_can_hold_is_a_mistake_of_ours(tmp_path):
    library = a_library(tmp_path)
    with pytest.raises(ValueError, match="not an id"), library._store.turn() as turn:
        turn.put("entry", "../x", {}, action="added", who=None)


def leave_unfinished(library: Library, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("evidence.records.journal.sync", full_after(0))
        with pytest.raises(ChangeUnfinished):
            library.add_entry(a_draft("Unfinished"))
    assert (library.folder / PENDING).exists()


def full_after(times: int):
    """`sync` for a disk that has room so many times."""
    left = iter([disk.sync] * times)

    def sync(file):
        real = next(left, None)
        if real is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    return sync
