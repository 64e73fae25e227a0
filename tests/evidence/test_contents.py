import errno
import os
import time

import pytest

from evidence import contents
from evidence.contents import copy_hashed, hash_file, keep_copy, keep_linked, place_beside


def a_file(folder, content=b"moo"):
    (folder / "given").write_bytes(content)
    (folder / "kept").mkdir(exist_ok=True)
    return folder / "given", folder / "kept"


def test_a_copy_is_named_by_its_content(tmp_path):
    source, folder = a_file(tmp_path)
    sha256, size = keep_copy(source, folder, ".wav")
    assert (sha256, size) == (hash_file(source), 3)
    assert [path.name for path in folder.iterdir()] == [f"{sha256}.wav"]


def test_the_same_content_is_kept_once_and_not_written_again(tmp_path):
    source, folder = a_file(tmp_path)
    sha256, _ = keep_copy(source, folder, ".wav")
    os.utime(folder / f"{sha256}.wav", (1e9, 1e9))
    for keep in (keep_copy, keep_linked):
        assert keep(source, folder, ".wav") == (sha256, 3)
    (place,) = folder.iterdir()
    assert place.stat().st_mtime == 1e9


def test_a_link_costs_no_copy(tmp_path):
    source, folder = a_file(tmp_path)
    sha256, size = keep_linked(source, folder, ".wav")
    place = folder / f"{sha256}.wav"
    assert place.samefile(source)
    source.unlink()
    assert (place.read_bytes(), size) == (b"moo", 3)


def test_a_disk_without_links_gets_a_copy(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    source, folder = a_file(tmp_path)
    sha256, _ = keep_linked(source, folder, ".wav")
    assert (folder / f"{sha256}.wav").read_bytes() == b"moo"
    assert not (folder / f"{sha256}.wav").samefile(source)


def test_a_file_beside_is_placed_once(tmp_path):
    source, folder = a_file(tmp_path)
    place_beside(source, folder / "a.peaks")
    source.write_bytes(b"other")
    place_beside(source, folder / "a.peaks")
    assert (folder / "a.peaks").read_bytes() == b"moo"
    assert [path.name for path in folder.iterdir()] == ["a.peaks"]


def test_a_part_that_a_kill_left_goes_after_a_day(tmp_path):
    source, folder = a_file(tmp_path)
    for name, age in (("old", 2 * 86_400), ("young", 60)):
        (folder / f"{name}.part").write_bytes(b"x")
        os.utime(folder / f"{name}.part", (time.time() - age, time.time() - age))
    keep_copy(source, folder, ".wav")
    assert [path.name for path in folder.glob("*.part")] == ["young.part"]


def test_a_copy_is_hashed_on_its_way(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    part, sha256, size = copy_hashed(tmp_path / "a", tmp_path)
    assert part.read_bytes() == b"x" * 3_000_000
    assert (sha256, size) == (hash_file(tmp_path / "a"), 3_000_000)


def test_a_copy_that_fails_leaves_nothing(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(contents, "sync", fail)
    with pytest.raises(OSError, match="No space"):
        copy_hashed(tmp_path / "a", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def fail(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
