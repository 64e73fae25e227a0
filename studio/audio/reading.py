"""Reading: a sound taken a block at a time, so that its length costs no memory."""

from collections.abc import Iterator

import numpy as np

from studio.audio.clip import Frames
from studio.audio.source import SoundSource, spans

BLOCK_SAMPLES = 1 << 17
"""Samples to a block, all channels counted: half a megabyte, which stays in the processor's cache."""


def blocks_of(source: SoundSource, start: int, stop: int, *, multiple_of: int = 1) -> Iterator[Frames]:
    """The frames from `start` to `stop`; every block but the last is a multiple of so many frames long."""
    length = max(1, BLOCK_SAMPLES // source.channels // multiple_of) * multiple_of
    for first, last in spans(start, stop, length):
        yield finite(source.read(first, last))


def finite(frames: Frames) -> Frames:
    """The same frames, with silence for what is no number and full scale for what is infinite."""
    if np.isfinite(frames).all():
        return frames
    return np.nan_to_num(frames, nan=0.0, posinf=1.0, neginf=-1.0)
