"""Sound in an Ogg file, by libsndfile, which knows to the frame where Vorbis and Opus begin and end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np

from studio.audio.files.quiet import QuietReader
from studio.audio.files.signature import FileUnreadable
from studio.audio.pcm import Bytes

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
        self._source = QuietReader(path)
        self._error = soundfile.SoundFileError
        try:
            self._file = soundfile.SoundFile(self._source)
        except soundfile.SoundFileError as error:
            self._source.close()
            self._source.check()
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
