"""Restoring: a backup becomes a library again, in a new or empty folder, and is checked before it counts."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from evidence.backup.card import BackupDamaged
from evidence.backup.source import BackupSource, checked, open_backup, write_blocks
from evidence.card import CARD
from evidence.check import check_library
from evidence.folder import FOLDERS, make_folders
from evidence.library import Library
from evidence.records.journal import LOG
from studio.disk import PART, patiently, reason, sync_folder
from studio.errors import StudioError

_UNFINISHED = f"restore{PART}"
"""Where the files are until all are checked: a folder in the folder, so that nothing is written elsewhere."""
_OURS = {_UNFINISHED, LOG, *FOLDERS}
"""What a restore that was killed can leave; without the card it is no library yet."""
_ROOM_TO_SPARE = 1_000_000

Progress = Callable[[float], None]


class NotRestored(StudioError):
    """The place that a backup was to be restored to cannot be used."""


def restore(backup: Path | str, folder: Path | str, *, progress: Progress | None = None) -> Library:
    """Make a backup a library again, in a folder that is new or empty; gives the library, open.

    Every file is compared with the backup's card on its way, and the library is checked with all its
    contents before its own card, which makes the folder a library, is put in. `progress` may raise to
    stop; then, and after any fault, the folder is as it was.

    Raises
    ------
    BackupDamaged, NotRestored
    """
    backup, folder = Path(backup).absolute(), Path(folder).absolute()
    try:
        _refuse(folder, backup)
    except OSError as error:
        raise _not_restored(folder, error) from error
    with open_backup(backup) as source:
        try:
            _bring_back(source, folder, progress)
        except OSError as error:
            raise _not_restored(folder, error) from error
    return Library.open(folder)


def _not_restored(folder: Path, error: OSError) -> NotRestored:
    return NotRestored(
        f"The library could not be restored to {folder}: {reason(error)}.",
        "Choose a folder on a disk with enough room; the backup is as it was.",
    )


def _bring_back(source: BackupSource, folder: Path, progress: Progress | None) -> None:
    was_there = folder.exists()
    part = folder / _UNFINISHED
    try:
        _fill(part, source, progress)
        _check(part, source)
        _move_in(part, folder)
    finally:
        _clear(folder)
        if not was_there and folder.exists() and not any(folder.iterdir()):
            folder.rmdir()


def _refuse(folder: Path, backup: Path) -> None:
    if folder != backup and folder.resolve().is_relative_to(backup.resolve()):
        raise NotRestored(f"{folder} is inside the backup.", "Choose a folder elsewhere.")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotRestored(f"{folder} is not a folder.", "Choose a new name for the library.")
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    if names and (_UNFINISHED not in names or names - _OURS):
        raise NotRestored(
            f"{folder} is not empty, and nothing there may be lost.", "Choose an empty folder, or a new name."
        )


def _clear(folder: Path) -> None:
    """Take away what is unfinished, also what a killed restore left."""
    for name in (_UNFINISHED,) if (folder / CARD).exists() else _OURS:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name, ignore_errors=True)
        else:
            (folder / name).unlink(missing_ok=True)


def _fill(part: Path, source: BackupSource, progress: Progress | None) -> None:
    _clear(part.parent)
    part.mkdir(parents=True)
    make_folders(part)  # a backup has no empty ones, and a library that lacks one is damaged
    free = shutil.disk_usage(part).free
    if source.card.size + _ROOM_TO_SPARE > free:
        raise NotRestored(
            f"The library needs {source.card.size / 1e6:,.0f} MB and there is room for {free / 1e6:,.0f} MB.",
            "Make room or choose another disk.",
        )
    total, done = source.card.size or 1, 0
    for path, filed in source.card.files.items():
        place = part / path
        place.parent.mkdir(parents=True, exist_ok=True)
        write_blocks(checked(source.blocks(path), path, filed), place)
        done += filed.size
        if progress:
            progress(min(1.0, done / total))


def _check(part: Path, source: BackupSource) -> None:
    """See that what was copied is the library that was backed up, no worse than it was then."""
    try:
        library = Library.open(part)
        faults = {fault.detail for fault in check_library(library, contents=True)}
    except StudioError as error:
        if error.what in source.card.faults:
            return
        raise BackupDamaged(
            f"The backup holds no whole library. {error.what}", "Take an older or another backup."
        ) from error
    worse = sorted(faults - set(source.card.faults))
    if worse or library.id != source.card.library:
        raise BackupDamaged(
            f"The backup holds no whole library. {' '.join(worse[:1])}".rstrip(),
            "Take an older or another backup.",
        )


def _move_in(part: Path, folder: Path) -> None:
    inside = sorted(part.iterdir(), key=lambda path: path.name == CARD)  # the card last: it makes the library
    for path in inside:
        patiently(lambda path=path: os.replace(path, folder / path.name))  # type: ignore[misc]
    sync_folder(folder)
