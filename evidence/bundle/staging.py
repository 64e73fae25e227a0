"""A hidden folder beside the place of a bundle: what is sealed stands there until it is whole and known."""

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_NAME = ".soundingboard-sealing-"
_OURS = re.compile(re.escape(_NAME) + r"[0-9a-f]{16}", re.ASCII)
_YOUNG_SECONDS = 10.0
"""A folder younger than this may be one whose program has not locked it yet."""


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A folder of our own inside `folder`, gone at the end; those that killed programs left go too."""
    _clear_forgotten(folder)
    place = folder / f"{_NAME}{secrets.token_hex(8)}"
    place.mkdir()
    try:
        with FileLock(_lock(place)):
            yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _clear_forgotten(folder: Path) -> None:
    with os.scandir(folder) as items:
        places = [Path(item.path) for item in items if _OURS.fullmatch(item.name) and not item.is_symlink()]
    for place in places:
        if _is_forgotten(place):
            shutil.rmtree(place, ignore_errors=True)


def _is_forgotten(place: Path) -> bool:
    """Whether the program that made it has ended: a living one holds its lock."""
    with suppress(OSError, Timeout, NotImplementedError):
        if time.time() - place.lstat().st_mtime < _YOUNG_SECONDS:
            return False
        with FileLock(_lock(place), timeout=0):
            return True
    return False


def _lock(place: Path) -> Path:
    return place / "lock"
