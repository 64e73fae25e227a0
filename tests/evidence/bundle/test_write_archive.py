import io
import zipfile
import zlib
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from evidence.bundle import archive
from evidence.bundle.archive import ArchiveWriter, BundleTooBig, laid_out
from evidence.bundle.write_archive import write_archive

SEALED = datetime(2026, 7, 10, 14, 30, 8, tzinfo=UTC)


def a_zip(path: Path, files: dict[str, bytes], sealed: datetime = SEALED) -> bytes:
    laid = laid_out((name, zlib.crc32(content), len(content)) for name, content in files.items())
    size = write_archive(path, laid, lambda file: [files[file.name][:3], files[file.name][3:]], sealed)
    assert size == path.stat().st_size
    return path.read_bytes()


@pytest.fixture
def written(tmp_path):
    number = count()
    return lambda files, sealed=SEALED: a_zip(tmp_path / f"{next(number)}.zip", files, sealed)


def test_it_is_the_same_zip_as_one_written_from_front_to_back(written):
    files = {"a/b.txt": b"hello", "a/c.txt": b""}
    out = io.BytesIO()
    writer = ArchiveWriter(out, SEALED)
    for name in files:
        writer.add(name, [files[name]])
    writer.finish()
    assert written(files) == out.getvalue()


def test_files_are_laid_in_the_order_of_their_names(written):
    read = zipfile.ZipFile(io.BytesIO(written({"b": b"2", "a": b"1"})))
    assert read.namelist() == ["a", "b"]


def test_large_files_come_out_whole_whatever_thread_writes_them(written):
    files = {f"{number:02d}": bytes([number]) * (300_000 + number) for number in range(20)}
    with zipfile.ZipFile(io.BytesIO(written(files))) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == files


def test_a_file_longer_or_shorter_than_was_said_is_our_mistake(tmp_path):
    for content in (b"12", b"1234"):
        files = laid_out([("a", zlib.crc32(content), 3)])
        with pytest.raises(ValueError, match="not as long"):
            write_archive(tmp_path / f"{len(content)}.zip", files, lambda _, c=content: [c], SEALED)


def test_too_much_for_one_zip_is_said_before_anything_is_written(tmp_path):
    half = archive.MOST_BYTES // 2
    with pytest.raises(BundleTooBig):
        write_archive(tmp_path / "a.zip", laid_out([("a", 0, half), ("b", 0, half)]), lambda _: [], SEALED)
    many = [(f"{number}", 0, 0) for number in range(archive.MOST_FILES + 1)]
    with pytest.raises(BundleTooBig):
        write_archive(tmp_path / "a.zip", laid_out(many), lambda _: [], SEALED)
    assert list(tmp_path.iterdir()) == []
