import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import pytest

from evidence.bundle.archive import ArchiveWriter

SEALED = datetime(2026, 7, 10, 14, 30, 8, tzinfo=UTC)


def written(files: dict[str, bytes], sealed: datetime = SEALED) -> bytes:
    out = io.BytesIO()
    writer = ArchiveWriter(out, sealed)
    for name in sorted(files):
        writer.add(name, [files[name][:3], files[name][3:]])
    assert writer.finish() == len(out.getvalue())
    return out.getvalue()


def test_another_library_reads_what_we_write():
    with zipfile.ZipFile(io.BytesIO(written({"a/b.txt": b"hello", "a/c.txt": b""}))) as read:
        assert read.testzip() is None
        assert read.namelist() == ["a/b.txt", "a/c.txt"]
        assert read.read("a/b.txt") == b"hello"
        info = read.getinfo("a/b.txt")
    assert info.date_time == (2026, 7, 10, 14, 30, 8)
    assert (info.compress_type, info.flag_bits, info.extra, info.comment) == (0, 0, b"", b"")


def test_the_same_moment_in_another_zone_gives_the_same_bytes():
    summer = SEALED.astimezone(timezone(timedelta(hours=1)))
    assert written({"a": b"1"}, summer) == written({"a": b"1"})


def test_no_files_make_an_empty_zip():
    assert zipfile.ZipFile(io.BytesIO(written({}))).namelist() == []


def test_files_out_of_order_are_our_mistake():
    writer = ArchiveWriter(io.BytesIO(), SEALED)
    writer.add("b", [b""])
    with pytest.raises(ValueError, match="before"):
        writer.add("a", [b""])
