"""A path as people type it, or as a terminal pastes it when a file is dropped on it."""

import os
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


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; a name no disk could hold is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
