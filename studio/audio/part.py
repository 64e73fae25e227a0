"""A file that appears whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import StudioError


class SaveFault(StudioError):
    """A file that could not be written."""


@contextmanager
def part_of(out: Path) -> Iterator[Path]:
    """Give a name beside `out` to write to; it becomes `out` when the block ends well.

    When the block fails or is stopped, nothing is left behind and an older `out` is untouched.

    Raises
    ------
    SaveFault
        In place of any `OSError` of the block: the disk is full, the folder is missing or closed to us.
    """
    part = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        _check_place(out)
        part.unlink(missing_ok=True)  # left by a program of the same number that was killed
        yield part
        _sync(part)
        os.replace(part, out)
    except OSError as error:
        raise _fault(out, error) from error
    finally:
        part.unlink(missing_ok=True)


def _check_place(out: Path) -> None:
    if out.is_dir():
        raise SaveFault(f"“{out.name}” is a folder.", "Give the name of a file to make.")
    if not out.parent.is_dir():
        raise SaveFault(f"There is no folder “{out.parent}”.", "Make it first, or choose another one.")


def _sync(part: Path) -> None:
    with part.open("r+b") as file:  # Windows only syncs files that are open for writing
        os.fsync(file.fileno())


def _fault(out: Path, error: OSError) -> SaveFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SaveFault(
            f"The disk is full, so “{out.name}” was not saved.", "Make some room, or choose another disk."
        )
    if isinstance(error, PermissionError):
        return SaveFault(
            f"You are not allowed to save “{out.name}” there.",
            "Choose a folder of your own.",
        )
    why = error.strerror or "the disk did not answer"
    return SaveFault(f"“{out.name}” could not be saved ({why}).", "Choose another folder or another disk.")
