"""How to see, without reading it, that a file has changed."""

from pathlib import Path
from typing import NamedTuple, Self

_TICK_NS = 2_500_000_000
"""The coarsest clock of a file system (FAT) ticks every 2 s: within one tick a file may change twice."""


class Stamp(NamedTuple):
    """When a file was written, by the clock of the disk that it lies on, its size and its place there."""

    mtime_ns: int
    size: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """The stamp of a file; all zeros for one that is not there."""
        try:
            status = path.stat()
        except FileNotFoundError:
            return cls(0, 0, 0)
        return cls(status.st_mtime_ns, status.st_size, status.st_ino)

    def is_older_than(self, other: Self) -> bool:
        """Whether any later change of this file must show in its stamp, for the disk's clock has gone on.

        Both times are the disk's own: on a share the clock of this machine may be hours off.
        """
        return other.mtime_ns - self.mtime_ns > _TICK_NS
