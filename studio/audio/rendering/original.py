"""The first stage: a WAV file as it lies on the disk, with its overview when there is one."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from studio.audio.files.wav import WavFile
from studio.audio.pcm import Bytes, Samples, bytes_to_float64, unpack_24
from studio.audio.rendering.stage import Columns, Stage, highest
from studio.audio.rendering.strips import Progress, Work, in_strips
from studio.audio.source import spans

if TYPE_CHECKING:
    from studio.audio.overview import Overview

_BUFFER_BYTES = 1 << 19
"""Fits the second cache of a core: a quarter of it was 40 % slower, twice as much no faster."""
_STRIP_BYTES = 1 << 22


class Original(Stage):
    """The file that a recipe begins with."""

    def __init__(self, wav: WavFile, overview: "Overview | None" = None) -> None:
        super().__init__(wav.samplerate, wav.channels, wav.length)
        self.wav = wav
        fits = overview is not None and (overview.length, overview.channels) == (wav.length, wav.channels)
        self._overview = overview if fits else None

    def read(self, start: int, stop: int) -> Samples:
        """Frames of the file."""
        return self.wav.read_exactly(start, stop)

    def peak(self, start: int, stop: int, progress: Progress | None = None) -> float:
        """The highest amplitude: of whole pairs from the overview, of all else from the samples."""
        if self._overview is None:
            return self._scan(start, stop, progress)
        from studio.audio.overview import FRAMES_PER_PAIR

        first, last = (
            -(-start // FRAMES_PER_PAIR) * FRAMES_PER_PAIR,
            stop // FRAMES_PER_PAIR * FRAMES_PER_PAIR,
        )
        if first >= last:
            return self._scan(start, stop, progress)
        ends = max(self._scan(start, first), self._scan(last, stop))
        return max(self._overview.peak(first, last), ends)

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """From the overview when there is one."""
        if self._overview is None:
            return super().columns(start, stop, width)
        return self._overview.columns(start, stop, width)

    def _scan(self, start: int, stop: int, progress: Progress | None = None) -> float:
        peaks = [0.0]
        strip = max(1, _STRIP_BYTES // self.wav.layout.frame_bytes)
        in_strips(stop - start, strip, lambda: self._scanner(start, peaks), progress)
        return max(peaks)

    def _scanner(self, start: int, peaks: list[float]) -> Work:
        layout = self.wav.layout
        frames = max(1, _BUFFER_BYTES // layout.frame_bytes)
        buffer = np.empty(frames * layout.frame_bytes, dtype=np.uint8)

        def scan(first: int, last: int) -> None:
            for begin, end in spans(start + first, start + last, frames):
                part = buffer[: (end - begin) * layout.frame_bytes]
                self.wav.read_raw_into(part, begin)
                peaks.append(raw_peak(part, layout.kind, layout.bits))

        return scan


def raw_peak(raw: Bytes, kind: str, bits: int) -> float:
    """The highest amplitude in bytes of a file; whole numbers are compared as they are."""
    if kind == "int" and bits == 16:
        return highest(raw.view("<i2")) / 32768
    if kind == "int" and bits == 24:
        return highest(unpack_24(raw)) / 2147483648
    samples: npt.NDArray[np.float64] = bytes_to_float64(raw, kind, bits)
    return highest(samples)
