"""Files that are whole at every moment: written beside their place, made durable, then moved into it."""

import errno
import math
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO, TypeVar

IS_WINDOWS = os.name == "nt"
IS_MAC = sys.platform == "darwin"

PART = ".part"
"""Ends the name of a file that is still being written."""

T = TypeVar("T")

_PATIENCE_SECONDS = 3.0
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)  # not every system has quotas
_NO_FOLDER_SYNC = (errno.EINVAL, errno.EACCES, errno.EPERM, errno.EBADF, errno.ENOTSUP, errno.EISDIR)


def reason(error: OSError) -> str:
    """What the system says is wrong, in its own words, for the middle of a sentence."""
    return (error.strerror or "the disk does not answer").rstrip(".").lower()


def is_full(error: OSError) -> bool:
    """Whether there is no room for what was to be written."""
    return error.errno in _NO_ROOM


def free_bytes(folder: Path) -> float:
    """What still fits on the disk of a folder; endless where that cannot be known, as on some shares."""
    try:
        return float(shutil.disk_usage(folder).free)
    except OSError:
        return math.inf


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a kill or a power cut leaves the old one or the new one, and nothing between.

    For files that one program at a time writes; `replacing` is for all others.
    """
    publish(stage(path, data), path)


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """Give a name beside a file's place to write to; it takes the place when the block ends well.

    When the block fails or is stopped, nothing is left behind and an older file is untouched. What is
    not `durable` is whole all the same, but a power cut within seconds may take it.
    """
    # Shortened, so that it is not too long where the file's own name just fits.
    part = path.with_name(f"{path.name[:50]}.{secrets.token_hex(4)}{PART}")
    try:
        yield part
        if durable:
            with part.open("r+b") as file:  # Windows only syncs files that are open for writing
                sync(file)
            publish(part, path)
        else:
            patiently(lambda: os.replace(part, path))
    finally:
        part.unlink(missing_ok=True)


def stage(path: Path, data: bytes) -> Path:
    """Write durably beside a file's place, without touching the file; `publish` moves it in."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)  # left by a killed program, or a link to a file that is not ours to write
    try:
        with part.open("xb") as file:
            file.write(data)
            sync(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def publish(part: Path, path: Path) -> None:
    """Move a staged file into its place, durably."""
    patiently(lambda: os.replace(part, path))
    sync_folder(path.parent)


def read_whole(path: Path) -> bytes:
    """Read a file that another program may be replacing at this moment."""
    return patiently(path.read_bytes)


def sync(file: BinaryIO) -> None:
    """Bring what was written to the disk itself."""
    file.flush()
    if IS_MAC:
        _full_sync(file.fileno())
    else:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a folder's names durable, where the system can: Windows and some network shares cannot."""
    if IS_WINDOWS:
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def patiently(action: Callable[[], T]) -> T:
    """Do it, and again for a moment when Windows says that someone has the file open."""
    started = monotonic()
    while True:
        try:
            return action()
        except PermissionError:
            # Elsewhere than on Windows a refusal is one of rights, and waiting does not change it.
            if not IS_WINDOWS or monotonic() - started > _PATIENCE_SECONDS:
                raise
            sleep(0.01)


def _full_sync(handle: int) -> None:
    # Plain fsync on macOS stops at the drive's own memory (fsync(2)).
    import fcntl

    try:
        fcntl.fcntl(handle, 51)  # F_FULLFSYNC, which the module names on macOS only
    except OSError:
        os.fsync(handle)  # a file system that does not know it
