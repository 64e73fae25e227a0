"""The beat: whether starts lie on a steady grid, and how fast that is; honest when they do not."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from studio.audio.analysis.findings import Beat

Times = npt.NDArray[np.float64]

FEWEST_ONSETS = 8
_BEATS_A_WINDOW = 12
"""A beat may wander over a whole piece, and is steady all the same."""
_SEARCH = 0.08
_SEARCH_STEPS = 81
_DIVISIONS = (1, 2, 3)
"""What is played may be each beat, or halves or thirds of it."""
_LEAST_COHERENCE = 0.6
_BY_CHANCE = 7.5
"""Rayleigh's test: of so many grids tried, one in twenty fits starts at random so well (n R² > ln 1800)."""
_SLOW_BPM = 100.0


def beat_of(onsets: Sequence[float], guess_bpm: float) -> Beat | None:
    """The beat near a guess, if the starts lie on it or on its halves or thirds.

    Parameters
    ----------
    onsets : seconds, in order
    guess_bpm : above 0, to be made finer

    Returns
    -------
    `None` for fewer than `FEWEST_ONSETS`, and for starts that could as well be anywhere.
    """
    times = np.asarray(onsets, dtype=np.float64)
    if len(times) < FEWEST_ONSETS:
        return None
    periods = 60.0 / guess_bpm * np.linspace(1 - _SEARCH, 1 + _SEARCH, _SEARCH_STEPS)
    fits = [(_coherence(times, period / parts), period) for parts in _DIVISIONS for period in periods]
    coherence, period = max(fits)
    if coherence < _LEAST_COHERENCE or len(times) * coherence**2 < _BY_CHANCE:
        return None
    bpm = float(60.0 / period)
    return Beat(bpm, bpm * 2 if bpm < _SLOW_BPM else bpm / 2, coherence)


def _coherence(times: Times, period: float) -> float:
    """How well starts lie on a grid, 0 to 1: the mean resultant of a few beats at a time."""
    turns = np.exp(2j * np.pi * times / period)
    window = _BEATS_A_WINDOW * period
    firsts = np.arange(0.0, max(times[-1] - times[0] - window, 0.0) + 1e-9, window / 2) + times[0]
    edges = np.searchsorted(times, np.stack([firsts, firsts + window + period / 2]))
    edges[1, -1] = len(times)
    sums = np.concatenate([[0], np.cumsum(turns)])
    counts = edges[1] - edges[0]
    some = counts >= 3
    if not some.any():
        return 0.0
    squares = np.abs(sums[edges[1]] - sums[edges[0]])[some] ** 2
    # Without bias: starts at random would otherwise seem to fit, the more so the fewer there are.
    unbiased = (squares / counts[some] - 1) / (counts[some] - 1)
    return float(np.sqrt(max(0.0, np.average(unbiased, weights=counts[some]))))
