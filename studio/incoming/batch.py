"""Bringing files in, one or a whole folder; what cannot be read holds up nothing else."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from evidence.sound import Sound
from evidence.words import BadTitle, clean_title
from studio.disk import reason
from studio.errors import StudioError
from studio.incoming.arrivals import Arrivals, mark_of
from studio.incoming.freesound import card_of, title_of

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; may raise to stop the work."""

_MOST_FILES = 5_000
_DEEPEST = 8


class NoSuchFolder(StudioError):
    """A folder that cannot be looked into."""


@dataclass(frozen=True, slots=True)
class NotBrought:
    """A file that could not be brought in, and why."""

    file: Path
    error: StudioError


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of the files."""

    sounds: tuple[Sound, ...] = ()
    known: tuple[Path, ...] = ()
    """Those that had come in before."""
    failed: tuple[NotBrought, ...] = ()


def sound_files(folder: Path) -> tuple[Path, ...]:
    """Every sound file in a folder and the folders in it, by name; links and hidden files are passed by.

    Raises
    ------
    NoSuchFolder
    """
    from studio.audio.files.decode import SUPPORTED_SUFFIXES  # NumPy

    def refuse(error: OSError) -> None:
        if Path(error.filename or folder) == folder:
            raise NoSuchFolder(
                f"“{folder.name or folder}” cannot be looked into: {reason(error)}.",
                "Plug it in, or choose another folder.",
            ) from error

    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refuse):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if len(here.relative_to(folder).parts) >= _DEEPEST:
            folders.clear()
        files = (here / name for name in sorted(names) if not name.startswith("."))
        found += [
            file for file in files if file.suffix.lower() in SUPPORTED_SUFFIXES and not file.is_symlink()
        ]
        if len(found) >= _MOST_FILES:
            break
    return tuple(found[:_MOST_FILES])


def new_files(library: Library, folder: Path) -> tuple[Path, ...]:
    """The sound files of a folder that have not come in yet."""
    marks = Arrivals(library).marks()
    return tuple(file for file in sound_files(folder) if _mark(file) not in marks)


def bring_in(
    library: Library,
    files: Iterable[Path],
    *,
    year: str | None = None,
    by: str | None = None,
    partners: Sequence[str] = (),
    again: bool = False,
    progress: Progress | None = None,
) -> Brought:
    """Bring files in as sounds, each in a turn of its own; what came before the work was stopped stays.

    Parameters
    ----------
    again : whether a file that came in before is brought once more
    """
    from studio.audio.files.riff import WavFault
    from studio.audio.files.signature import FileUnreadable

    files = tuple(files)
    arrivals = Arrivals(library)
    marks = frozenset[str]() if again else arrivals.marks()
    sounds, known, failed = [], [], []
    for done, file in enumerate(files):
        if not again and _mark(file) in marks:
            known.append(file)
            continue
        share = None if progress is None else _share(progress, done, len(files))
        try:
            sound = bring_one(library, file, year=year, by=by, partners=partners, progress=share)
        except (FileUnreadable, WavFault) as error:
            failed.append(NotBrought(file, error))
            continue
        sounds.append(sound)
        if progress is not None:
            progress((done + 1) / len(files))
    return Brought(tuple(sounds), tuple(known), tuple(failed))


def bring_one(
    library: Library,
    file: Path,
    *,
    title: str | None = None,
    year: str | None = None,
    by: str | None = None,
    partners: Sequence[str] = (),
    progress: Progress | None = None,
) -> Sound:
    """Bring one file in, with its credit card when its name says who made it.

    Raises
    ------
    FileUnreadable, WavFault, LibraryUnwritable
    """
    from studio.takes import add_sound  # NumPy

    sound = add_sound(
        library,
        file,
        title=title or _title(file),
        year=year,
        by=by,
        partners=partners,
        card=card_of(file),
        progress=progress,
    )
    Arrivals(library).note(file, sound)
    return sound


def _title(file: Path) -> str:
    """What to call it; a name without letters that can be shown becomes a plain one."""
    try:
        return clean_title(title_of(file)[:200])
    except BadTitle:
        return "A sound"


def _mark(file: Path) -> str:
    try:
        return mark_of(file)
    except OSError:  # gone since; bringing it in will say so
        return ""


def _share(progress: Progress, done: int, of: int) -> Progress:
    return lambda share: progress((done + share) / of)
