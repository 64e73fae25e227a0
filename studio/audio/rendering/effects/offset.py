"""The offset (DC) taken off: a wave that hangs to one side is put back in the middle."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around
from studio.audio.rendering.effects.band import held
from studio.audio.rendering.effects.grid import GridStage
from studio.audio.rendering.stage import Stage

_HOP_SECONDS = 0.02
_HOPS = 16
"""Hops on both sides whose mean is taken off: what is slower than about 3 Hz goes."""
_BLOCK_FRAMES = 1 << 15


def without_offset(upstream: Stage) -> Stage:
    """The sound with nothing slower in it than can be heard."""
    return held(_WithoutOffset(upstream))


class _WithoutOffset(GridStage):
    """Around every frame the mean of two thirds of a second is taken off, under a Hann window.

    At the ends of the sound it is the mean of what there is: an even offset goes wholly, also at the
    first frame and the last.
    """

    def __init__(self, upstream: Stage) -> None:
        self._hop = max(1, round(_HOP_SECONDS * upstream.samplerate))
        super().__init__(upstream, upstream.length, self._hop * max(1, _BLOCK_FRAMES // self._hop))
        self._weights = np.hanning(2 * _HOPS + 3)[1:-1]

    def made(self, start: int, stop: int) -> Samples:
        """One block, less a line from each hop's mean to the next."""
        reach = (_HOPS + 1) * self._hop
        heard = around(self.upstream, start - reach, start + self.block + reach)
        sums = heard.reshape(-1, self._hop, self.channels).sum(axis=1)
        edges = np.arange(start - reach, start + self.block + reach + 1, self._hop).clip(0, self.length)
        means = self._smooth(sums) / self._smooth(np.diff(edges)[:, None].astype(np.float64)).clip(1)
        line = ((np.arange(self._hop) + 0.5) / self._hop)[:, None]
        middles = 0.5 * (means[:-1] + means[1:])
        offsets = middles[:-1, None] * (1 - line) + middles[1:, None] * line
        wanted = heard[reach : reach + stop - start]
        samples: Samples = wanted - offsets.reshape(-1, self.channels)[: stop - start]
        return samples

    def _smooth(self, hops: Samples) -> Samples:
        """Weighted sums over the hops around each, added up in a fixed order; fewer come out than go in."""
        rows = len(hops) - 2 * _HOPS
        summed = np.zeros((rows, hops.shape[1]))
        for place, weight in enumerate(self._weights):
            summed += weight * hops[place : place + rows]
        return summed
