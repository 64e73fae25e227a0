"""Stretch: a sound made longer or shorter that stays as high as it was."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around, columns_around
from studio.audio.rendering.effects.course import PARTS, Course
from studio.audio.rendering.effects.grid import GridStage
from studio.audio.rendering.stage import Columns, Stage

_HOPS_A_BLOCK = 64
_MARGIN_FRAMES = 200
"""The resampler looks at fewer on either side of each."""
_NOTHING = 1e-12
"""Energy under which two pieces count as alike."""


class Stretch(GridStage):
    """A sound with another length and the same pitch.

    Parameters
    ----------
    upstream : the stage before
    length : how many frames come out
    """

    def __init__(self, upstream: Stage, length: int) -> None:
        self._course = Course(upstream, length)
        hop = self._course.hop
        super().__init__(upstream, length, _HOPS_A_BLOCK * hop)
        # Half of a Hann window each way; the two add up to 1.
        self._rise = 0.5 - 0.5 * np.cos(np.pi * (np.arange(hop) + 0.5) / hop)

    def made(self, start: int, stop: int) -> Samples:
        """One block: each hop of it is the end of one piece going over into the next."""
        hop = self._course.hop
        first, last = start // hop, -(-stop // hop)
        places = self._course.places(first, last)
        begin = int(np.min(places)) // PARTS
        heard = self._finely(begin, int(np.max(places)) // PARTS + 2 * hop + 1)
        parts = (places - PARTS * begin)[:, None] + PARTS * np.arange(2 * hop)
        # One channel after another: NumPy picks and mixes long rows much faster than pairs.
        ending, rising = np.take(heard, parts[:-1, hop:], axis=1), np.take(heard, parts[1:, :hop], axis=1)
        mixed = (ending * (1 - self._rise) + rising * self._rise) * self._level(ending, rising)
        return np.ascontiguousarray(mixed.reshape(self.channels, -1)[:, : stop - start].T)

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """The columns of the stage before, drawn together or apart."""
        per = self.upstream.length / max(1, self.length)
        begin = int(start * per)
        return columns_around(self.upstream, begin, max(round(stop * per), begin + 1), width)

    def _finely(self, start: int, stop: int) -> Samples:
        """The frames of the sound before, with those in between, as `(channels, parts)`."""
        import soxr  # tens of milliseconds, and rarely needed

        heard = around(self.upstream, start - _MARGIN_FRAMES, stop + _MARGIN_FRAMES)
        return np.ascontiguousarray(soxr.resample(heard, 1, PARTS)[PARTS * _MARGIN_FRAMES :].T)

    def _level(self, ending: Samples, rising: Samples) -> Samples:
        """The gain that keeps the power from dipping where two pieces with little in common are mixed."""
        both = np.einsum("kij,kij->i", ending, rising)
        powers = np.einsum("kij,kij->i", ending, ending) * np.einsum("kij,kij->i", rising, rising)
        likeness = np.where(powers > _NOTHING**2, both / np.sqrt(powers + _NOTHING**2), 1.0).clip(0.0, 1.0)
        missing = 2 * self._rise * (1 - self._rise) * (1 - likeness[:, None])
        level: Samples = 1 / np.sqrt(1 - missing)
        return level
