"""A backup: the whole library as it was at one moment, in a folder or in a zip.

The records and the log are copied in one turn, when no program can write and no change is
half made. Sounds and attachments are named by their content and never change, so they are only
listed in that turn and copied afterwards, while others go on working. What an earlier backup in
the same place already has is shared with it (one file, two names) where the disk can; it is read
and compared all the same. A backup has a name ending in `.part` until it has been read back whole.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from evidence.backup.card import BackupCard, Filed
from evidence.backup.moment import BY_CONTENT, PASSING, Moment
from evidence.backup.place import BackupNotMade, BackupPlace, drop_old, folder_place, zip_place
from evidence.backup.source import blocks_of
from evidence.library import Library
from studio.disk import reason

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk."""

    path: Path
    card: BackupCard
    new_bytes: int
    """Without what is shared with an earlier backup."""
    left_out: tuple[str, ...]
    """Files that are no library's own: links, and names that not every computer can keep."""


def back_up(
    library: Library,
    to: Path | str,
    *,
    keep: int | None = None,
    progress: Progress | None = None,
    by_itself: bool = False,
) -> Backup:
    """Back the library up: to a zip of the name given, or under a dated name into a folder of backups.

    With `keep` the newest backup of each of the newest `keep` days stays in that folder, and older
    ones of the same library go. `progress` may raise to stop; then, and after any fault, nothing is left.
    The daily one, made `by_itself`, needs no adult: nobody chooses where it goes.

    Raises
    ------
    AdultsOnly, BackupNotMade, LibraryBusy
    """
    if not by_itself:
        library.adults.need("make a backup")
    to = Path(to).absolute()
    if keep is not None and keep < 1:
        raise ValueError(f"cannot keep {keep} backups")
    if to.resolve().is_relative_to(library.folder.resolve()):
        raise BackupNotMade(
            "A backup inside the library would be lost together with it.",
            "Choose a folder elsewhere, best on another disk.",
        )
    try:
        with _place(to, library) as place:
            backup = _made(library, place, progress)
        # A library that is no longer whole must not push out backups that are.
        if keep is not None and not backup.card.faults:
            drop_old(to, backup.path, backup.card, keep)
    except OSError as error:
        raise BackupNotMade(
            f"The backup in {to} could not be made: {reason(error)}.",
            "Check that the place can be written and has room; older backups are as they were.",
        ) from error
    return backup


def _place(to: Path, library: Library) -> AbstractContextManager[BackupPlace]:
    if to.suffix.lower() == ".zip":
        return zip_place(to)
    return folder_place(to, library.id, library.school, library.now())


def _made(library: Library, place: BackupPlace, progress: Progress | None) -> Backup:
    moment = Moment.of(library)
    sizes = dict(_sizes(library.folder, moment.lasting))
    place.need_room(sum(map(len, moment.changing.values())) + sum(_not_shared(place, sizes)))
    files = {path: place.add(path, [data]) for path, data in moment.changing.items()}
    faults, total, done = list(moment.card.faults), sum(sizes.values()) or 1, 0
    for path, size in sizes.items():
        filed = place.share(path, size) or _copied(library.folder, path, place)
        if filed is None:
            continue
        files[path] = filed
        if path.startswith(BY_CONTENT) and filed.sha256 != PurePosixPath(path).stem:
            faults.append(f"The file {path} was changed.")
        done += size
        if progress:
            progress(min(1.0, done / total))
    card = replace(moment.card, files=files, faults=tuple(faults))
    return Backup(place.finish(card), card, place.new_bytes, moment.left_out)


def _sizes(folder: Path, paths: list[str]) -> Iterator[tuple[str, int]]:
    for path in paths:
        try:
            yield path, (folder / path).stat().st_size
        except FileNotFoundError:
            _may_have_gone(path)


def _not_shared(place: BackupPlace, sizes: dict[str, int]) -> Iterator[int]:
    return (size for path, size in sizes.items() if not place.has(path, size))


def _copied(folder: Path, path: str, place: BackupPlace) -> Filed | None:
    try:
        return place.add(path, blocks_of(folder / path))
    except FileNotFoundError:
        _may_have_gone(path)
        return None


def _may_have_gone(path: str) -> None:
    """A take that became a sound, or an export that was deleted, is no fault; a lost original is."""
    if not path.startswith(PASSING):
        raise BackupNotMade(
            f"The library's file {path} went away while it was copied.", "Try again; older backups are whole."
        )
