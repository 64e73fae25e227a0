import errno
import math
import os

import pytest

from studio import disk
from studio.disk import (
    free_bytes,
    is_full,
    patiently,
    reason,
    replacing,
    stage,
    sync,
    sync_folder,
    write_whole,
)


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
    monkeypatch.setattr(disk, "sync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(place, b"new")
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_staging_over_a_link_leaves_what_it_leads_to(tmp_path):
    (tmp_path / "far").write_bytes(b"mine")
    place = tmp_path / "a.json"
    try:
        (tmp_path / "a.json.part").symlink_to(tmp_path / "far")
    except OSError:
        return  # Windows gives this right to few
    write_whole(place, b"new")
    assert ((tmp_path / "far").read_bytes(), place.read_bytes()) == (b"mine", b"new")


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_replaced_when_the_block_ends_well(tmp_path, durable):
    place = tmp_path / "a"
    place.write_bytes(b"old")
    with replacing(place, durable=durable) as part:
        part.write_bytes(b"new")
        assert place.read_bytes() == b"old"
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt])
def test_a_block_that_fails_leaves_the_old_file_and_no_part(tmp_path, stop):
    place = tmp_path / "a"
    place.write_bytes(b"old")

    def write_half() -> None:
        with replacing(place) as part:
            part.write_bytes(b"half")
            raise stop

    with pytest.raises(stop):
        write_half()
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_name_that_just_fits_can_be_replaced(tmp_path):
    place = tmp_path / ("ü" * 120)
    with replacing(place) as part:
        part.write_bytes(b"new")
    assert place.read_bytes() == b"new"


@pytest.mark.parametrize(("number", "full"), [(errno.ENOSPC, True), (errno.EFBIG, True), (errno.EIO, False)])
def test_a_full_disk_is_told_from_others(number, full):
    assert is_full(OSError(number, "words")) == full


def test_a_reason_fits_into_a_sentence():
    assert reason(OSError(errno.EIO, "Input/output error.")) == "input/output error"
    assert reason(OSError()) == "the disk does not answer"


def test_a_folder_that_cannot_be_synced_is_left_to_the_system(tmp_path, monkeypatch):
    def cannot(handle: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", cannot)
    sync_folder(tmp_path)


def test_a_failing_disk_is_not_hidden_when_a_folder_is_synced(tmp_path, monkeypatch):
    def fail(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        sync_folder(tmp_path)


def test_folders_are_not_opened_on_windows(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "IS_WINDOWS", True)
    monkeypatch.setattr(os, "open", refuse)
    sync_folder(tmp_path)


def test_a_file_that_someone_reads_on_windows_is_waited_for(monkeypatch):
    monkeypatch.setattr(disk, "IS_WINDOWS", True)
    monkeypatch.setattr(disk, "sleep", lambda seconds: None)
    answers = iter([PermissionError(), PermissionError(), "done"])
    assert patiently(lambda: raise_or_give(next(answers))) == "done"


def test_patience_ends(monkeypatch):
    seconds = iter(range(100))
    monkeypatch.setattr(disk, "IS_WINDOWS", True)
    monkeypatch.setattr(disk, "sleep", lambda seconds: None)
    monkeypatch.setattr(disk, "monotonic", lambda: next(seconds))
    with pytest.raises(PermissionError):
        patiently(lambda: raise_or_give(PermissionError()))
    assert next(seconds) < 10


def test_a_refused_right_elsewhere_is_said_at_once(monkeypatch):
    monkeypatch.setattr(disk, "IS_WINDOWS", False)
    answers = iter([PermissionError(), "done"])
    with pytest.raises(PermissionError):
        patiently(lambda: raise_or_give(next(answers)))


def test_a_mac_is_asked_to_empty_the_drives_own_memory(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(disk, "IS_MAC", True)
    monkeypatch.setattr(disk, "_full_sync", lambda handle: asked.append(handle))
    with (tmp_path / "a").open("wb") as file:
        sync(file)
        assert asked == [file.fileno()]


def test_the_room_on_a_disk_is_known_or_endless(tmp_path):
    assert 0 < free_bytes(tmp_path) < math.inf
    assert free_bytes(tmp_path / "nowhere") == math.inf


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def raise_or_give(answer: object) -> object:
    if isinstance(answer, Exception):
        raise answer
    return answer
