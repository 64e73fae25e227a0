"""Tape: a sound run faster and higher, or slower and lower, as when a tape runs at another speed."""

import math
from fractions import Fraction

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around, columns_around
from studio.audio.rendering.effects.grid import GridStage
from studio.audio.rendering.stage import Columns, Stage

_LARGEST_DENOMINATOR = 2000
"""Factors are ratios of whole numbers, so that blocks begin on whole frames: true to a second in 46 days."""
_BLOCK_FRAMES = 1 << 15
_MARGIN_FRAMES = 400
"""The resampler looks at fewer frames around each, counted at the lower of the two rates."""


class Tape(GridStage):
    """A sound at another speed.

    Parameters
    ----------
    upstream : the stage before
    factor : 2 is twice as fast and an octave higher
    length : how many frames come out; by default the nearest to `upstream.length / factor`

    Each block is resampled by soxr with so much before and after it that its edges cannot be heard.
    """

    def __init__(self, upstream: Stage, factor: float | Fraction, length: int | None = None) -> None:
        self._factor = Fraction(factor).limit_denominator(_LARGEST_DENOMINATOR)
        block = self._factor.denominator * max(1, _BLOCK_FRAMES // self._factor.denominator)
        if length is None:
            length = shortened(upstream.length, float(factor))
        super().__init__(upstream, length, block)

    def made(self, start: int, stop: int) -> Samples:
        """One block, resampled."""
        import soxr  # tens of milliseconds, and rarely needed

        step_in, step_out = self._factor.numerator, self._factor.denominator
        margin = -(-_MARGIN_FRAMES // min(step_in, step_out))  # in steps, so both sides count whole frames
        first, last = start // step_out - margin, -(-stop // step_out) + margin
        heard = around(self.upstream, first * step_in, last * step_in)
        made = soxr.resample(heard, step_in, step_out)
        skip = margin * step_out
        block: Samples = np.ascontiguousarray(made[skip : skip + stop - start])
        return block

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """The columns of the stage before, drawn together or apart."""
        begin, end = int(start * self._factor), int(-(-stop * self._factor // 1))
        return columns_around(self.upstream, begin, max(end, begin + 1), width)


def shortened(length: int, factor: float) -> int:
    """The nearest whole number of frames to `length / factor`, halves up; never none of some."""
    return max(math.floor(length / factor + 0.5), min(length, 1))
