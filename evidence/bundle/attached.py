"""The files that go with an entry, as a bundle takes them from the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evidence.bundle.archive import BLOCK
from evidence.bundle.contents import Contents
from evidence.bundle.names import entry_folder
from evidence.bundle.sounds import SoundLost
from evidence.entry import Entry, FileUse
from evidence.library import Library

_PLAIN_SUFFIXES = (
    *(".csv", ".txt", ".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp"),
    *(".jpg", ".jpeg", ".png", ".mp3", ".wav", ".m4a", ".mid", ".mp4", ".mov"),
)
"""Kinds of files that open without running anything; others are put in as `.dat`."""


@dataclass(frozen=True, slots=True)
class Attached:
    """One of them, where it lies in the library."""

    path: Path
    use: FileUse

    @property
    def size(self) -> int:
        """How many bytes it had when the entry was made."""
        return self.use.size

    def blocks(self) -> Iterator[bytes]:
        """Its content.

        However often it is read, it is the content by whose SHA-256 the entry knows it: what was
        hashed for the manifest is what goes into the zip.

        Raises
        ------
        SoundLost
            If it is gone, or was changed.
        """
        content = sha256()
        try:
            with self.path.open("rb") as file:
                while block := file.read(BLOCK):
                    content.update(block)
                    yield block
        except FileNotFoundError as error:
            raise SoundLost.gone(f"The file “{self.use.name}”") from error
        if content.hexdigest() != self.use.sha256:
            raise SoundLost.changed(f"The file “{self.use.name}”")


def attach_files(library: Library, entry: Entry, contents: Contents) -> list[tuple[str, str]]:
    """Put an entry's files into the contents -> name in the bundle and the name it had, of each."""
    named = [(_name(use, place), use.name) for place, use in enumerate(entry.files, 1)]
    for (name, _), use in zip(named, entry.files, strict=True):
        contents.add_source(f"{entry_folder(entry.id)}/{name}", Attached(library.file_path(use), use))
    return named


def _name(use: FileUse, place: int) -> str:
    suffix = Path(use.name).suffix.lower()
    return f"F-{place:02d}{suffix if suffix in _PLAIN_SUFFIXES else '.dat'}"
