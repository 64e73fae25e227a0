"""Whose turn it is to write in a library: one program at a time, on one machine or a share."""

import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import orjson
from filelock import FileLock, Timeout

from studio.errors import StudioError

LOCK = "lock"
HOLDER = "lock-holder.json"

_POLL_SECONDS = 0.01


class LibraryBusy(StudioError):
    """Another program is writing in the library and does not finish."""


@contextmanager
def turn_in(folder: Path, *, patience: float, now: Callable[[], datetime]) -> Iterator[None]:
    """Wait for the turn to write, hold it, give it back; a killed program's turn ends with the program.

    Raises
    ------
    LibraryBusy
        If the turn did not come in `patience` seconds; says who has it.
    """
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=patience, poll_interval=_POLL_SECONDS)
    except Timeout as error:
        raise LibraryBusy(
            f"The library is being written by {_holder(folder)}.",
            "Wait until it has finished, or close that program, then try again.",
        ) from error
    try:
        _sign(folder, now())
        yield
    finally:
        try:
            _unsign(folder)
        finally:
            lock.release()


def _sign(folder: Path, since: datetime) -> None:
    # A note for people, not the lock: on Windows nobody can read a file that is locked.
    note = {"pid": os.getpid(), "host": platform.node(), "since": since.isoformat(timespec="seconds")}
    with suppress(OSError):
        (folder / HOLDER).write_bytes(orjson.dumps(note))


def _unsign(folder: Path) -> None:
    with suppress(OSError):  # on Windows another program may be reading it; the next holder writes over it
        (folder / HOLDER).unlink()


def _holder(folder: Path) -> str:
    try:
        note = orjson.loads((folder / HOLDER).read_bytes())
        since = datetime.fromisoformat(note["since"])
        words = f"another program (number {note['pid']} on {note['host']}, since {since:%H:%M})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another program"
    return words if words.isprintable() and len(words) < 200 else "another program"
