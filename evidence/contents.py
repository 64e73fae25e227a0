"""Files kept under the name of their content: originals and attachments, never changed, never overwritten."""

import os
import re
import secrets
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from studio.disk import PART, publish, sync, sync_folder

_FORGOTTEN_SECONDS = 24 * 3600.0
_BLOCK = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def check_sha256(text: str) -> str:
    """The same text, which names a file: anything but a SHA-256 could name one outside the library."""
    if not _SHA256.fullmatch(text):
        raise ValueError(f"{text[:70]!r} is no SHA-256")
    return text


def keep_copy(source: Path, folder: Path, suffix: str) -> tuple[str, int]:
    """Copy a file in -> its SHA-256 and size; a content that is there already is kept once."""
    _clear_forgotten(folder)
    part, content, size = copy_hashed(source, folder)
    place = folder / f"{content}{suffix}"
    if place.exists():
        part.unlink()
    else:
        publish(part, place)
    return content, size


def keep_linked(source: Path, folder: Path, suffix: str) -> tuple[str, int]:
    """Keep a file that nobody will write again, without copying where the disk can give it a second name."""
    content = hash_file(source)
    place = folder / f"{content}{suffix}"
    try:
        with source.open("r+b") as file:
            sync(file)
        os.link(source, place)
        sync_folder(folder)
    except FileExistsError:
        pass  # the same content is there already
    except OSError:
        # Another disk, a file system without links, or a file we may only read.
        return keep_copy(source, folder, suffix)
    return content, place.stat().st_size


def place_beside(source: Path, place: Path) -> None:
    """Copy a file to a place, whole; what is there already stays."""
    if place.exists():
        return
    part, _, _ = copy_hashed(source, place.parent)
    publish(part, place)


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


def _clear_forgotten(folder: Path) -> None:
    for part in folder.glob(f"*{PART}"):
        with suppress(FileNotFoundError):  # its own program has just moved it to its place
            if time.time() - part.lstat().st_mtime > _FORGOTTEN_SECONDS:
                part.unlink()
