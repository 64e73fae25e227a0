"""The files of a bundle before they are sealed: kept aside with their digests until all are known."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from evidence.bundle.archive import BLOCK
from evidence.bundle.bag import Digest, Digester


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a file lies in the store of contents."""

    offset: int
    digest: Digest


class Contents:
    """Files by their paths inside the bag, in one nameless file beside the place they go to.

    A nameless file leaves nothing behind: when the program ends in any way, it is gone.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed by __exit__)
        self._end = 0
        self._kept: dict[str, Kept] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, path: str, content: bytes | Iterable[bytes]) -> Digest:
        """Keep a file; a path that is there already is replaced."""
        digester = Digester()
        blocks = (content,) if isinstance(content, bytes) else content
        place = self._end
        for block in digester.passing(blocks):
            self._file.seek(place)  # where the blocks come from may have read from this file too
            place += self._file.write(block)
        kept = Kept(self._end, digester.digest)
        self._end += kept.digest.size
        self._kept[path] = kept
        return kept.digest

    def digests(self) -> dict[str, Digest]:
        """Every path and its digest."""
        return {path: kept.digest for path, kept in self._kept.items()}

    def blocks(self, path: str) -> Iterator[bytes]:
        """A file's content, block by block; other files may be added between the blocks."""
        kept = self._kept[path]
        offset, stop = kept.offset, kept.offset + kept.digest.size
        while offset < stop:
            self._file.seek(offset)
            block = self._file.read(min(BLOCK, stop - offset))
            offset += len(block)
            yield block
