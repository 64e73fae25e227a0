"""How to see, without reading it, that a file has changed."""

import time
from pathlib import Path
from typing import NamedTuple, Self

_SETTLED_NS = 2_500_000_000
"""The coarsest clock of a file system (FAT) ticks every 2 s: a younger file may change within one tick."""


class Stamp(NamedTuple):
    """When a file was written, its size and its place on the disk."""

    mtime_ns: int
    size: int
    inode: int
    is_settled: bool
    """Whether the file is old enough for the stamp to be trusted."""

    @classmethod
    def of(cls, path: Path) -> Self:
        """The stamp of a file; all zeros for one that is not there."""
        try:
            status = path.stat()
        except FileNotFoundError:
            return cls(0, 0, 0, False)
        age = time.time_ns() - status.st_mtime_ns
        return cls(status.st_mtime_ns, status.st_size, status.st_ino, age > _SETTLED_NS)
