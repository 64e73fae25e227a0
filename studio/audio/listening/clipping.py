"""Clipping: places where a sound ran into the top and was cut flat."""

import numpy as np
import numpy.typing as npt

from studio.audio.levels import FULL_SCALE
from studio.audio.reading import blocks_of
from studio.audio.source import SoundSource

_STEP = 2.0**-15
_FLAT = 1.5 * _STEP
"""How uneven a flat top may be."""
_STEEP = 8 * _STEP
"""The least rise into a flat top. The crest of a slow wave is flat too, but a step or two lead up to it."""
_SHORTEST = 3
_LOWEST_TOP = 0.25
_FEWEST_BELOW_FULL_SCALE = 3
_HEARD = 1 / 8
_ALL_FLAT = 0.99

Samples = npt.NDArray[np.float32]


def clipped_places(source: SoundSource, lowest: float, highest: float) -> int:
    """In how many places the sound hits its own top or bottom and stays there for 3 samples or more.

    The top need not be full scale: a microphone or a mixer may clip before the computer does. One loud
    sample is no clipping; nor is a square wave, which is flat everywhere. The worst channel counts.

    Parameters
    ----------
    lowest, highest : the lowest and highest sample of the sound
    """
    places = 0
    for sign, extreme in ((1.0, highest), (-1.0, -lowest)):
        if extreme >= _LOWEST_TOP:
            found = _places_at(source, np.float32(sign), min(extreme, FULL_SCALE))
            places += found if extreme >= FULL_SCALE - _FLAT or found >= _FEWEST_BELOW_FULL_SCALE else 0
    return places


def _places_at(source: SoundSource, sign: np.float32, top: float) -> int:
    counts = np.zeros((source.channels, 3), dtype=np.int64)
    before = np.zeros((source.channels, _SHORTEST), dtype=np.float32)
    for block in blocks_of(source, 0, source.length):
        channels = np.concatenate([before, sign * block.T], axis=1)
        if np.max(channels) >= top * _HEARD:
            counts += [_count(samples, top) for samples in channels]
        before = channels[:, -_SHORTEST:]
    ends = np.pad(before, ((0, 0), (0, _SHORTEST)))
    counts += [_count(samples, top) for samples in ends]
    places, flat, high = counts.T
    return int(np.max(np.where(flat < _ALL_FLAT * high, places, 0)))


def _count(samples: Samples, top: float) -> tuple[int, int, int]:
    """Places, samples at the top, samples well above silence; the first three were counted before."""
    flat = samples >= top - _FLAT
    stays = flat[1:-2] & flat[2:-1] & flat[3:]
    begins = samples[:-3] < top - _STEEP
    new = samples[_SHORTEST:]
    return (
        int(np.count_nonzero(stays & begins)),
        int(np.count_nonzero(flat[_SHORTEST:])),
        int(np.count_nonzero(new >= top * _HEARD)),
    )
