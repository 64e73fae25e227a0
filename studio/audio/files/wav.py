"""WAV files: read from any place by any thread, written so that they are whole at every moment."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np

from studio.audio.clip import Frames
from studio.audio.files.offsets import OffsetFile
from studio.audio.files.riff import (
    LARGE_HEADER_BYTES,
    WavFault,
    WavLayout,
    header_bytes,
    plain_header,
    read_layout,
)
from studio.audio.pcm import (
    FLOAT_BITS,
    INT_BITS,
    Bytes,
    Samples,
    bytes_to_float32,
    bytes_to_float64,
    float_to_bytes,
)

__all__ = ["WavFault", "WavFile", "WavLayout", "WavWriter", "read_layout"]


class WavFile:
    """A WAV file open for reading; a `SoundSource`.

    Reads are independent of each other, so several threads may share one `WavFile`.

    Raises
    ------
    WavFault
        If the file cannot be opened or is not a WAV file.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.layout = read_layout(path)
        self._file = OffsetFile(path)

    @property
    def samplerate(self) -> int:
        """Frames a second."""
        return self.layout.samplerate

    @property
    def channels(self) -> int:
        """Number of channels."""
        return self.layout.channels

    @property
    def length(self) -> int:
        """Length in frames."""
        return self.layout.length

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open) as float32; exact up to 24 bits.

        Raises
        ------
        ValueError
            If the range is not inside the sound.
        WavFault
            If the file has become shorter than it was.
        """
        flat = bytes_to_float32(self.read_raw(start, stop), self.layout.kind, self.layout.bits)
        return flat.reshape(-1, self.channels)

    def read_exactly(self, start: int, stop: int) -> Samples:
        """The same as float64, exact for every kind of file."""
        flat = bytes_to_float64(self.read_raw(start, stop), self.layout.kind, self.layout.bits)
        return flat.reshape(-1, self.channels)

    def read_raw(self, start: int, stop: int) -> Bytes:
        """The same as the bytes of the file."""
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        raw = np.empty((stop - start) * self.layout.frame_bytes, dtype=np.uint8)
        self.read_raw_into(raw, start)
        return raw

    def read_raw_into(self, buffer: Any, start: int) -> None:
        """Fill a writable bytes-like with the file's bytes from a frame on."""
        wanted = memoryview(buffer).nbytes
        if wanted and self._file.read_into(buffer, self.layout.offset_of(start)) < wanted:
            raise WavFault(
                f"“{self.path.name}” became shorter while it was read.",
                "Put it back from your newest backup.",
            )

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class WavWriter:
    """A new WAV file whose header is right after every write.

    Killed at any moment, the file holds every frame of the writes that ended.

    Parameters
    ----------
    path : must not exist yet
    samplerate, channels : of the frames to come
    bits, kind : 8, 16, 24 or 32 of "int"; 32 or 64 of "float"
    expected : frames to come, when known: past 4 GiB the header is then RF64.
        A sound that grows past 4 GiB unexpectedly is read by its file's size.
    open_ended : nobody knows how long it will be, so the header has room to become RF64 meanwhile

    Raises
    ------
    OSError
        From here or any write, when the disk is full or gone. `length` counts only what was written
        whole, and the same frames may be written again.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        samplerate: int,
        channels: int,
        bits: int = 24,
        kind: str = "int",
        expected: int = 0,
        open_ended: bool = False,
    ) -> None:
        if bits not in {"int": INT_BITS, "float": FLOAT_BITS}[kind]:
            raise ValueError(f"a WAV file cannot hold {kind} samples of {bits} bits")
        offset = LARGE_HEADER_BYTES if open_ended else header_bytes(expected * channels * bits // 8)
        self.layout = WavLayout(kind, bits, channels, samplerate, offset, 0)
        self._file = OffsetFile(path, "xb")
        self._file.write(plain_header(self.layout), 0)

    @property
    def length(self) -> int:
        """Frames written."""
        return self.layout.length

    def write(self, frames: Frames | Samples) -> None:
        """Add frames; integers are rounded to nearest and held at full scale."""
        if frames.ndim != 2 or frames.shape[1] != self.layout.channels:
            raise ValueError(f"frames must be (frames, {self.layout.channels}), not {frames.shape}")
        self.write_raw(float_to_bytes(frames, self.layout.kind, self.layout.bits))

    def write_raw(self, data: Any) -> None:
        """Add whole frames as bytes of the file."""
        size = memoryview(data).nbytes
        if size % self.layout.frame_bytes:
            raise ValueError(f"{size} bytes are no whole number of frames")
        if not size:
            return
        self._file.write(data, self.layout.offset_of(self.length))
        longer = replace(self.layout, length=self.length + size // self.layout.frame_bytes)
        end = longer.offset_of(longer.length)
        if (end - longer.data_offset) % 2:
            self._file.write(b"\0", end)  # chunks are even; the next write takes this byte's place
        self._file.write(plain_header(longer), 0)
        self.layout = longer

    def sync(self) -> None:
        """Wait until what was written is on the disk."""
        self._file.sync()

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
