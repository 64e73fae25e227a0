import errno
import os

import pytest

from evidence import atomic
from evidence.atomic import copy_hashed, hash_file, patiently, stage, sync, sync_folder, write_whole


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path):
    place = tmp_path / "a.json"
    write_whole(place, b"old")
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


def test_staging_does_not_touch_the_file(tmp_path):
    place = tmp_path / "a.json"
    place.write_bytes(b"old")
    part = stage(place, b"new")
    assert (place.read_bytes(), part.read_bytes()) == (b"old", b"new")


def test_a_full_disk_leaves_the_old_file_and_no_part(tmp_path, monkeypatch):
    place = tmp_path / "a.json"
    place.write_bytes(b"old")
    monkeypatch.setattr(atomic, "sync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(place, b"new")
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_copy_is_hashed_on_its_way(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    part, sha256, size = copy_hashed(tmp_path / "a", tmp_path)
    assert part.read_bytes() == b"x" * 3_000_000
    assert (sha256, size) == (hash_file(tmp_path / "a"), 3_000_000)


def test_a_copy_that_fails_leaves_nothing(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(atomic, "sync", full)
    with pytest.raises(OSError, match="No space"):
        copy_hashed(tmp_path / "a", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_cannot_be_synced_is_left_to_the_system(tmp_path, monkeypatch):
    def refuse(handle: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    sync_folder(tmp_path)


def test_a_failing_disk_is_not_hidden_when_a_folder_is_synced(tmp_path, monkeypatch):
    def fail(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        sync_folder(tmp_path)


def test_folders_are_not_opened_on_windows(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "IS_WINDOWS", True)
    monkeypatch.setattr(os, "open", full)
    sync_folder(tmp_path)


def test_a_file_that_someone_reads_on_windows_is_waited_for(monkeypatch):
    monkeypatch.setattr(atomic, "IS_WINDOWS", True)
    monkeypatch.setattr(atomic, "sleep", lambda seconds: None)
    answers = iter([PermissionError(), PermissionError(), "done"])
    assert patiently(lambda: raise_or_give(next(answers))) == "done"


def test_patience_ends(monkeypatch):
    seconds = iter(range(100))
    monkeypatch.setattr(atomic, "IS_WINDOWS", True)
    monkeypatch.setattr(atomic, "sleep", lambda seconds: None)
    monkeypatch.setattr(atomic, "monotonic", lambda: next(seconds))
    with pytest.raises(PermissionError):
        patiently(lambda: raise_or_give(PermissionError()))
    assert next(seconds) < 10


def test_a_refused_right_elsewhere_is_said_at_once(monkeypatch):
    monkeypatch.setattr(atomic, "IS_WINDOWS", False)
    answers = iter([PermissionError(), "done"])
    with pytest.raises(PermissionError):
        patiently(lambda: raise_or_give(next(answers)))


def test_a_mac_is_asked_to_empty_the_drives_own_memory(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(atomic, "IS_MAC", True)
    monkeypatch.setattr(atomic, "_full_sync", lambda handle: asked.append(handle))
    with (tmp_path / "a").open("wb") as file:
        sync(file)
        assert asked == [file.fileno()]


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def raise_or_give(answer: object) -> object:
    if isinstance(answer, Exception):
        raise answer
    return answer
