"""The files that go with an entry, as a bundle takes them from the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from evidence.bundle.contents import Contents
from evidence.bundle.digest import Digest
from evidence.bundle.names import entry_folder
from evidence.bundle.sounds import SoundLost
from evidence.entry import Entry, FileUse
from evidence.library import Library

_LARGE_BLOCK = 4 << 20
"""Hashed while the page is made: with small blocks the threads would wait for each other all the time."""
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
        """Its content, in large blocks.

        Raises
        ------
        SoundLost
            If it is gone.
        """
        try:
            with self.path.open("rb") as file:
                while block := file.read(_LARGE_BLOCK):
                    yield block
        except FileNotFoundError as error:
            raise SoundLost.gone(self._called) from error

    def checked(self, first: Digest) -> Iterator[bytes]:
        """Its content once more, for the zip.

        It must be the content by whose SHA-256 the entry knows the file, and fit what the first reading
        came to: then the hash in the manifest is of what lies in the zip, whatever happened in between.

        Raises
        ------
        SoundLost
            If it is gone, or was changed before or after it was read first.
        """
        content, crc, size = sha256(), 0, 0
        for block in self.blocks():
            content.update(block)
            crc, size = crc32(block, crc), size + len(block)
            yield block
        if (content.hexdigest(), crc, size) != (self.use.sha256, first.crc, first.size):
            raise SoundLost.changed(self._called)

    @property
    def _called(self) -> str:
        return f"The file “{self.use.name}”"


def attach_files(library: Library, entry: Entry, contents: Contents) -> list[tuple[str, str]]:
    """Put an entry's files into the contents -> name in the bundle and the name it had, of each."""
    named = [(_name(use, place), use.name) for place, use in enumerate(entry.files, 1)]
    for (name, _), use in zip(named, entry.files, strict=True):
        contents.add_source(f"{entry_folder(entry.id)}/{name}", Attached(library.file_path(use), use))
    return named


def _name(use: FileUse, place: int) -> str:
    suffix = Path(use.name).suffix.lower()
    return f"F-{place:02d}{suffix if suffix in _PLAIN_SUFFIXES else '.dat'}"
