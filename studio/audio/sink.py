"""A new file that libraries write to through Python."""

import os
from pathlib import Path
from typing import Any, Self

from studio.audio.offsets import OffsetFile


class Sink:
    """A file to write and seek in, whose failures wait for `check`.

    libsndfile calls back into Python from C, where an exception would be printed and lost.

    Parameters
    ----------
    path : must not exist yet
    """

    def __init__(self, path: Path) -> None:
        self._file = OffsetFile(path, "xb")
        self._place = 0
        self._fault: OSError | None = None

    def write(self, data: Any) -> int:
        """Write at the place of the sink; after a failure only pretend to."""
        if self._fault is None:
            try:
                self._file.write(data, self._place)
            except OSError as error:
                self._fault = error
        size = memoryview(data).nbytes
        self._place += size
        return size

    def read(self, size: int = -1) -> bytes:
        """Nothing; the libraries only ask whether it is there."""
        return b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place, counted as for any file."""
        bases = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._file.size()}
        self._place = bases[whence] + offset
        return self._place

    def tell(self) -> int:
        """The place in the file."""
        return self._place

    def check(self) -> None:
        """Say what went wrong.

        Raises
        ------
        OSError
            If a write failed: the disk is full or gone.
        """
        if self._fault is not None:
            raise self._fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
