"""One open file that several threads read from."""

from threading import Lock
from typing import BinaryIO


class SharedFile:
    """Reads and writes at places, so that no thread moves another's."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._turn = Lock()

    def size(self) -> int:
        """How long the file is."""
        with self._turn:
            return self._file.seek(0, 2)

    def read_at(self, place: int, size: int) -> bytes:
        """At most so many bytes from a place on; fewer only at the end of the file."""
        with self._turn:
            self._file.seek(place)
            return self._file.read(size)

    def write_at(self, place: int, data: bytes) -> None:
        """Write bytes at a place."""
        with self._turn:
            self._file.seek(place)
            self._file.write(data)
