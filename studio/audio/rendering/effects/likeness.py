"""Likeness: where in a sound it goes on most like it would have gone on somewhere else."""

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

Wave = npt.NDArray[np.float32]

SEEK_SECONDS = 0.010
"""Looked for so far on either side: together more than a period of the lowest voice (50 Hz)."""
_COMPARED_SECONDS = 0.025
_NEAR_SECONDS = 0.0005
_THIN_RATE = 12000
"""Likeness is first judged with about so many samples a second, then to the frame."""
_PULL = 0.5
"""What a place loses for being as far away as is looked: likeness is 1 for the same wave."""
_NOTHING = 1e-9
"""Energy that is added to any, so that silence can be divided by its own."""

REACH_SECONDS = 3 * SEEK_SECONDS + _COMPARED_SECONDS
"""No frame is looked at further than so from the places that are asked for."""


class Likeness:
    """Finds like places in a stretch of sound.

    Parameters
    ----------
    wave : (n,) the stretch
    samplerate : its frames a second
    compared : frames that are compared when it is judged to the frame
    """

    def __init__(self, wave: Wave, samplerate: int, compared: int) -> None:
        self._every = max(1, round(samplerate / _THIN_RATE))
        self._thin = wave[: len(wave) // self._every * self._every].reshape(-1, self._every).mean(axis=1)
        self._seek = round(SEEK_SECONDS * samplerate / self._every)
        self._near = round(_NEAR_SECONDS * samplerate / self._every)
        self._length = round(_COMPARED_SECONDS * samplerate / self._every)
        self._scales = _scales(self._thin, self._length)
        self._runs = sliding_window_view(wave, compared)
        self._run_scales = _scales(wave, compared)
        away = np.abs(np.arange(-4 * self._seek, 4 * self._seek + 1)) * (_PULL / self._seek)
        self._away = away.astype(np.float32)

    def find(self, like: int, near: int, earliest: int, latest: int) -> tuple[int, float]:
        """The place where the sound is most like it is from frame `like` on; best is one that is near.

        Parameters
        ----------
        like, near : frames; far enough from the ends of the stretch
        earliest, latest : the bounds of the answer; where they cross it is `latest`

        Returns
        -------
        The frame, and the part of a frame, up to a half, that it should really be later.
        """
        every, seek = self._every, self._seek
        middle, last = near // every, latest // every
        high = min(middle + seek, last)
        low = max(min(middle - seek, high - 2 * seek), earliest // every + 1)
        high = min(max(high, low + 2 * seek), last)
        low, high = max(low, middle - 4 * seek), min(high, middle + 4 * seek)
        if low >= high:
            return latest, 0.0
        roughly = (low + self._best(like // every, low, high, middle)) * every + like % every
        return self._exactly(like, roughly)

    def _best(self, like: int, low: int, high: int, middle: int) -> int:
        """Which of the places `low` to `high` (included), all in thin samples."""
        length = self._length
        wanted = self._thin[like : like + length] * self._scales[like]
        alike = np.correlate(self._thin[low : high + length], wanted, "valid") * self._scales[low : high + 1]
        away = self._away[low - middle + 4 * self._seek : high + 1 - middle + 4 * self._seek]
        top = int(np.argmax(alike - away))
        # The pull also shifts the tops of low notes a little; from where it led, the top itself is taken.
        first = max(0, top - self._near)
        return first + int(np.argmax(alike[first : top + self._near + 1]))

    def _exactly(self, like: int, roughly: int) -> tuple[int, float]:
        """The best of the few frames around a place, and of the parts between them."""
        if abs(roughly - like) <= self._every:
            return like, 0.0
        first = roughly - self._every
        last = roughly + self._every + 1
        alike = self._runs[first:last] @ self._runs[like] * self._run_scales[first:last]
        top = int(np.argmax(alike))
        if not 0 < top < len(alike) - 1:
            return first + top, 0.0
        before, at, after = alike[top - 1 : top + 2].tolist()
        bend = before - 2 * at + after
        return first + top, 0.5 * (before - after) / bend if bend < 0 else 0.0


def _scales(wave: Wave, length: int) -> Wave:
    """What makes the energy of each run of so many samples 1; silence stays silence."""
    sums = np.concatenate([[0.0], np.cumsum(np.square(wave, dtype=np.float64))])
    energies = (sums[length:] - sums[:-length]).clip(0.0)
    scales: Wave = (1 / np.sqrt(energies + _NOTHING)).astype(np.float32)
    return scales
