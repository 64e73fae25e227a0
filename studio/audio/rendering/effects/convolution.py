"""Convolution: every frame becomes a short sound of its own, and they add up. Filters, rooms."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around
from studio.audio.rendering.effects.grid import GridStage
from studio.audio.rendering.stage import Stage

_SHORTEST_TRANSFORM = 1 << 14
_TRANSFORM_PER_TAP = 2


class Convolution(GridStage):
    """A sound convolved by overlap-save: each block by one Fourier transform of a fixed length.

    Parameters
    ----------
    upstream : the stage before
    taps : `(taps, channels)`, or `(taps, 1)` for all channels alike
    centre : the tap that stands at the frame itself; taps before it are heard before
    tail : frames that the sound lasts longer
    """

    def __init__(self, upstream: Stage, taps: Samples, *, centre: int = 0, tail: int = 0) -> None:
        transform = _SHORTEST_TRANSFORM
        while transform < _TRANSFORM_PER_TAP * len(taps):
            transform *= 2
        super().__init__(upstream, upstream.length + tail, transform - len(taps) + 1)
        self._transform = transform
        self._lead = len(taps) - 1
        self._centre = centre
        self._spectra = [np.fft.rfft(taps[:, channel], transform) for channel in range(taps.shape[1])]

    def made(self, start: int, stop: int) -> Samples:
        """One block; all of it is transformed even where only a part is wanted."""
        first = start + self._centre - self._lead
        heard = around(self.upstream, first, first + self._transform)
        block = np.empty((stop - start, self.channels))
        for channel in range(self.channels):
            spectrum = np.fft.rfft(np.ascontiguousarray(heard[:, channel]))
            spectrum *= self._spectra[min(channel, len(self._spectra) - 1)]
            whole = np.fft.irfft(spectrum, self._transform)
            block[:, channel] = whole[self._lead : self._lead + stop - start]
        return block
