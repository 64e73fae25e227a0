"""Files kept under the name of their content: originals and attachments, never changed, never overwritten."""

import os
import time
from pathlib import Path

from evidence.atomic import PART, copy_hashed, hash_file, publish, sync, sync_folder

_FORGOTTEN_SECONDS = 24 * 3600.0


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


def _clear_forgotten(folder: Path) -> None:
    for part in folder.glob(f"*{PART}"):
        if time.time() - part.stat().st_mtime > _FORGOTTEN_SECONDS:
            part.unlink(missing_ok=True)
