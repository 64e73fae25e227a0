"""What the bytes of files come to, several files at a time."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from evidence.bundle.crew import Crew, Did, Progress

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Digest:
    """What a file's bytes come to."""

    sha512: str
    crc: int
    size: int


class Digester:
    """Takes a file's blocks as they pass and gives the digest at the end."""

    def __init__(self) -> None:
        self._hash = hashlib.sha512()
        self._crc = 0
        self._size = 0

    def passing(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """The same blocks, each taken in on its way."""
        for block in blocks:
            self._hash.update(block)
            self._crc = zlib.crc32(block, self._crc)
            self._size += len(block)
            yield block

    @property
    def digest(self) -> Digest:
        """What has passed so far."""
        return Digest(self._hash.hexdigest(), self._crc, self._size)


class Digests(Generic[Name]):
    """The digests of many files; `blocks` gives a content, to several threads at once."""

    def __init__(
        self, names: Sequence[Name], blocks: Callable[[Name], Iterable[bytes]], *, size: int
    ) -> None:
        self._names = names
        self._blocks = blocks
        self._found: dict[Name, Digest] = {}
        self._crew = Crew(names, self._take_in, size=size)
        self.start = self._crew.start
        self.stop = self._crew.stop

    def finish(self, progress: Progress | None = None) -> dict[Name, Digest]:
        """Wait for the last; see `Crew.finish`."""
        self._crew.finish(progress)
        return {name: self._found[name] for name in self._names}

    def _take_in(self, name: Name, did: Did) -> None:
        digester = Digester()
        for block in digester.passing(self._blocks(name)):
            did(len(block))
        self._found[name] = digester.digest


def digest_files(
    names: Sequence[Name],
    blocks: Callable[[Name], Iterable[bytes]],
    *,
    size: int,
    progress: Progress | None = None,
) -> dict[Name, Digest]:
    """The digest of every file, here and now; `progress` may raise to stop."""
    digests = Digests(names, blocks, size=size)
    try:
        return digests.finish(progress)
    finally:
        digests.stop()
