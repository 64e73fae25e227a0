"""The library's folder: how it is made, and what is in it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from evidence.card import CARD, Card, NotALibrary
from evidence.records.journal import LOG
from evidence.records.lock import HOLDER, LOCK, turn_in
from evidence.records.pending import PENDING
from evidence.safety.pin import PIN_FILE
from evidence.words import clean_title
from studio.disk import PART

RECORDS = "records"
NAMES = "names.json"
"""The key to the codes, which never leaves the folder: no backup and no bundle has it."""
FOLDERS = (RECORDS, "originals", "overviews", "takes", "exports", "files", "frameworks", "lessons")
PATIENCE_SECONDS = 10.0
"""How long a program waits for its turn before it says who has it."""
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What file managers leave in a folder that people call empty."""


def make_library(folder: Path, *, school: str, now: Callable[[], datetime]) -> None:
    """Make a library in a new or empty folder; does nothing where another program has just made one.

    Raises
    ------
    NotALibrary
        If the folder holds something else, which is left as it is.
    """
    school = clean_title(school) if school else ""
    _refuse_others(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with turn_in(folder, patience=PATIENCE_SECONDS, now=now):
        if not (folder / CARD).exists():
            _refuse_others(folder)
            make_folders(folder)
            # Last: a program killed before this leaves empty folders, where the library can be begun again.
            Card.new(school, now()).save(folder)


def refuse_links(folder: Path) -> None:
    """See that what the library writes to lies in its folder.

    Raises
    ------
    NotALibrary
        If a part of it is a link: a stranger's library could so have any file of ours written over.
    """
    for name in (CARD, LOCK, HOLDER, LOG, PENDING, NAMES, PIN_FILE, *FOLDERS):
        if (folder / name).is_symlink():
            raise NotALibrary(
                f"In the library in {folder}, “{name}” is only a link to another place.",
                "Put the file or folder itself there in place of the link.",
            )


def make_folders(folder: Path) -> None:
    """Make the folders that are missing: a copy made by some programs leaves the empty ones out."""
    for name in FOLDERS:
        try:
            (folder / name).mkdir(exist_ok=True)
        except OSError:
            if (folder / name).is_dir():
                continue
            return  # a library that may only be read


def _refuse_others(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotALibrary(f"{folder} is a file, not a folder.", "Choose another name for the library.")
    if not folder.exists() or (folder / CARD).exists():
        return
    ours = {LOCK, HOLDER, CARD + PART, *FOLDERS, *_LITTER}
    for path in folder.iterdir():
        if path.name not in ours or (path.is_dir() and any(path.iterdir())):
            raise NotALibrary(
                f"{folder} is not empty and is no library: it has “{path.name}”.",
                "Choose an empty folder, or a new name.",
            )
