"""A path as people type it, or as a terminal pastes it when a file is dropped on it."""

import os
import shlex
from pathlib import Path


def typed_path(text: str) -> Path:
    """The path meant: without quotation marks, `~` for the home folder, blanks as shells write them."""
    plain = text.strip().strip("\"'")
    if os.name == "posix":
        plain = plain.replace("\\ ", " ")
    path = Path(plain)
    try:
        return path.expanduser()
    except RuntimeError:  # the home of somebody this computer does not know
        return path


def typed_paths(text: str) -> list[Path]:
    """The absolute paths in what a terminal pastes when files are dropped on it, one after the other."""
    lines = [line for line in text.splitlines() if line.strip()]
    parts = [part for line in lines for part in _split(line)]
    paths = [typed_path(part) for part in parts]
    return paths if all(path.is_absolute() for path in paths) else []


def _split(line: str) -> list[str]:
    if Path(typed_path(line)).is_absolute() and is_there(typed_path(line)):
        return [line]
    try:
        return shlex.split(line, posix=os.name == "posix")
    except ValueError:  # a single quotation mark: it is part of a name
        return [line]


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; a name no disk could hold is none."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; a name no disk could hold is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
