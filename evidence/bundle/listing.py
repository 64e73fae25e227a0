"""The table of contents of any zip, read as if a stranger had made it to do harm.

Nothing is unpacked and nothing is written; every number in the file is a claim that is checked
against the file before it is used.
"""

import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from evidence.bundle.archive import (
    BLOCK,
    CENTRAL,
    CENTRAL_MARK,
    END,
    END_MARK,
    LOCAL,
    LOCAL_MARK,
    MOST_BYTES,
    MOST_FILES,
)
from evidence.bundle.names import fault_in_path, twins
from evidence.bundle.shared_file import SharedFile
from evidence.bundle.verdict import Fault, ReadingFault, shown

_LARGEST_DIRECTORY = 16 << 20
_LARGEST_COMMENT = 0xFFFF
_LARGEST_UNPACKED = 1 << 30
"""Limits for entries that another program packed; ours are stored, so they cannot grow."""
_STEEPEST_RATIO = 100
_STORED, _DEFLATED = 0, 8
_LOCKED_FLAGS = 0x0001 | 0x0040 | 0x2000
_UTF8_FLAG = 0x0800
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One entry, as the table of contents tells it."""

    name: str
    raw_name: bytes
    system: int
    flags: int
    method: int
    packed: int
    size: int
    attributes: int
    offset: int
    """Where its header starts in the file."""

    @property
    def is_folder(self) -> bool:
        """Whether it is only the name of a folder."""
        return self.name.endswith("/") and self.size == 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Every entry of a zip, in the order of the table of contents."""

    members: tuple[Member, ...]
    directory_offset: int


def read_listing(file: SharedFile) -> Listing:
    """Read the table of contents.

    Raises
    ------
    ReadingFault
        If there is none, or it is damaged or larger than any bundle's.
    """
    file_size = file.size()
    if file_size > MOST_BYTES:
        raise ReadingFault("unsafe", "It is larger than any bundle.")
    end_offset = _find_end(file, file_size)
    _, _, _, _, count, size, offset, _ = END.unpack(file.read_at(end_offset, END.size))
    if count == 0xFFFF or 0xFFFFFFFF in (size, offset):
        raise ReadingFault("unsafe", "The zip is in the long form (zip64), which a bundle never needs.")
    if count > MOST_FILES or size > _LARGEST_DIRECTORY:
        raise ReadingFault("unsafe", "The zip says it holds more files than any bundle.")
    start = end_offset - size
    if start < 0 or start < offset:
        raise ReadingFault("unreadable", "The zip is cut short or its table of contents is damaged.")
    members = tuple(_read_members(file.read_at(start, size), count, shift=start - offset))
    return Listing(members, start)


def _find_end(file: SharedFile, file_size: int) -> int:
    reach = min(file_size, END.size + _LARGEST_COMMENT)
    place = file.read_at(file_size - reach, reach).rfind(END_MARK)
    if place < 0 or reach - place < END.size:
        raise ReadingFault("unreadable", "This is not a whole zip: it has no table of contents at its end.")
    return file_size - reach + place


def _read_members(directory: bytes, count: int, *, shift: int) -> Iterator[Member]:
    place = 0
    for _ in range(count):
        if len(directory) - place < CENTRAL.size or directory[place : place + 4] != CENTRAL_MARK:
            raise ReadingFault("unreadable", "The zip's table of contents is damaged.")
        fields = CENTRAL.unpack_from(directory, place)
        made_by, _, flags, method, _, _, _, packed, size = fields[1:10]
        name_length, extra_length, comment_length, _, _, attributes, offset = fields[10:]
        start = place + CENTRAL.size
        raw_name = directory[start : start + name_length]
        name = raw_name.decode("utf-8" if flags & _UTF8_FLAG else "cp437", "replace")
        system = made_by >> 8
        yield Member(name, raw_name, system, flags, method, packed, size, attributes, offset + shift)
        place = start + name_length + extra_length + comment_length
    if place != len(directory):
        raise ReadingFault("unreadable", "The zip's table of contents is damaged.")


def dangers(file: SharedFile, listing: Listing) -> list[Fault]:
    """Everything about a zip that could do harm if it were opened."""
    faults = [
        Fault("unsafe", shown(member.name), danger)
        for member in listing.members
        if (danger := _danger(member)) is not None
    ]
    faults += [
        Fault("unsafe", shown(name), "Two files have this name, or would on some computers.")
        for name in twins(member.name for member in listing.members)
    ]
    if sum(member.size for member in listing.members if member.method != _STORED) > _LARGEST_UNPACKED:
        raise ReadingFault("unsafe", "Unpacked, the zip would be far larger than a bundle.")
    return faults or _overlaps(file, listing)


def _danger(member: Member) -> str | None:
    if member.flags & _LOCKED_FLAGS:
        return "It is locked with a password, so it cannot be checked."
    if member.system == _UNIX and stat.S_IFMT(member.attributes >> 16) not in (
        0,
        stat.S_IFREG,
        stat.S_IFDIR,
    ):
        return "It is a link or a device, not a file."
    if 0xFFFFFFFF in (member.packed, member.size, member.offset):
        return "It is stored in the long form (zip64), which a bundle never needs."
    if member.method == _STORED and member.packed != member.size:
        return "The zip tells two different sizes for it."
    if member.size > _STEEPEST_RATIO * max(member.packed, 10):
        return "Unpacked, it would be far larger than it looks."
    return fault_in_path(member.name[:-1] if member.is_folder else member.name)


def _overlaps(file: SharedFile, listing: Listing) -> list[Fault]:
    """Entries that share bytes, or that say another name to some programs than to others."""
    faults = []
    last_end = 0
    for member in sorted(listing.members, key=lambda member: member.offset):
        header = _local_header(file, member)
        if header is None:
            continue  # damaged, not dangerous: reading it tells
        local_name, data_offset = header
        if local_name != member.raw_name:
            faults.append(
                Fault("unsafe", shown(member.name), "The zip tells two different names for this file.")
            )
        if member.offset < last_end or data_offset + member.packed > listing.directory_offset:
            faults.append(
                Fault("unsafe", shown(member.name), "It shares its place in the zip with something else.")
            )
        last_end = data_offset + member.packed
    return faults


def _local_header(file: SharedFile, member: Member) -> tuple[bytes, int] | None:
    """The name before an entry's content and where the content starts; `None` when damaged."""
    header = file.read_at(member.offset, LOCAL.size)
    if len(header) < LOCAL.size or header[:4] != LOCAL_MARK:
        return None
    name_length, extra_length = LOCAL.unpack(header)[-2:]
    name_place = member.offset + LOCAL.size
    return file.read_at(name_place, name_length), name_place + name_length + extra_length


def read_member(file: SharedFile, member: Member) -> Iterator[bytes]:
    """The content of an entry, block by block, never more than it says.

    Raises
    ------
    ReadingFault
        If it is damaged, holds more or less than it says, or is packed in an unusual way.
    """
    header = _local_header(file, member)
    if header is None:
        raise ReadingFault("unreadable", "What stands before it in the zip is damaged.")
    if member.method not in (_STORED, _DEFLATED):
        raise ReadingFault("unreadable", "It is packed in a way that this program does not read.")
    packed = _packed_blocks(file, header[1], member.packed)
    yield from packed if member.method == _STORED else _inflated(packed, member.size)


def _packed_blocks(file: SharedFile, offset: int, size: int) -> Iterator[bytes]:
    stop = offset + size
    while offset < stop:
        block = file.read_at(offset, min(BLOCK, stop - offset))
        if not block:
            raise ReadingFault("unreadable", "The zip ends in the middle of it.")
        offset += len(block)
        yield block


def _inflated(packed: Iterator[bytes], size: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    left = size
    try:
        for block in chain(packed, [b""]):
            while data := unpacker.decompress(block, BLOCK):
                left -= len(data)
                if left < 0:
                    raise ReadingFault("unsafe", "It holds more than it says.")
                yield data
                block = unpacker.unconsumed_tail
    except zlib.error as error:
        raise ReadingFault("unreadable", "It is damaged and cannot be unpacked.") from error
    if left:
        raise ReadingFault("unreadable", "It holds less than it says.")
