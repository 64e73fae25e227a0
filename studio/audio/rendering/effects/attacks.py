"""Attacks: where something strikes or begins; a stretched sound must have each of them once, and whole."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

BINS_A_SECOND = 400
"""Fine enough to tell an attack to 2.5 ms."""
LOOK_BACK = 7
"""Bins before an attack that must be quieter: the pulses of the lowest voice come again sooner."""
_RISE = 40.0
"""How many times the power of those bins an attack must have."""
_SILENCE = 1e-7
"""Power of the changes from frame to frame under which nothing counts as an attack (-70 dB)."""
_QUIET_SHARE = 0.01
_CUT_BINS = 8
"""A cut between two places is heard in about so many bins."""

Powers = npt.NDArray[np.float64]
Wave = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What there is in a run of bins, as places in it."""

    attacks: tuple[int, ...]
    quietest: int
    """The middle of the quietest stretch that is not near an attack."""
    is_quiet: bool
    """Whether that stretch is far quieter than the rest."""


def landmarks(wave: Wave, frames: int, spacing: int) -> Landmarks:
    """Look for them.

    Parameters
    ----------
    wave : (n,) a frame more than so many bins: first the one before, then `bins_around(spacing)` bins that
        are only looked at, the run, and as many after it
    frames : in a bin
    spacing : bins from one attack to the next, at least
    """
    changes = np.diff(wave).reshape(-1, frames)
    rising = _rising(np.einsum("ij,ij->i", changes, changes).astype(np.float64) / frames)
    found = _loudest_around(rising, spacing)
    edge = bins_around(spacing)
    places = np.flatnonzero(found[edge:-edge])
    rows = wave[1:].reshape(-1, frames)
    stretches = np.convolve(np.einsum("ij,ij->i", rows, rows).astype(np.float64), np.ones(_CUT_BINS), "same")
    around = np.any(sliding_window_view(found, 2 * spacing + 1), axis=1)
    near = np.asarray(around)[edge - spacing : len(found) - edge - spacing]
    run = stretches[edge:-edge]
    quietest = int(np.argmin(np.where(near, np.inf, run)))
    return Landmarks(
        attacks=tuple(places.tolist()),
        quietest=quietest,
        is_quiet=bool(run[quietest] <= _QUIET_SHARE * np.mean(run)),
    )


def bins_around(spacing: int) -> int:
    """Bins before and after a run that must be seen to tell its landmarks."""
    return 2 * spacing + LOOK_BACK + _CUT_BINS


def _rising(powers: Powers) -> Powers:
    """The powers of bins that rise out of what was before them; 0 for all others."""
    before = np.zeros_like(powers)
    for back in range(1, LOOK_BACK + 1):
        np.maximum(before[back:], powers[:-back], out=before[back:])
    rising: Powers = np.where((powers > _RISE * before) & (powers > _SILENCE), powers, 0.0)
    return rising


def _loudest_around(rising: Powers, spacing: int) -> npt.NDArray[np.bool_]:
    """Those with none as loud so near before them and none louder so near after."""
    padded = np.pad(rising, spacing)
    highest = sliding_window_view(padded, spacing).max(axis=1)
    before, after = highest[: len(rising)], highest[spacing + 1 :]
    loudest: npt.NDArray[np.bool_] = (rising > before) & (rising >= after)
    return loudest
