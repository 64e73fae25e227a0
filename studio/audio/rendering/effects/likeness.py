"""Likeness: where in a sound it goes on most like it would have gone on somewhere else."""

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

Wave = npt.NDArray[np.float32]

SEEK_SECONDS = 0.010
"""Looked for so far on either side: together more than a period of the lowest voice (50 Hz)."""
_COMPARED_SECONDS = 0.025
_THIN_RATE = 12000
"""Likeness is first judged with about so many samples a second, then to the frame."""
_PULL = 0.5
"""What a place loses for being as far away as is looked: likeness is 1 for the same wave."""
_NOTHING = 1e-9
"""Energy that is added to that of silence, so that it can be divided by."""

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
        self._wave = wave
        self._every = max(1, round(samplerate / _THIN_RATE))
        self._compared = compared
        self._thin = wave[: len(wave) // self._every * self._every].reshape(-1, self._every).mean(axis=1)
        self._sums = np.concatenate([[0.0], np.cumsum(np.square(self._thin, dtype=np.float64))])
        self._seek = round(SEEK_SECONDS * samplerate / self._every)
        self._length = round(_COMPARED_SECONDS * samplerate / self._every)
        self._away = np.abs(np.arange(-4 * self._seek, 4 * self._seek + 1)) * (_PULL / self._seek)

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
        length, count = self._length, high - low + 1
        wanted = self._thin[like : like + length]
        alike = np.correlate(self._thin[low : high + length], wanted, "valid")
        energies = self._sums[low + length : high + 1 + length] - self._sums[low : high + 1]
        scale = (self._sums[like + length] - self._sums[like]) * energies + _NOTHING**2
        away = self._away[low - middle + 4 * self._seek :][:count]
        return int(np.argmax(alike / np.sqrt(scale) - away))

    def _exactly(self, like: int, roughly: int) -> tuple[int, float]:
        """The best of the few frames around a place, and of the parts between them."""
        if abs(roughly - like) <= self._every:
            return like, 0.0
        wanted = self._wave[like : like + self._compared]
        first = roughly - self._every
        rows = sliding_window_view(self._wave[first : roughly + self._every + self._compared], self._compared)
        alike = rows @ wanted
        top = int(np.argmax(alike))
        if not 0 < top < len(alike) - 1:
            return first + top, 0.0
        before, at, after = alike[top - 1 : top + 2].tolist()
        bend = before - 2 * at + after
        return first + top, 0.5 * (before - after) / bend if bend < 0 else 0.0
