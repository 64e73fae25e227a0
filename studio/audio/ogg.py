"""Sound in an Ogg file, by libsndfile, which knows to the frame where Vorbis and Opus begin and end."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import numpy as np

from studio.audio.pcm import Bytes
from studio.audio.signature import FileUnreadable, open_file, unreadable

_BLOCK_FRAMES = 16384


class OggSound:
    """Vorbis or Opus, decoded as it streams by to float32.

    Raises
    ------
    FileUnreadable
        If libsndfile cannot read it.
    """

    kind = "float"
    bits = 32

    def __init__(self, path: Path) -> None:
        import soundfile  # loads a C library; only Ogg and FLAC files need it

        self.path = path
        self._source = _Source(path)
        self._error = soundfile.SoundFileError
        try:
            self._file = soundfile.SoundFile(self._source)
        except soundfile.SoundFileError as error:
            self._source.close()
            raise self._unreadable() from error
        if self._file.subtype not in ("VORBIS", "OPUS"):  # FLAC, whose integers libav keeps
            self.close()
            raise self._unreadable()
        self.samplerate = int(self._file.samplerate)
        self.channels = int(self._file.channels)

    @property
    def expected(self) -> int:
        """Frames to come, as the last page of the file says."""
        return max(0, int(self._file.frames))

    @property
    def fraction(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return self._source.fraction

    def blocks(self) -> Iterator[Bytes]:
        """All of the sound, once, as the bytes of a WAV file; where it is damaged, it ends."""
        while True:
            try:
                block = self._file.read(_BLOCK_FRAMES, dtype="float32", always_2d=True)
            except self._error:
                return
            self._source.check()
            if not len(block):
                return
            yield np.ascontiguousarray(block, dtype="<f4").reshape(-1).view(np.uint8)

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._file.close()
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _unreadable(self) -> FileUnreadable:
        return FileUnreadable(
            f"“{self.path.name}” is damaged or was cut short, so no sound could be read from it.",
            "Copy the file again from where it came from.",
        )


class _Source:
    """An open file without a name, from which libsndfile would guess, and whose failures wait for `check`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = path.stat().st_size
        self._file = open_file(path)
        self._fault: OSError | None = None

    @property
    def fraction(self) -> float:
        return min(1.0, self._file.tell() / self._size)

    def read(self, size: int = -1) -> bytes:
        try:
            return self._file.read(size)
        except OSError as error:
            self._fault = error
            return b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        # A damaged file may send the reader to before its start.
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._file.tell(), os.SEEK_END: self._size}[whence]
        return self._file.seek(max(0, base + offset))

    def tell(self) -> int:
        return self._file.tell()

    def write(self, data: Any) -> int:
        return 0

    def check(self) -> None:
        if self._fault is not None:
            raise unreadable(self._path, self._fault)

    def close(self) -> None:
        self._file.close()
