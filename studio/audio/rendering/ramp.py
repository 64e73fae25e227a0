"""A ramp: how the gain goes between nothing and all of a sound, in the frames of that sound."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from studio.audio.pcm import Samples

CURVES: tuple[Callable[[Samples], Samples], ...] = (
    lambda line: line,
    lambda line: np.sin(line * (np.pi / 2)) ** 2,
    lambda line: line * line,
)
"""The share of a ramp that is done, 0..1 -> its gain, in the order of `steps.arranging.FADE_SHAPES`.

All of them climb from 0 to 1. Sine squared leaves and arrives without a corner; a square, of which a
fade out takes the loud part first, falls 6 dB for every 3 dB of the straight one.
"""


@dataclass(frozen=True, slots=True)
class Ramp:
    """A climb of gain over the frames of a sound; a piece has it only where it is within 0..1."""

    zero: int
    """The frame where the gain is nothing."""
    frames: int
    """Frames from there to full gain; negative when full gain comes before."""
    shape: int = 0
    """Its place in `CURVES`."""

    def gains(self, start: int, stop: int) -> Samples:
        """The gain of each frame `start` to `stop`."""
        line: Samples = (np.arange(start, stop) - self.zero) / self.frames
        return CURVES[self.shape](line)

    def highest(self, start: int, stop: int, width: int) -> Samples:
        """The highest gain in each of `width` columns from `start` to `stop`."""
        line = np.clip((np.linspace(start, stop, width + 1) - self.zero) / self.frames, 0, 1)
        return CURVES[self.shape](np.maximum(line[1:], line[:-1]))
