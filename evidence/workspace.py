"""A passing folder for what comes in: on the library's own disk, gone when the work is done."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from evidence.records.store import LibraryUnwritable
from studio.disk import reason

_PREFIX = ".import-"
_FORGOTTEN_SECONDS = 24 * 3600.0


@contextmanager
def workspace(library_folder: Path) -> Iterator[Path]:
    """Give a folder to work in; what a killed program left of its own goes after a day.

    Raises
    ------
    LibraryUnwritable
        If there can be none.
    """
    try:
        _clear_forgotten(library_folder)
        place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=library_folder))
    except OSError as error:
        raise LibraryUnwritable(
            f"Nothing can be taken into the library: {reason(error)}.",
            "Make room on the disk, or get the right to write there, then try again.",
        ) from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _clear_forgotten(folder: Path) -> None:
    for place in folder.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # another program has just cleared it
            if time.time() - place.lstat().st_mtime > _FORGOTTEN_SECONDS:
                shutil.rmtree(place, ignore_errors=True)
