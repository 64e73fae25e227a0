"""The files of a bundle before they are sealed: kept aside with their digests until all are known."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Protocol, Self

from evidence.bundle.archive import BLOCK
from evidence.bundle.crew import Progress
from evidence.bundle.digest import Digest, Digester, Digests
from evidence.bundle.shared_file import SharedFile


class Source(Protocol):
    """A file that stays where it lies until it is written into the bundle."""

    @property
    def size(self) -> int:
        """How many bytes it is said to have."""

    def blocks(self) -> Iterator[bytes]:
        """Its content, block by block."""

    def checked(self, first: Digest) -> Iterator[bytes]:
        """Its content once more; raises in the end when it is not what it came to the first time."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a file lies in the store of contents."""

    offset: int
    digest: Digest


class Contents:
    """Files by their paths inside the bag, in one nameless file beside the place they go to.

    A nameless file leaves nothing behind: when the program ends in any way, it is gone. What the
    library holds already is not copied into it, only read twice: to be hashed, and to be sealed.
    """

    def __init__(self, folder: Path) -> None:
        self.each_block: Callable[[], None] = lambda: None
        """Called whenever something was added, by the thread that adds it; may raise to stop."""
        self._opened = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed by __exit__)
        self._file = SharedFile(self._opened)
        self._adding = Lock()
        self._end = 0
        self._kept: dict[str, Kept] = {}
        self._sources: dict[str, Source] = {}
        self._hashing: Digests[str] | None = None
        self._hashed: dict[str, Digest] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._hashing:
            self._hashing.stop()
        self._opened.close()

    def add(self, path: str, content: bytes | Iterable[bytes]) -> Digest:
        """Keep a file; a path that is there already is replaced. Several threads may each add one."""
        with self._adding:
            return self._add(path, content)

    def _add(self, path: str, content: bytes | Iterable[bytes]) -> Digest:
        digester = Digester()
        blocks = (content,) if isinstance(content, bytes) else content
        place = self._end
        for block in digester.passing(blocks):
            self._file.write_at(place, block)  # where the blocks come from may have read from this file too
            place += len(block)
            self.each_block()
        kept = Kept(self._end, digester.digest)
        self._end += kept.digest.size
        self._kept[path] = kept
        return kept.digest

    def add_source(self, path: str, source: Source) -> None:
        """Name a file that is read where it lies; `start_hashing` and `finish_hashing` must follow."""
        self._sources[path] = source

    def start_hashing(self) -> None:
        """Begin to read every source a first time, while other files are made and added."""
        size = sum(source.size for source in self._sources.values())
        paths = tuple(self._sources)
        self._hashing = Digests(paths, lambda path: self._sources[path].blocks(), size=size)
        self._hashing.start()

    def finish_hashing(self, progress: Progress | None = None) -> None:
        """Wait until every source has been read."""
        if self._hashing:
            self._hashed = self._hashing.finish(progress)

    def digests(self) -> dict[str, Digest]:
        """Every path and its digest."""
        return {path: kept.digest for path, kept in self._kept.items()} | self._hashed

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content, block by block; other files may be added between the blocks."""
        if path in self._sources:
            yield from self._sources[path].checked(self._hashed[path])
            return
        kept = self._kept[path]
        offset, stop = kept.offset, kept.offset + kept.digest.size
        while offset < stop:
            block = self._file.read_at(offset, min(BLOCK, stop - offset))
            offset += len(block)
            yield block
