"""Telephone: the narrow band of an old line, and a small carbon microphone that gives way when it is loud."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.band import high_taps, low_taps
from studio.audio.rendering.effects.convolution import Convolution
from studio.audio.rendering.stage import Stage

_LOWEST_HERTZ = 300.0
_HIGHEST_HERTZ = 3400.0
_DRIVE = 1.5
_LEVEL = 0.75
"""The loudest that comes out; quiet sounds become louder by `_DRIVE` times this."""


class Telephone(Convolution):
    """The sound as it comes out of a telephone."""

    def __init__(self, upstream: Stage) -> None:
        taps = high_taps(_LOWEST_HERTZ, upstream.samplerate)
        if upstream.samplerate > 2 * _HIGHEST_HERTZ:
            taps = np.convolve(taps[:, 0], low_taps(_HIGHEST_HERTZ, upstream.samplerate)[:, 0])[:, None]
        super().__init__(upstream, taps, centre=len(taps) // 2)

    def made(self, start: int, stop: int) -> Samples:
        """The band of the line, its loudest moments rounded off."""
        block = super().made(start, stop)
        np.multiply(block, _DRIVE, out=block)
        np.tanh(block, out=block)
        return np.multiply(block, _LEVEL, out=block)
