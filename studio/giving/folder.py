"""A folder of sound files: for slides, for another program, for a stick."""

import shutil
import tempfile
from pathlib import Path

from evidence.library import Library
from studio.disk import reason, sync_folder, write_whole
from studio.errors import StudioError
from studio.giving.chosen import Chosen, Progress, opened

KINDS = (".mp3", ".wav")
CREDITS = "Credits.txt"


class FolderNotMade(StudioError):
    """A folder that could not be made where it was asked for."""


def give_folder(
    library: Library,
    chosen: Chosen,
    out: Path,
    *,
    kind: str = ".mp3",
    level: bool = True,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write sounds into a new folder, which appears whole or not at all -> its files.

    Parameters
    ----------
    kind : one of `KINDS`
    level : whether all are made equally loud; what is in the library stays as it is

    Raises
    ------
    FolderNotMade, SaveFault
    """
    if kind not in KINDS:
        raise FolderNotMade(f"“{kind[:10]}” is no kind of file to give.", "Choose mp3 or wav.")
    if out.exists():
        raise FolderNotMade(f"There is already something called “{out.name}” there.", "Choose another name.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=".part-", dir=out.parent))
    except OSError as error:
        raise _not_made(out, error) from error
    try:
        _fill(library, chosen, part, kind, level, progress)
        part.chmod(0o755)  # a temporary folder is for its maker alone; this one is for the class
        part.rename(out)
        sync_folder(out.parent)  # a stick may be pulled out at once
    except OSError as error:
        raise _not_made(out, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return tuple(sorted(out.iterdir()))


def _fill(
    library: Library, chosen: Chosen, folder: Path, kind: str, level: bool, progress: Progress | None
) -> None:
    from studio.audio.files.encode import export_sound  # NumPy, and an encoder

    names = chosen.file_names(kind)
    for done, (sound, name) in enumerate(zip(chosen.sounds, names, strict=True)):
        with opened(library, sound, level=level) as source:
            export_sound(source, folder / name, progress=part_of_all(progress, done, len(names)))
    if chosen.credits:
        write_whole(folder / CREDITS, ("\n".join(chosen.credits) + "\n").encode())


def part_of_all(progress: Progress | None, done: int, of: int) -> Progress | None:
    """The progress of one of many equal parts."""
    return None if progress is None else lambda share: progress((done + share) / of)


def _not_made(out: Path, error: OSError) -> FolderNotMade:
    return FolderNotMade(
        f"The folder “{out.name}” could not be made: {reason(error)}.",
        "Choose another place, or make room on the disk.",
    )
