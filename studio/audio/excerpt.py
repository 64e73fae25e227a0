"""An excerpt: a stretch of a sound as a sound of its own."""

import numpy as np

from studio.audio.clip import Frames
from studio.audio.source import SoundSource

CLICK = 2.0**-12
"""A first or last sample that is left as it is (-72 dBFS); a louder one would be heard as a click."""


class Excerpt:
    """The frames `start` to `stop` (half-open) of a source; a `SoundSource`.

    Raises
    ------
    ValueError
        If the range is not inside the source, or holds no frame.
    """

    def __init__(self, source: SoundSource, start: int, stop: int) -> None:
        if not 0 <= start < stop <= source.length:
            raise ValueError(f"frames {start} to {stop} are no stretch of 0 to {source.length}")
        self._source = source
        self._start = start
        self.length = stop - start

    @property
    def samplerate(self) -> int:
        """Frames a second."""
        return self._source.samplerate

    @property
    def channels(self) -> int:
        """Number of channels."""
        return self._source.channels

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open) of the excerpt."""
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        return self._source.read(self._start + start, self._start + stop)

    @property
    def begins_with_a_click(self) -> bool:
        """Whether it was cut off where the wave was not at rest."""
        return self._start > 0 and _jumps(self.read(0, 1))

    @property
    def ends_with_a_click(self) -> bool:
        """The same at its end."""
        inside = self._start + self.length < self._source.length
        return inside and _jumps(self.read(self.length - 1, self.length))


def _jumps(frame: Frames) -> bool:
    return bool(np.abs(frame).max() > CLICK)
