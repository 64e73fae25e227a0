"""Where a backup is written: a dated folder beside earlier ones, or a zip; whole, or not there."""

import os
import secrets
import shutil
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Protocol

from evidence.backup.card import BACKUP_CARD, INSIDE, BackupCard, BackupDamaged, Filed
from evidence.backup.source import (
    BackupSource,
    FolderSource,
    ZipSource,
    check_source,
    find_backups,
    write_blocks,
)
from evidence.bundle.names import slug
from evidence.contents import hash_file
from studio.disk import PART, patiently, replacing, sync_folder
from studio.errors import StudioError

_FORGOTTEN_SECONDS = 24 * 3600.0
_ROOM_TO_SPARE = 1_000_000
_TOP = "soundingboard-backup"
"""The folder in the zip that everything lies in."""


class BackupNotMade(StudioError):
    """The backup could not be put where it was to go."""


class BackupPlace(Protocol):
    """Takes the files of one backup."""

    new_bytes: int
    """Written so far, without what is shared."""

    def has(self, path: str, size: int) -> bool:
        """Whether an earlier backup says that it has this file."""

    def share(self, path: str, size: int) -> Filed | None:
        """Take a file from an earlier backup, if it is there as it was."""

    def add(self, path: str, blocks: Iterable[bytes]) -> Filed:
        """Copy a file."""

    def need_room(self, size: int) -> None:
        """See that so many bytes can be written."""

    def finish(self, card: BackupCard) -> Path:
        """Write the card, read everything back, and give the backup its name."""


class FolderPlace:
    """A folder that grows under a passing name."""

    def __init__(self, part: Path, place: Path, earlier: tuple[Path, BackupCard] | None) -> None:
        self.new_bytes = 0
        self._part = part
        self._place = place
        self._earlier = earlier

    def has(self, path: str, size: int) -> bool:
        """Whether the backup before this one lists the file, by the content that its name tells."""
        listed = self._earlier[1].files.get(path) if self._earlier else None
        return listed == Filed(PurePosixPath(path).stem, size)

    def share(self, path: str, size: int) -> Filed | None:
        """Give a file of the backup before a second name; it is read, for a disk may have spoilt it."""
        if self._earlier is None or not self.has(path, size):
            return None
        place = self._new(path)
        try:
            os.link(self._earlier[0] / INSIDE / path, place)
        except OSError:
            return None  # a disk without links, or a file that is gone: it is copied
        if hash_file(place) == PurePosixPath(path).stem:
            return Filed(PurePosixPath(path).stem, size)
        place.unlink()
        return None

    def add(self, path: str, blocks: Iterable[bytes]) -> Filed:
        """Copy a file."""
        filed = write_blocks(blocks, self._new(path))
        self.new_bytes += filed.size
        return filed

    def need_room(self, size: int) -> None:
        """See that so many bytes can be written."""
        _need_room(self._part, size)

    def finish(self, card: BackupCard) -> Path:
        """Write the card, read everything back, and give the folder its name."""
        write_blocks([card.text()], self._part / BACKUP_CARD)
        _read_back(lambda: FolderSource(self._part))
        for folder, _, _ in os.walk(self._part):
            sync_folder(Path(folder))
        patiently(lambda: self._part.rename(self._place))
        sync_folder(self._place.parent)
        return self._place

    def _new(self, path: str) -> Path:
        place = self._part / INSIDE / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


class ZipPlace:
    """A zip that grows under a passing name; its files are stored as they are, which costs no time."""

    def __init__(self, archive: zipfile.ZipFile, part: Path, place: Path) -> None:
        self.new_bytes = 0
        self._archive = archive
        self._part = part
        self._place = place

    def has(self, path: str, size: int) -> bool:
        """Nothing is shared: a zip stands alone."""
        return False

    def share(self, path: str, size: int) -> Filed | None:
        """Nothing is shared: a zip stands alone."""
        return None

    def add(self, path: str, blocks: Iterable[bytes]) -> Filed:
        """Copy a file."""
        filed = self._write(f"{INSIDE}/{path}", blocks)
        self.new_bytes += filed.size
        return filed

    def need_room(self, size: int) -> None:
        """See that so many bytes can be written."""
        _need_room(self._place.parent, size)

    def finish(self, card: BackupCard) -> Path:
        """Write the card and read everything back; the zip gets its name when the place is left."""
        self._write(BACKUP_CARD, [card.text()])
        self._archive.close()
        with zipfile.ZipFile(self._part) as archive:
            _read_back(lambda: ZipSource(archive, self._part.name))
        return self._place

    def _write(self, path: str, blocks: Iterable[bytes]) -> Filed:
        content, size = sha256(), 0
        with self._archive.open(f"{_TOP}/{path}", "w", force_zip64=True) as file:
            for block in blocks:
                content.update(block)
                size += file.write(block)
        return Filed(content.hexdigest(), size)


@contextmanager
def folder_place(to: Path, library_id: str, school: str, now: datetime) -> Iterator[BackupPlace]:
    """A new dated folder in the folder of backups `to`; without `finish` nothing of it stays."""
    to.mkdir(parents=True, exist_ok=True)
    _clear_forgotten(to)
    earlier = [backup for backup in find_backups(to) if backup[1].library == library_id]
    name = f"{slug(school)}_{now:%Y-%m-%d_%H%M%S}"
    names = (name, *(f"{name}_{number}" for number in range(2, 1000)))
    place = next(to / free for free in names if not (to / free).exists())
    part = to / f"{place.name}.{secrets.token_hex(4)}{PART}"
    try:
        part.mkdir()
        yield FolderPlace(part, place, earlier[-1] if earlier else None)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def zip_place(out: Path) -> Iterator[BackupPlace]:
    """A new zip; without `finish` nothing of it stays."""
    if out.exists():
        raise BackupNotMade(
            f"“{out.name}” is there already.", "Choose another name, or a folder for backups."
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    with replacing(out) as part, zipfile.ZipFile(part, "x", zipfile.ZIP_STORED) as archive:
        yield ZipPlace(archive, part, out)


def drop_old(to: Path, newest: Path, card: BackupCard, keep: int) -> None:
    """Keep the newest backup of each of the newest `keep` days, and the one just made."""
    days: dict[date, Path] = {}
    old = [(path, other) for path, other in find_backups(to) if other.library == card.library]
    for path, other in reversed(old):
        days.setdefault(other.made.date(), path)
    kept = {newest, *list(days.values())[:keep]}
    for path, _ in old:
        if path not in kept:
            # Renamed first: a backup that is only half deleted must not look like a whole one.
            part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
            path.rename(part)
            shutil.rmtree(part, ignore_errors=True)


def _need_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if size + _ROOM_TO_SPARE > free:
        raise BackupNotMade(
            f"The backup needs {size / 1e6:,.0f} MB and there is room for {free / 1e6:,.0f} MB.",
            "Make room or choose another disk; older backups are as they were.",
        )


def _read_back(opened: Callable[[], BackupSource]) -> None:
    try:
        check_source(opened())
    except BackupDamaged as error:
        raise BackupNotMade(
            "The disk did not give the backup back as it was written.", "Use another disk for backups."
        ) from error


def _clear_forgotten(to: Path) -> None:
    for part in to.glob(f"*{PART}"):
        ours = not part.is_symlink() and (part / INSIDE).is_dir()
        if ours and time.time() - part.stat().st_mtime > _FORGOTTEN_SECONDS:
            shutil.rmtree(part, ignore_errors=True)
