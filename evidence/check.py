"""Whether a library is whole: its log, its records against the log, and its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence.contents import hash_file
from evidence.library import Library
from evidence.records.journal import LogLine, check_journal
from evidence.records.store import LibraryDamaged, Record

_LOOKS = 3


@dataclass(frozen=True, slots=True)
class LibraryFault:
    """Something in a library that is not as it was left."""

    about: str
    """The id of a record, or a file in the library."""
    detail: str

    def __str__(self) -> str:
        return self.detail


def check_library(library: Library, *, contents: bool = False) -> tuple[LibraryFault, ...]:
    """Everything that is wrong; with `contents` every original and attachment is read and compared too."""
    for _ in range(_LOOKS):
        before = library.journal.size()
        faults = _faults(library, contents=contents)
        if library.journal.size() == before:
            break  # otherwise another program changed the library while we looked
    return faults


def _faults(library: Library, *, contents: bool) -> tuple[LibraryFault, ...]:
    path = library.journal.path
    broken = tuple(LibraryFault(path.name, fault.detail) for fault in check_journal(path))
    if broken:
        return broken
    try:
        astray = check_records(library.journal.lines(), library.records())
    except LibraryDamaged as error:
        return (LibraryFault("records", error.what),)
    return (*astray, *_file_faults(library, contents=contents))


def check_records(lines: Iterable[LogLine], records: Iterable[Record]) -> list[LibraryFault]:
    """Where the records are not what the log says: changed, missing, or without a line.

    Lines that were cut off the end of the log show here: the records know better.
    """
    newest = {line.id: line for line in lines if line.commitment}
    faults = []
    for record in records:
        line = newest.pop(record.id, None)
        if line is None or line.seq < record.seq:
            faults.append(LibraryFault(record.id, f"The log lacks the newest change of {record.id}."))
        elif line.seq > record.seq:
            faults.append(LibraryFault(record.id, f"{record.id} is older than the log says."))
        elif line.commitment != record.commitment:
            faults.append(LibraryFault(record.id, f"{record.id} was changed without the program."))
    return faults + [LibraryFault(lost, f"{lost} is in the log but not in the library.") for lost in newest]


def _file_faults(library: Library, *, contents: bool) -> Iterator[LibraryFault]:
    kept = {library.original_path(sound): sound.sha256 for sound in library.sounds()}
    for entry in library.entries():
        kept |= {library.original_path(use): use.sha256 for use in entry.sounds}
        kept |= {library.file_path(use): use.sha256 for use in entry.files}
    for path, sha256 in kept.items():
        name = path.relative_to(library.folder).as_posix()
        if not path.exists():
            yield LibraryFault(name, f"The file {name} is missing.")
        elif contents and hash_file(path) != sha256:
            yield LibraryFault(name, f"The file {name} was changed.")
