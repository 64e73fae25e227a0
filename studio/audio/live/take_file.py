"""The file of a take on its way: its name, the lock that says who writes it, and its last name."""

import contextlib
import os
import secrets
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from studio.audio.overview import Overview
from studio.errors import StudioError

PART_SUFFIX = ".wav.part"
LOCK_SUFFIX = ".lock"

_NAME = "%Y-%m-%d_%H-%M-%S"
_NAME_LENGTH = len("2026-01-31_09-30-00")
_RENAME_TRIES = 5


class TakeBusy(StudioError):
    """A take that is still being recorded."""


@dataclass(frozen=True, slots=True)
class FinishedTake:
    """A recording that has ended, whole or as much of it as there is."""

    path: Path
    overview: Overview
    started: datetime
    seconds: float
    """Length of the file."""
    samplerate: int
    channels: int
    clipped: int = 0
    """Samples at full scale."""
    lost_seconds: float = 0.0
    """What the computer did not deliver while it stood still."""
    unsaved_seconds: float = 0.0
    """What is still in memory because the disk did not take it; see `Recorder.rescue`."""
    problem: StudioError | None = None


class TakeFile:
    """A `.wav.part` file and its lock, which the operating system lets go when its holder dies.

    Raises
    ------
    TakeBusy
        If somebody else holds the lock.
    OSError
        If the lock's file cannot be made.
    """

    def __init__(self, part: Path) -> None:
        self.part = part
        # Taken by one thread and given back by another, so not one lock a thread.
        self._lock = FileLock(lock_path(part), thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise TakeBusy(
                "This recording is still going on.", "Stop it in the window that records, then try again."
            ) from None

    @classmethod
    def new(cls, folder: Path, now: datetime) -> Self:
        """A name that nobody has, in a folder that is made when need be."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder / f"{now.strftime(_NAME)}-{secrets.token_hex(3)}{PART_SUFFIX}")

    @property
    def started(self) -> datetime:
        """When the recording began."""
        return started_of(self.part)

    def finish(self) -> Path:
        """Give the file its last name; where that fails the sound stays under the first one.

        On Windows a virus scanner may hold the file for a moment.
        """
        wav = self.part.with_name(self.part.name.removesuffix(".part"))
        for waited in range(_RENAME_TRIES):
            try:
                os.replace(self.part, wav)
            except PermissionError:
                time.sleep(0.1 * (waited + 1))
                continue
            self.release()
            return wav
        self.release()
        return self.part

    def discard(self) -> None:
        """Delete the file."""
        self.part.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Let the lock go."""
        self._lock.release()
        with contextlib.suppress(OSError):  # somebody looks at it just now; it means nothing without the part
            lock_path(self.part).unlink(missing_ok=True)


def lock_path(part: Path) -> Path:
    """Where the lock of a take is."""
    return part.with_name(part.name + LOCK_SUFFIX)


def started_of(part: Path) -> datetime:
    """When a take began: as its name says, else when its file was last changed."""
    try:
        return datetime.strptime(part.name[:_NAME_LENGTH], _NAME).astimezone()
    except ValueError:
        return datetime.fromtimestamp(part.stat().st_mtime).astimezone()
