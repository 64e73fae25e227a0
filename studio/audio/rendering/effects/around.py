"""A sound with silence before and after it, so that an effect may look past the ends."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.stage import Columns, Stage
from studio.audio.rendering.timeline import Piece, Timeline


def around(stage: Stage, start: int, stop: int) -> Samples:
    """Frames `start` to `stop` (half-open), which may lie outside 0 to `length`; there it is silent."""
    first = min(max(start, 0), stage.length)
    last = max(first, min(stop, stage.length))
    if (first, last) == (start, stop):
        return stage.read(start, stop)
    samples = np.zeros((stop - start, stage.channels))
    if first < last:
        samples[first - start : last - start] = stage.read(first, last)
    return samples


def columns_around(stage: Stage, start: int, stop: int, width: int) -> Columns:
    """Lows and highs of frames that may lie outside the sound; there they are 0."""
    before, after = max(0, -start), max(0, stop - stage.length)
    whole = Piece(0, stage.length)
    padded = Timeline((Piece(0, before, silent=True), whole, Piece(0, after, silent=True)))
    return Arrangement(stage, padded).columns(start + before, stop + before, width)
