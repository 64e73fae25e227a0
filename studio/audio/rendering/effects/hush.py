"""Hush: the noise of the room turned down, as it was learnt from the quiet part of the sound."""

import math
from functools import cached_property

import numpy as np
import numpy.typing as npt

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.band import held
from studio.audio.rendering.effects.quiet_part import band_of, quiet_levels
from studio.audio.rendering.effects.windows import WindowStage, hann
from studio.audio.rendering.stage import Stage
from studio.audio.units import db_to_amplitude

_HOP_SECONDS = 1024 / 48000
_REACH = 2
_OVER = 2.0
"""So many times the power that the room has on average is taken for the room: it is never quite even."""


def hush(upstream: Stage, db: float, levels: tuple[float, ...] = ()) -> Stage:
    """The sound with the room turned down.

    Parameters
    ----------
    upstream : the stage before
    db : by how much the room alone is turned down
    levels : of the room in each band, dB, as `quiet_levels` finds them; found here when left out
    """
    return held(_Hush(upstream, db, levels or quiet_levels(upstream)))


class _Hush(WindowStage):
    """Each frequency is turned down where there is little more of it than the room has."""

    def __init__(self, upstream: Stage, db: float, levels: tuple[float, ...]) -> None:
        hop = 1 << max(4, round(math.log2(_HOP_SECONDS * upstream.samplerate)))
        super().__init__(upstream, hop, _REACH)
        self._floor = db_to_amplitude(-db)
        self._window = np.sqrt(hann(2 * hop))
        self._levels = levels

    def changed(self, windows: Samples) -> Samples:
        """Windows with the room turned down, alike in all channels."""
        spectra = np.fft.rfft(windows * self._window)
        powers = (np.square(spectra.real) + np.square(spectra.imag)).mean(axis=1)
        kept = spectra[_REACH:-_REACH]
        kept *= self._gains(powers)[:, None, :]
        changed: Samples = np.fft.irfft(kept, 2 * self.hop)
        changed *= self._window
        return changed

    @cached_property
    def _room(self) -> Samples:
        """Power of the room in each bin of a window."""
        bands = band_of(np.fft.rfftfreq(2 * self.hop, 1 / self.samplerate).astype(np.float64))
        powers: Samples = 10 ** (np.array(self._levels)[bands] / 10) * np.sum(np.square(self._window))
        return powers

    def _gains(self, powers: Samples) -> npt.NDArray[np.float64]:
        """One a bin and window, from the power around it in time and pitch; `_REACH` fewer on both sides."""
        rows = len(powers) - 2 * _REACH
        around = np.zeros((rows, powers.shape[1]))
        for place in range(2 * _REACH + 1):
            around += powers[place : place + rows]
        around[:, 1:-1] += around[:, :-2].copy() + around[:, 2:]
        around /= 3 * (2 * _REACH + 1)
        share = 1 - _OVER * self._room / np.maximum(around, 1e-30)
        gains: npt.NDArray[np.float64] = np.maximum(share, self._floor)
        return gains
