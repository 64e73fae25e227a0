"""Files that are whole at every moment: written beside their place, made durable, then moved into it."""

import errno
import os
import secrets
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO, TypeVar

IS_WINDOWS = os.name == "nt"
IS_MAC = sys.platform == "darwin"

PART = ".part"
"""Ends the name of a file that is still being written."""

T = TypeVar("T")

_BLOCK = 1 << 20
_PATIENCE_SECONDS = 3.0
_NO_FOLDER_SYNC = (errno.EINVAL, errno.EACCES, errno.EPERM, errno.EBADF, errno.ENOTSUP, errno.EISDIR)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a kill or a power cut leaves the old one or the new one, and nothing between."""
    publish(stage(path, data), path)


def stage(path: Path, data: bytes) -> Path:
    """Write durably beside a file's place, without touching the file; `publish` moves it in."""
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as file:
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


def copy_hashed(source: Path, folder: Path) -> tuple[Path, str, int]:
    """Copy a file under a passing name into a folder, durably -> where, its SHA-256, its size."""
    part = folder / f"{secrets.token_hex(8)}{PART}"
    content, size = sha256(), 0
    try:
        with source.open("rb") as old, part.open("xb") as new:
            while block := old.read(_BLOCK):
                content.update(block)
                size += new.write(block)
            sync(new)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part, content.hexdigest(), size


def hash_file(path: Path) -> str:
    """SHA-256 of a file, read by blocks."""
    content = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            content.update(block)
    return content.hexdigest()


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
