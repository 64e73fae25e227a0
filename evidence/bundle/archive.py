"""The zip of a bundle in its one exact form.

Every byte follows from the names, the contents and the moment of sealing: entries are stored
as they are, in the order of their names, with nothing before, between or after them. The
headers are made here and not by `zipfile`, whose choices differ from one Python to the next;
checking a bundle makes the same headers again and compares.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from studio.errors import StudioError

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
LOCAL_MARK, CENTRAL_MARK, END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
MOST_FILES = 50_000
MOST_BYTES = 0xFFFF_0000
"""A zip in its plain form counts with 32 bits; there is no need for the longer form."""
BLOCK = 1 << 18

_VERSION = 10  # stored entries need nothing newer
_MADE_ON_UNIX = 3 << 8
_PLAIN_FILE = 0o100644 << 16


class BundleTooBig(StudioError):
    """More than one bundle can hold."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One file as it lies in the zip."""

    name: str
    crc: int
    size: int
    offset: int
    """Where its header starts."""

    @property
    def data_offset(self) -> int:
        """Where its content starts."""
        return self.offset + LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """Where the next header starts."""
        return self.data_offset + self.size


def local_header(file: Stored, sealed: datetime) -> bytes:
    """What stands before a file's content."""
    name = file.name.encode("ascii")
    fields = (_VERSION, 0, 0, *_dos_time(sealed), file.crc, file.size, file.size, len(name), 0)
    return LOCAL.pack(LOCAL_MARK, *fields) + name


def central_directory(files: Sequence[Stored], sealed: datetime) -> bytes:
    """What stands after all contents, up to the last byte of the zip."""
    rows = []
    for file in files:
        name = file.name.encode("ascii")
        sizes = (file.crc, file.size, file.size, len(name), 0, 0, 0, 0)
        head = (_MADE_ON_UNIX | _VERSION, _VERSION, 0, 0, *_dos_time(sealed))
        rows.append(CENTRAL.pack(CENTRAL_MARK, *head, *sizes, _PLAIN_FILE, file.offset) + name)
    directory = b"".join(rows)
    offset = files[-1].end if files else 0
    return directory + END.pack(END_MARK, 0, 0, len(rows), len(rows), len(directory), offset, 0)


def laid_out(files: Iterable[tuple[str, int, int]]) -> list[Stored]:
    """Name, CRC and size of every file -> where each lies, in the order of their names."""
    laid: list[Stored] = []
    for name, crc, size in sorted(files):
        laid.append(Stored(name, crc, size, laid[-1].end if laid else 0))
    return laid


def _dos_time(sealed: datetime) -> tuple[int, int]:
    moment = sealed.astimezone(UTC)
    year = min(max(moment.year, 1980), 2107)
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    return time, (year - 1980) << 9 | moment.month << 5 | moment.day


def must_fit(files: Sequence[Stored]) -> None:
    """See that a zip can hold these files.

    Raises
    ------
    BundleTooBig
        If it would pass what a zip can count.
    """
    end = files[-1].end if files else 0
    if end > MOST_BYTES - MOST_FILES * 300 or len(files) > MOST_FILES:
        raise BundleTooBig(
            "This is more than one bundle can hold.", "Choose fewer entries, or seal it in parts."
        )


class ArchiveWriter:
    """Writes a small zip from front to back; files must come in the order of their names."""

    def __init__(self, file: BinaryIO, sealed: datetime) -> None:
        self._file = file
        self._sealed = sealed
        self._stored: list[Stored] = []

    def add(self, name: str, blocks: Iterable[bytes]) -> None:
        """Store one file."""
        offset = self._stored[-1].end if self._stored else 0
        if self._stored and name <= self._stored[-1].name:
            raise ValueError(f"{name!r} must come before {self._stored[-1].name!r}")
        self._file.seek(offset)
        self._file.write(local_header(Stored(name, 0, 0, offset), self._sealed))
        crc = size = 0
        for block in blocks:
            crc, size = zlib.crc32(block, crc), size + len(block)
            self._file.write(block)
        stored = Stored(name, crc, size, offset)
        self._file.seek(offset)
        self._file.write(local_header(stored, self._sealed))
        self._stored.append(stored)

    def finish(self) -> int:
        """Write what stands at the end; the size of the zip."""
        end = self._stored[-1].end if self._stored else 0
        self._file.seek(end)
        tail = central_directory(self._stored, self._sealed)
        self._file.write(tail)
        return end + len(tail)
