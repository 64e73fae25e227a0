"""Reading backups, whoever made them: only what the card lists, and only as it was listed."""

import struct
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from evidence.backup.card import BACKUP_CARD, INSIDE, BackupCard, BackupDamaged, Filed
from studio.disk import PART, reason, sync

BLOCK = 1 << 20
_LARGEST_CARD = 64 << 20
_LOCKED = 0x1
_ZIP_FAULTS = (
    *(zipfile.BadZipFile, EOFError, KeyError, NotImplementedError),
    *(OverflowError, RuntimeError, ValueError, struct.error),
)
"""All that `zipfile` raises over a zip made to do harm."""


class BackupSource(Protocol):
    """An open backup."""

    card: BackupCard

    def blocks(self, path: str) -> Iterator[bytes]:
        """What lies where the card lists a file, block by block and believed in nothing."""


class FolderSource:
    """A backup in a folder; also when an unpacking program put a folder around it."""

    def __init__(self, folder: Path) -> None:
        inside = list(folder.iterdir())
        if len(inside) == 1 and inside[0].is_dir() and not inside[0].is_symlink():
            folder = inside[0]
        self.folder = folder
        try:
            self.card = BackupCard.parse(b"".join(_no_link(folder, BACKUP_CARD)))
        except FileNotFoundError as error:
            raise no_backup(folder.name) from error
        except ValueError as error:
            raise damaged(BACKUP_CARD) from error

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content."""
        try:
            yield from _no_link(self.folder, f"{INSIDE}/{path}")
        except (FileNotFoundError, NotADirectoryError) as error:
            raise damaged(path) from error


class ZipSource:
    """A backup in one zip."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        names = archive.namelist()
        cards = [entry for entry in names if entry.partition("/")[2] == BACKUP_CARD or entry == BACKUP_CARD]
        if not cards:
            raise no_backup(name)
        if len(set(names)) != len(names) or len(cards) > 1:
            raise damaged(BACKUP_CARD)
        self._top = cards[0][: -len(BACKUP_CARD)]
        if archive.getinfo(cards[0]).file_size > _LARGEST_CARD:
            raise damaged(BACKUP_CARD)
        try:
            self.card = BackupCard.parse(b"".join(self._stored(cards[0], BACKUP_CARD)))
        except ValueError as error:
            raise damaged(BACKUP_CARD) from error

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content."""
        return self._stored(f"{self._top}{INSIDE}/{path}", path)

    def _stored(self, name: str, path: str) -> Iterator[bytes]:
        try:
            info = self._archive.getinfo(name)
            # Ours are stored as they are, so a small zip cannot grow into a large library.
            if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & _LOCKED:
                raise BackupDamaged(
                    "The zip was packed again by another program.",
                    "Unpack it with that program, and restore from the folder.",
                )
            with self._archive.open(info) as file:
                while block := file.read(BLOCK):
                    yield block
        except _ZIP_FAULTS as error:
            raise damaged(path) from error


@contextmanager
def open_backup(path: Path) -> Iterator[BackupSource]:
    """Open a backup, a folder or a zip.

    Raises
    ------
    BackupDamaged
        If it is none, only half of one, or was changed; damage in a file shows when it is read.
    """
    try:
        if path.name.endswith(PART):
            raise BackupDamaged(
                f"“{path.name}” is a backup that was never finished.", "Take an older one; those are whole."
            )
        if path.is_dir():
            yield FolderSource(path)
            return
        try:
            archive = zipfile.ZipFile(path)
        except _ZIP_FAULTS as error:
            raise no_backup(path.name) from error
        with archive:
            yield ZipSource(archive, path.name)
    except FileNotFoundError as error:
        raise no_backup(path.name) from error
    except OSError as error:
        raise BackupDamaged(
            f"“{path.name}” could not be read: {reason(error)}.", "Try again, or take an older backup."
        ) from error


def check_backup(path: Path) -> BackupCard:
    """Read a whole backup and compare every file with the card.

    Raises
    ------
    BackupDamaged
        If a file is not as it was.
    """
    with open_backup(path) as source:
        check_source(source)
        return source.card


def check_source(source: BackupSource) -> None:
    """Read every file of an open backup and compare it with the card."""
    for path, filed in source.card.files.items():
        for _ in checked(source.blocks(path), path, filed):
            pass


def checked(blocks: Iterable[bytes], path: str, filed: Filed) -> Iterator[bytes]:
    """The same blocks, never more than the card lists; raises at their end if they are other ones."""
    content, size = sha256(), 0
    for block in blocks:
        size += len(block)
        if size > filed.size:
            break
        content.update(block)
        yield block
    if (content.hexdigest(), size) != (filed.sha256, filed.size):
        raise damaged(path)


def find_backups(folder: Path) -> list[tuple[Path, BackupCard]]:
    """The finished backups that lie as folders in a folder, oldest first; everything else is passed over."""
    found = []
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink() and not path.name.endswith(PART):
            with suppress(OSError, ValueError):
                found.append((path, BackupCard.parse((path / BACKUP_CARD).read_bytes())))
    return sorted(found, key=lambda backup: (backup[1].made, backup[0].name))


def write_blocks(blocks: Iterable[bytes], place: Path) -> Filed:
    """Write a new file, durably."""
    content, size = sha256(), 0
    with place.open("xb") as file:
        for block in blocks:
            content.update(block)
            size += file.write(block)
        sync(file)
    return Filed(content.hexdigest(), size)


def blocks_of(path: Path) -> Iterator[bytes]:
    """A file, block by block."""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def damaged(path: str) -> BackupDamaged:
    """What to tell when a file in a backup is not what the card lists."""
    return BackupDamaged(
        f"In the backup, {path} is missing or was changed.", "Take an older or another backup."
    )


def no_backup(name: str) -> BackupDamaged:
    """What to tell when a path leads to something else."""
    return BackupDamaged(
        f"“{name}” is no backup of a library.", "Choose a folder or a zip that the command backup made."
    )


def _no_link(folder: Path, path: str) -> Iterator[bytes]:
    place = folder
    for part in path.split("/"):
        place = place / part
        if place.is_symlink():  # a stranger's link could lead to a file of ours
            raise damaged(path)
    return blocks_of(place)
