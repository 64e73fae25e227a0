"""USB sticks that are plugged in, so that nobody has to type where they are."""

import ctypes
import os
import platform
import string
from collections.abc import Iterator
from pathlib import Path

_LINUX = ("/media", "/run/media")
_MACOS = "/Volumes"
_REMOVABLE = 2
"""What Windows calls a disk that can be taken out (`DRIVE_REMOVABLE`)."""


def sticks() -> tuple[Path, ...]:
    """The folders of removable disks that can be written to, in the order of their names."""
    found = {"Windows": _on_windows, "Darwin": _on_macos}.get(platform.system(), _on_linux)
    return tuple(sorted(path for path in found() if os.access(path, os.W_OK)))


def _on_linux() -> Iterator[Path]:
    """Desktops mount a stick in a folder of the person who plugged it in."""
    for root in map(Path, _LINUX):
        for place in (
            *_folders_in(root),
            *(deeper for whose in _folders_in(root) for deeper in _folders_in(whose)),
        ):
            if os.path.ismount(place):
                yield place


def _on_macos() -> Iterator[Path]:
    yield from (place for place in _folders_in(Path(_MACOS)) if os.path.ismount(place))


def _on_windows() -> Iterator[Path]:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (only there on Windows)
    letters = kernel.GetLogicalDrives()
    for number, letter in enumerate(string.ascii_uppercase):
        root = f"{letter}:\\"
        if letters >> number & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            yield Path(root)


def _folders_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:  # no such folder on this system, or somebody else's
        return []
