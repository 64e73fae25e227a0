"""Sounds one after another, as one sound."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from studio.audio.clip import Frames
from studio.audio.source import SoundSource


class Joined:
    """Sources of one shape in order, with silence between them; a `SoundSource`.

    Parameters
    ----------
    sources : at least one, all of the same samplerate and channels
    gap : frames of silence between them
    """

    def __init__(self, sources: Sequence[SoundSource], *, gap: int = 0) -> None:
        if len({(source.samplerate, source.channels) for source in sources}) != 1 or gap < 0:
            raise ValueError("only sounds of one shape can be joined")
        self._sources = tuple(sources)
        self.samplerate = sources[0].samplerate
        self.channels = sources[0].channels
        steps = accumulate(source.length + gap for source in sources[:-1])
        self.starts = (0, *steps)
        """Where each of them begins."""
        self.length = self.starts[-1] + sources[-1].length

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open)."""
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        frames = np.zeros((stop - start, self.channels), dtype=np.float32)
        for index in range(max(0, bisect_right(self.starts, start) - 1), len(self._sources)):
            begins, source = self.starts[index], self._sources[index]
            first, last = max(start, begins), min(stop, begins + source.length)
            if begins >= stop:
                break
            if first < last:
                frames[first - start : last - start] = source.read(first - begins, last - begins)
        return frames
