"""What the bytes of files come to, several files at a time."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evidence.bundle.crew import Progress, share_out

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


def digest_files(
    names: Sequence[Name],
    blocks: Callable[[Name], Iterable[bytes]],
    *,
    size: int,
    progress: Progress | None = None,
) -> dict[Name, Digest]:
    """The digest of every file; `blocks` gives a content, from several threads at once."""
    found: dict[Name, Digest] = {}

    def take_in(name: Name) -> Iterator[int]:
        digester = Digester()
        for block in digester.passing(blocks(name)):
            yield len(block)
        found[name] = digester.digest

    share_out(names, take_in, size=size, progress=progress)
    return {name: found[name] for name in names}
