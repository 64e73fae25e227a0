"""The compiler's cache: a folder where what numba compiled is kept, wherever one can be written."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from studio.errors import StudioError

VARIABLE = "NUMBA_CACHE_DIR"
"""Without it, numba writes beside the library or in the home folder; with neither, librosa does not load."""


class NowhereToWrite(StudioError):
    """Neither the user's folders nor the temporary one can be written."""


def compiler_cache() -> Path:
    """A folder that can be written: the one that was set, the user's own, or one for this run.

    Raises
    ------
    NowhereToWrite
        If there is none.
    """
    chosen = os.environ.get(VARIABLE)
    for folder in filter(None, (Path(chosen) if chosen else None, _users_own())):
        if _can_be_written(folder):
            return folder
    try:
        return _for_this_run()
    except OSError as error:
        raise NowhereToWrite(
            "This computer has no folder that the listening can work in.",
            "Ask for a temporary folder that can be written, then try again.",
        ) from error


def is_filled(folder: Path) -> bool:
    """Whether something was compiled before, so that listening starts within seconds."""
    return any(folder.rglob("*.nbi"))


def _users_own() -> Path | None:
    from platformdirs import user_cache_path

    try:
        return user_cache_path("soundingboard", appauthor=False) / "compiled"
    except (OSError, RuntimeError):  # no home folder at all
        return None


def _can_be_written(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


@cache
def _for_this_run() -> Path:
    # With a name that nobody can guess: what lies in the cache is run, and others may write beside it.
    folder = Path(tempfile.mkdtemp(prefix="soundingboard-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
