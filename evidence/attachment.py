"""Files that go with evidence: a letter, a picture, a film, kept by their content."""

from pathlib import Path

from evidence.contents import keep_copy
from evidence.entry import FileUse
from evidence.words import clean_file_name
from studio.disk import reason
from studio.errors import StudioError

LARGEST_FILE = 200 * 1000 * 1000
"""Bytes of one attachment: the most that `verify` accepts of one file in a bundle."""


class FileUnusable(StudioError):
    """A file that cannot be taken into the library."""


def attach(path: Path, folder: Path) -> FileUse:
    """Take a file into the folder of attachments.

    Raises
    ------
    FileUnusable
        If it is empty, too big, no file at all, or cannot be read or kept.
    """
    try:
        size = path.stat().st_size
        if not path.is_file() or not 0 < size <= LARGEST_FILE:
            raise FileUnusable(
                f"“{path.name}” cannot go with the evidence.",
                f"Choose a file that is not empty and has at most {LARGEST_FILE // 1_000_000} MB.",
            )
        folder.mkdir(exist_ok=True)
        name = clean_file_name(path.name)
        content, size = keep_copy(path, folder, _suffix(name))
    except OSError as error:
        raise FileUnusable(
            f"“{path.name}” could not be taken in: {reason(error)}.",
            "Check that the file is there and can be read, and that the disk has room.",
        ) from error
    return FileUse(name=name, sha256=content, size=size)


def attached_path(use: FileUse, folder: Path) -> Path:
    """Where an attachment is, in the folder of attachments."""
    return folder / f"{use.sha256}{_suffix(use.name)}"


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
