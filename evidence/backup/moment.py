"""A library at one moment: its changing files as they were then, and the names of all others."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from evidence.backup.card import BackupCard, is_safe
from evidence.card import CARD
from evidence.check import check_library
from evidence.folder import FOLDERS, PATIENCE_SECONDS, RECORDS
from evidence.library import Library
from evidence.records.disk_store import DiskStore
from evidence.records.journal import LOG
from evidence.records.lock import LibraryBusy
from evidence.records.pending import Pending
from evidence.records.store import LibraryDamaged, LibraryUnwritable
from studio.disk import PART

BY_CONTENT = ("originals/", "files/")
"""Folders whose files have the SHA-256 of their content as names."""
PASSING = ("takes/", "exports/", "overviews/")
"""Folders in which other programs may write and delete at any moment."""
_TAKES = "takes"
_LOOKS = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """What a backup made now must hold."""

    card: BackupCard
    """Still without files."""
    changing: dict[str, bytes]
    """The card, the log and the records, whole."""
    lasting: list[str]
    """Paths of sounds, attachments and all else: files that nobody changes, or that are nobody's record."""
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, library: Library) -> Self:
        """Wait for the turn to write, so that no change is half made, and look.

        A library that may only be read gives no turn; it is then looked at until it stood still meanwhile.
        """
        try:
            with _turn(library):
                return cls._seen(library)
        except LibraryUnwritable:
            return cls._seen_still(library)

    @classmethod
    def _seen_still(cls, library: Library) -> Self:
        for _ in range(_LOOKS):
            before = library.journal.read_bytes()
            seen = cls._seen(library)
            if Pending.load(library.folder) is None and library.journal.read_bytes() == before:
                return seen
        raise LibraryBusy(
            "Another computer is writing in the library, which may only be read here.",
            "Wait until it has finished, then try again.",
        )

    @classmethod
    def _seen(cls, library: Library) -> Self:
        faults = _faults(library)
        records = sorted(f"{RECORDS}/{path.name}" for path in (library.folder / RECORDS).glob("*.json"))
        named = (CARD, LOG, *records)
        there = [
            name for name in named if (library.folder / name).is_file() and not _by_link(library.folder, name)
        ]
        changing = {name: (library.folder / name).read_bytes() for name in there}
        paths = [path for path in _files(library.folder) if path not in changing]
        card = BackupCard(
            library=library.id, school=library.school, made=library.now(), files={}, faults=faults
        )
        lasting = [path for path in paths if is_safe(path) and not _by_link(library.folder, path)]
        return cls(card, changing, lasting, tuple(sorted(set(paths) - set(lasting))))


def _turn(library: Library) -> AbstractContextManager[object]:
    """The turn to write, in which nothing is left half made and no other program writes."""
    store = DiskStore(library.folder, library.journal, now=library.now, patience=PATIENCE_SECONDS)
    return store.turn()


def _faults(library: Library) -> tuple[str, ...]:
    try:
        return tuple(fault.detail for fault in check_library(library))
    except LibraryDamaged as error:
        return (error.what,)


def _files(folder: Path) -> list[str]:
    """Every file but those that a program is just writing; a take in progress is sound, and counts."""
    found = []
    for top in FOLDERS:
        for path in (folder / top).rglob("*"):
            if path.is_file() and (top == _TAKES or not path.name.endswith(PART)):
                found.append(path.relative_to(folder).as_posix())
    return sorted(found)


def _by_link(folder: Path, path: str) -> bool:
    parts = path.split("/")
    return any(folder.joinpath(*parts[:depth]).is_symlink() for depth in range(1, len(parts) + 1))
