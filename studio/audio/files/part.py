"""A file of sound that appears whole or not at all, and what to say when it cannot."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.disk import is_full, reason, replacing
from studio.errors import StudioError


class SaveFault(StudioError):
    """A file that could not be written."""


@contextmanager
def part_of(out: Path, *, durable: bool = True) -> Iterator[Path]:
    """Give a name beside `out` to write to; it becomes `out` when the block ends well.

    When the block fails or is stopped, nothing is left behind and an older `out` is untouched.
    For `durable` see `studio.disk.replacing`.

    Raises
    ------
    SaveFault
        In place of any `OSError` of the block: the disk is full, the folder is missing or closed to us.
    """
    _check_place(out)
    try:
        with replacing(out, durable=durable) as part:
            yield part
    except OSError as error:
        raise _fault(out, error) from error


def _check_place(out: Path) -> None:
    if out.is_dir():
        raise SaveFault(f"“{out.name}” is a folder.", "Give the name of a file to make.")
    if not out.parent.is_dir():
        raise SaveFault(f"There is no folder “{out.parent}”.", "Make it first, or choose another one.")


def _fault(out: Path, error: OSError) -> SaveFault:
    if is_full(error):
        return SaveFault(
            f"The disk is full, so “{out.name}” was not saved.", "Make some room, or choose another disk."
        )
    if isinstance(error, PermissionError):
        return SaveFault(
            f"You are not allowed to save “{out.name}” there.",
            "Choose a folder of your own, or close the file where it is open.",
        )
    return SaveFault(
        f"“{out.name}” could not be saved ({reason(error)}).", "Choose another folder or another disk."
    )
