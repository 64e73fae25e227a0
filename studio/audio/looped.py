"""A part of a sound, over and over, as one long source: a loop without a gap."""

from collections.abc import Callable

import numpy as np

from studio.audio.clip import Frames
from studio.audio.source import SoundSource

_LOOP_SECONDS = 3600
"""A loop that nobody stops ends after an hour."""
_KEPT_FRAMES = 1 << 18
"""A part no longer than this (five seconds) is read once: one of a few frames would be read too often."""


class Looped:
    """Frames `start` to `stop` of a source again and again; a `SoundSource`.

    Raises
    ------
    ValueError
        If the part is empty or not inside the sound.
    """

    def __init__(
        self, source: SoundSource, start: int, stop: int, *, close: Callable[[], None] = lambda: None
    ) -> None:
        if not 0 <= start < stop <= source.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {source.length}")
        self._source = source
        self._start = start
        self.close = close
        """Lets go of what is behind the source, once it is not heard any more."""
        self.part = stop - start
        """Frames until it begins again."""
        self._kept = source.read(start, stop) if self.part <= _KEPT_FRAMES else None
        self.samplerate = source.samplerate
        self.channels = source.channels
        self.length = -(-_LOOP_SECONDS * source.samplerate // self.part) * self.part

    def read(self, start: int, stop: int) -> Frames:
        """Frames of the loop.

        Raises
        ------
        ValueError
            If the range is not inside it.
        """
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        if self._kept is not None:
            return self._kept[np.arange(start, stop) % self.part]
        runs = [np.zeros((0, self.channels), dtype=np.float32)]
        while start < stop:
            at = start % self.part
            frames = min(self.part - at, stop - start)
            runs.append(self._source.read(self._start + at, self._start + at + frames))
            start += frames
        return np.concatenate(runs)
