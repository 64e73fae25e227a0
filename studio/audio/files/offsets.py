"""A file read and written at given places, by several threads at once."""

import os
import threading
from pathlib import Path
from typing import IO, Any

_POSITIONAL = hasattr(os, "preadv") and hasattr(os, "pwrite")


class OffsetFile:
    """An open file without a place of its own: every call says where.

    On Linux and macOS one descriptor serves all threads. Windows has no call that reads at a place,
    so there every thread gets a file object of its own and seeks; that is as fast.

    Parameters
    ----------
    path : the file
    mode : "rb" to read, "xb" to make a new file, "r+b" to change one that exists
    """

    def __init__(self, path: str | Path, mode: str = "rb") -> None:
        self.path = Path(path)
        self._mode = mode
        self._seeking = not _POSITIONAL
        self._first: IO[bytes] = open(path, mode, buffering=0)  # noqa: SIM115 (closed by close)
        self._fd = self._first.fileno()
        self._own = threading.local()
        self._all = [self._first]

    def read_into(self, buffer: Any, offset: int) -> int:
        """Fill a buffer (any writable bytes-like) from a place; how many bytes there were."""
        view = memoryview(buffer).cast("B")
        done = 0
        while done < len(view):
            got = self._read_some(view[done:], offset + done)
            if not got:
                break
            done += got
        return done

    def write(self, data: Any, offset: int) -> None:
        """Write all of a bytes-like at a place.

        Raises
        ------
        OSError
            When the disk is full or gone; a part may then have been written.
        """
        view = memoryview(data).cast("B")
        done = 0
        while done < len(view):
            done += self._write_some(view[done:], offset + done)

    def size(self) -> int:
        """Bytes in the file now."""
        return os.fstat(self._fd).st_size

    def sync(self) -> None:
        """Wait until what was written is on the disk."""
        os.fsync(self._fd)

    def close(self) -> None:
        """Close every file object; again does nothing."""
        for file in self._all:
            file.close()

    def _read_some(self, view: memoryview, offset: int) -> int:
        if not self._seeking:
            return os.preadv(self._fd, [view], offset)
        file = self._file_of_this_thread()
        file.seek(offset)
        return file.readinto(view) or 0  # type: ignore[attr-defined]

    def _write_some(self, view: memoryview, offset: int) -> int:
        if not self._seeking:
            return os.pwrite(self._fd, view, offset)
        file = self._file_of_this_thread()
        file.seek(offset)
        return file.write(view) or 0

    def _file_of_this_thread(self) -> IO[bytes]:
        file: IO[bytes] | None = getattr(self._own, "file", None)
        if file is None:
            file = open(self.path, "rb" if self._mode == "rb" else "r+b", buffering=0)  # noqa: SIM115
            self._own.file = file
            self._all.append(file)
        return file
