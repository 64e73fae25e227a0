"""The quiet part: where nothing is heard but the room, and how loud the room is there in each band."""

import numpy as np
import numpy.typing as npt

from studio.audio.pcm import Samples
from studio.audio.recipe import RecipeFault
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.strips import Progress
from studio.audio.source import spans
from studio.audio.steps.colouring import HUSH_BANDS, QUIETEST_DB

_LOWEST_HERTZ = 50.0
_HIGHEST_HERTZ = 16000.0
_EDGES = np.geomspace(_LOWEST_HERTZ, _HIGHEST_HERTZ, HUSH_BANDS + 1)[1:-1]
_MOMENT_SECONDS = 0.05
_QUIETER = 0.01
"""Share of the moments that may be quieter than the room: they may have been faded."""
_QUIET = 0.06
"""Of all moments so many, from the quietest, are taken for the room: who speaks pauses longer than that."""
_FEWEST, _MOST = 2, 240
_LOUD_PERCENTILE = 95
_QUIETER_DB = 6.0
"""By how much the room must be below the loud moments; a long even note is no room."""
_NOTHING = 1e-10
"""Power (-100 dB) under which a place was made silent: no room is so quiet."""
_READ_SECONDS = 8.0

Bands = npt.NDArray[np.intp]


def band_of(hertz: Samples) -> Bands:
    """The band of each frequency; what lies outside belongs to the first or the last."""
    return np.searchsorted(_EDGES, hertz)


def quiet_levels(upstream: Stage, progress: Progress | None = None) -> tuple[float, ...]:
    """How loud the room is in each band: the mean power of one frequency of white noise there, dB to 0.1.

    This reads the sound once. Of a sound that is all silence, and of bands that it has not, the levels
    are `QUIETEST_DB`.

    Raises
    ------
    RecipeFault
        If the sound is as loud everywhere: there is no quiet part.
    """
    moment = max(2, round(_MOMENT_SECONDS * upstream.samplerate))
    window = np.hanning(moment + 2)[1:-1]
    starts = quiet_moments(upstream, moment, progress)
    powers = np.zeros(moment // 2 + 1)
    for start in starts:
        heard = upstream.read(start, start + moment).T
        spectra = np.fft.rfft((heard - heard.mean(axis=1, keepdims=True)) * window)
        powers += (np.square(spectra.real) + np.square(spectra.imag)).mean(axis=0)
    powers /= max(1, len(starts)) * np.sum(np.square(window))
    bands = band_of(np.fft.rfftfreq(moment, 1 / upstream.samplerate).astype(np.float64))
    means = np.bincount(bands, powers, HUSH_BANDS) / np.bincount(bands, minlength=HUSH_BANDS).clip(1)
    levels = 10 * np.log10(np.maximum(means, 10 ** (QUIETEST_DB / 10)))
    return tuple(round(float(level), 1) + 0.0 for level in levels)


def quiet_moments(upstream: Stage, moment: int, progress: Progress | None = None) -> list[int]:
    """Where moments of so many frames begin in which nothing is heard but the room, in their order."""
    powers = _moment_powers(upstream, moment, progress)
    heard = np.flatnonzero(powers > _NOTHING)
    if not heard.size:
        return []
    first = int(_QUIETER * len(heard))
    count = min(_MOST, max(_FEWEST, int(_QUIET * len(heard))))
    quietest = heard[np.argsort(powers[heard], kind="stable")][first : first + count]
    loud = np.percentile(powers[heard], _LOUD_PERCENTILE)
    if np.mean(powers[quietest]) * 10 ** (_QUIETER_DB / 10) > loud:
        raise RecipeFault(
            "“hush” found no quiet part to learn the room from.",
            "Next time, wait a moment before and after you make the sound.",
        )
    return [int(index) * moment for index in np.sort(quietest)]


def _moment_powers(upstream: Stage, moment: int, progress: Progress | None) -> Samples:
    """Power of each whole moment, any offset (DC) left out, in the mean of all channels."""
    powers = [np.zeros(0)]
    whole = upstream.length // moment * moment
    for first, last in spans(0, whole, moment * max(1, round(_READ_SECONDS / _MOMENT_SECONDS))):
        moments = upstream.read(first, last).reshape(-1, moment, upstream.channels)
        powers.append(moments.var(axis=1).mean(axis=1))
        if progress is not None:
            progress(last / whole)
    return np.concatenate(powers)
