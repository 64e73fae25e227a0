"""Filters: what is higher than a frequency, or lower, is taken away."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.recipe import RecipeFault
from studio.audio.rendering.effects.convolution import Convolution
from studio.audio.rendering.limiter import Limiter
from studio.audio.rendering.stage import Stage

_PERIODS = 6.0
"""Length of a filter in periods of its frequency: from all to nothing is about half an octave."""
_FULL_DBFS = 0.0


def low_pass(upstream: Stage, hertz: float) -> Stage:
    """The sound without what is higher than a frequency; half of the amplitude is left at it.

    What is lower stays exactly where and as strong as it was: the filter is of linear phase, its own
    delay taken off. Where a wave would now pass full scale it is held there.
    """
    if hertz >= upstream.samplerate / 2:
        return upstream
    taps = low_taps(hertz, upstream.samplerate)
    return held(Convolution(upstream, taps, centre=len(taps) // 2))


def high_pass(upstream: Stage, hertz: float) -> Stage:
    """The sound without what is lower than a frequency; otherwise as `low_pass`.

    Raises
    ------
    RecipeFault
        If the sound has nothing so high, because of its samplerate.
    """
    if hertz >= upstream.samplerate / 2:
        raise RecipeFault(
            f"This sound has nothing higher than {upstream.samplerate // 2} Hz.",
            "Give “high-pass” a smaller number.",
        )
    taps = high_taps(hertz, upstream.samplerate)
    return held(Convolution(upstream, taps, centre=len(taps) // 2))


def low_taps(hertz: float, samplerate: int) -> Samples:
    """A sinc under a Hann window, `(taps, 1)`; the taps add up to 1, so what is lowest passes unchanged."""
    half = max(1, round(_PERIODS / 2 * samplerate / hertz))
    places = np.arange(-half, half + 1)
    window = 0.5 + 0.5 * np.cos(np.pi * places / (half + 1))
    taps: Samples = np.sinc(2 * hertz / samplerate * places) * window
    taps /= taps.sum()
    return taps[:, None]


def high_taps(hertz: float, samplerate: int) -> Samples:
    """All, less what `low_taps` lets through."""
    taps = -low_taps(hertz, samplerate)
    taps[len(taps) // 2] += 1
    return taps


def held(stage: Stage) -> Stage:
    """A stage that may pass full scale here and there, held at it; otherwise it is not touched."""
    return Limiter(stage, _FULL_DBFS)
