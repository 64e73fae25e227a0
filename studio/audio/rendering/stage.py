"""Stages: each reads the one before it from any place, does its part, and can itself be read from any place.

A recipe becomes a chain of stages. `Original` is always the first; an `Arrangement` stands for any number
of timeline steps; effects on the whole sound (`Limiter`) are stages of their own. A stage need only give its
length and `read`; it must give the same frames however a reader splits its reads, and be safe to read
from several threads.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from studio.audio.pcm import Samples
from studio.audio.rendering.strips import Progress
from studio.audio.source import spans

BLOCK_SAMPLES = 1 << 15
"""Samples worked on at once: in float64 they fit a small processor's cache."""
_ONE_READ_FRAMES = 1 << 17

Columns = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]
"""Lows and highs for drawing, one of each a column."""


class Stage:
    """Frames that can be read from any place as float64."""

    def __init__(self, samplerate: int, channels: int, length: int) -> None:
        self.samplerate = samplerate
        self.channels = channels
        self.length = length

    def read(self, start: int, stop: int) -> Samples:
        """Frames `start` to `stop` (half-open, inside 0 to `length`) as `(frames, channels)`."""
        raise NotImplementedError

    def peak(self, start: int, stop: int, progress: Progress | None = None) -> float:
        """The highest amplitude from `start` to `stop`; 0 for no frames."""
        peak = 0.0
        for first, last in blocks(start, stop, self.channels):
            peak = max(peak, highest(self.read(first, last)))
            if progress is not None:
                progress((last - start) / (stop - start))
        return peak

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """Lows and highs for drawing `start` to `stop` as `width` columns, all channels merged.

        This reads every sample; a stage that can do with its upstream's columns should.
        """
        lows, highs = np.zeros((2, width), dtype=np.float32)
        if not width or stop <= start:
            return lows, highs
        edges = column_edges(start, stop, width)
        at_once = self.read(start, stop) if stop - start <= _ONE_READ_FRAMES else None
        for column in range(width):
            first = edges[column]
            for begin, end in blocks(first, max(edges[column + 1], first + 1), self.channels):
                block = self.read(begin, end) if at_once is None else at_once[begin - start : end - start]
                low, high = np.min(block), np.max(block)
                lows[column] = min(lows[column], low) if begin > first else low
                highs[column] = max(highs[column], high) if begin > first else high
        return lows, highs


def blocks(start: int, stop: int, channels: int) -> Iterator[tuple[int, int]]:
    """Split a range into blocks of a size that is good to work on."""
    return spans(start, stop, max(1, BLOCK_SAMPLES // channels))


def highest(block: npt.NDArray[np.integer] | npt.NDArray[np.floating]) -> float:
    """The highest amplitude in an array; 0 for an empty one."""
    return max(float(np.max(block)), -float(np.min(block)), 0.0) if block.size else 0.0


def column_edges(start: int, stop: int, width: int) -> list[int]:
    """The first frame of each column, and `stop`; columns may share a frame when there are too few."""
    return [start + (stop - start) * column // width for column in range(width + 1)]
