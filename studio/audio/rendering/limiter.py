"""The limiter: turns the loudest moments down just before they come, and lets go slowly after.

It looks at a fixed stretch before and behind, on a grid that begins with the sound, so any part of
the sound can be worked out alone and comes out the same.
"""

import numpy as np

from studio.audio.pcm import Samples, times
from studio.audio.rendering.stage import Columns, Stage
from studio.audio.units import db_to_amplitude

_HOP_SECONDS = 1 / 1500
"""One value of gain is worked out per hop, and straight lines drawn between them."""
_ATTACK_HOPS = 8
_RELEASE_HOPS = 150


class Limiter(Stage):
    """Holds every sample at or under a ceiling.

    Parameters
    ----------
    upstream : the stage before
    ceiling_dbfs : the highest level that may come out

    Sound that stays under the ceiling passes unchanged, bit for bit.
    """

    def __init__(self, upstream: Stage, ceiling_dbfs: float) -> None:
        super().__init__(upstream.samplerate, upstream.channels, upstream.length)
        self.upstream = upstream
        self._ceiling = db_to_amplitude(ceiling_dbfs)
        self._hop = max(1, round(upstream.samplerate * _HOP_SECONDS))

    def read(self, start: int, stop: int) -> Samples:
        """Frames with the loudest moments turned down."""
        if start == stop:
            return self.upstream.read(start, stop)
        first, last = start // self._hop, -(-stop // self._hop)
        # One hop more on both sides: the gain at a hop's edge is set by the louder of its neighbours.
        begin = max(0, first - 1 - _RELEASE_HOPS - _ATTACK_HOPS) * self._hop
        end = min(self.length, (last + 1 + _ATTACK_HOPS) * self._hop)
        samples = self.upstream.read(begin, end)
        wanted = samples[start - begin : stop - begin]
        peaks = self._hop_peaks(samples)
        if np.max(peaks) <= self._ceiling:
            return wanted
        reductions = _reductions(peaks, self._ceiling)
        gains = self._gains(reductions)[start - begin : stop - begin]
        held = times(wanted, gains)
        return held.clip(-self._ceiling, self._ceiling, out=held)  # the last bit of a rounding

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """Those of the stage before, held at the ceiling; beside a peak it is really a little lower."""
        lows, highs = self.upstream.columns(start, stop, width)
        return lows.clip(-self._ceiling, self._ceiling), highs.clip(-self._ceiling, self._ceiling)

    def _hop_peaks(self, samples: Samples) -> Samples:
        flat = samples.reshape(-1)
        starts = np.arange(0, flat.size, self._hop * self.channels)
        peaks: Samples = np.maximum(np.maximum.reduceat(flat, starts), -np.minimum.reduceat(flat, starts))
        return peaks

    def _gains(self, reductions: Samples) -> Samples:
        padded = np.concatenate([reductions[:1], reductions, reductions[-1:]])
        edges = np.maximum(padded[:-1], padded[1:])
        line = np.arange(self._hop) / self._hop
        gains: Samples = 1 - (edges[:-1, None] * (1 - line) + edges[1:, None] * line).reshape(-1)
        return gains


def _reductions(peaks: Samples, ceiling: float) -> Samples:
    """How much to take off in each hop: never less than it needs.

    Sums and maxima are taken hop by hop in a fixed order, so that the same hop gives the same
    last bit wherever a block begins.
    """
    needed = np.maximum(0.0, 1.0 - ceiling / np.maximum(peaks, ceiling))
    released = needed.copy()
    for hops in range(1, min(_RELEASE_HOPS, len(needed))):
        np.maximum(released[hops:], needed[:-hops] * (1 - hops / _RELEASE_HOPS), out=released[hops:])
    ahead = released.copy()
    for hops in range(1, min(_ATTACK_HOPS + 1, len(needed))):
        np.maximum(ahead[:-hops], released[hops:], out=ahead[:-hops])
    smooth = ahead.copy()
    for hops in range(1, _ATTACK_HOPS + 1):
        smooth[hops:] += ahead[:-hops]
        smooth[:hops] += ahead[0]  # the sound's own start; elsewhere these hops are thrown away
    reductions: Samples = smooth / (_ATTACK_HOPS + 1)
    return np.maximum(reductions, needed)
