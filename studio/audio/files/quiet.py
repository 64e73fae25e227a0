"""Files for C libraries that read and write through Python.

What fails in the middle of such a call cannot be raised through the library: it would be printed and
lost. These files stay quiet, and tell it to `check` afterwards.
"""

import os
from pathlib import Path
from typing import Any, Self

from studio.audio.files.offsets import OffsetFile
from studio.audio.files.signature import open_file, unreadable


class QuietReader:
    """An open file without a name, from which a library might guess what it is.

    Raises
    ------
    FileUnreadable
        If it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = open_file(path)
        self._size = os.fstat(self._file.fileno()).st_size
        self._fault: OSError | None = None

    @property
    def fraction(self) -> float:
        """How much has been read, 0 to 1."""
        return min(1.0, self._file.tell() / self._size)

    def read(self, size: int = -1) -> bytes:
        """Read on; after a failure there is nothing more."""
        try:
            return self._file.read(size)
        except OSError as error:
            self._fault = error
            return b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; -1 when a damaged file sends the library to one that cannot be."""
        try:
            return self._file.seek(offset, whence)
        except (OSError, ValueError, OverflowError):
            return -1

    def tell(self) -> int:
        """The place in the file."""
        return self._file.tell()

    def check(self) -> None:
        """Say what went wrong.

        Raises
        ------
        FileUnreadable
            If a read failed.
        """
        if self._fault is not None:
            raise unreadable(self._path, self._fault) from self._fault

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._file.close()


class QuietWriter:
    """A new file to write and seek in.

    Parameters
    ----------
    path : must not exist yet
    """

    def __init__(self, path: Path) -> None:
        self._file = OffsetFile(path, "xb")
        self._place = 0
        self._fault: OSError | None = None

    def write(self, data: Any) -> int:
        """Write at the place of the file; after a failure only pretend to."""
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
        """Go to a place."""
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
