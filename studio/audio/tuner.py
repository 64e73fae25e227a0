"""The tuner: the pitch of the last moment of a sound, quick enough to follow somebody playing."""

from collections import deque
from functools import cache
from statistics import median

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.pitches import Pitch, hertz_of, number_of, pitch_of
from studio.audio.reading import finite

LOWEST_HERTZ = 27.0
"""Just below the lowest key of a piano."""
HIGHEST_HERTZ = 4300.0
"""Just above the highest."""
MOMENT_SECONDS = 0.09
"""What is looked at: more than two waves of the lowest note."""
QUIETEST_DBFS = -55.0
"""What is quieter is not listened to: in a room there is always something that hums."""

_DIP = 0.12
"""YIN's threshold: how much of a wave may differ from the wave before it (de Cheveigné and Kawahara 2002)."""
_FEWEST_FRAMES_A_WAVE = 10
_TOGETHER = 3
_SAME_NOTE = 0.8
_FORGOTTEN_AFTER = 8

Wave = npt.NDArray[np.float64]


class Tuner:
    """Follows somebody who plays: one odd moment changes nothing, and a note stays while one breathes."""

    def __init__(self) -> None:
        self._recent: deque[float | None] = deque(maxlen=_FORGOTTEN_AFTER)
        self._shown: Pitch | None = None

    def hear(self, frames: Frames, samplerate: int) -> Pitch | None:
        """The note that is played now, the middle of the last moments that agree.

        `None` before the first note, and when none was heard for `_FORGOTTEN_AFTER` moments.
        """
        hertz = pitch_heard(frames, samplerate)
        self._recent.append(None if hertz is None else number_of(hertz))
        newest = self._recent[-1]
        if newest is None:
            if not any(self._recent):
                self._shown = None
            return self._shown
        last = list(self._recent)[-_TOGETHER:]
        alike = [number for number in last if number is not None and abs(number - newest) < _SAME_NOTE]
        if len(alike) > 1:
            self._shown = pitch_of(hertz_of(median(alike)))
        return self._shown


def pitch_heard(frames: Frames, samplerate: int) -> float | None:
    """The pitch of one moment, by YIN with the autocorrelation worked out by a Fourier transform.

    Parameters
    ----------
    frames : (frames, channels), `MOMENT_SECONDS` long; of a longer piece the end is taken
    samplerate : below 43 kHz the highest note heard is a tenth of it

    Returns
    -------
    Hertz, to a few cents, from `LOWEST_HERTZ` to `HIGHEST_HERTZ`; `None` for noise, for several notes
    at once, for what is too quiet or too short.

    Source
    ------
    de Cheveigné and Kawahara (2002), "YIN, a fundamental frequency estimator for speech and music",
    equations 6 to 8. The period is then measured over as many waves as there are, for a single one of a
    high note has too few frames.
    """
    moment = round(MOMENT_SECONDS * samplerate)
    mono = finite(frames[-moment:]).mean(axis=1, dtype=np.float64)
    if len(mono) < moment or np.sqrt(np.mean(np.square(mono - mono.mean()))) < 10 ** (QUIETEST_DBFS / 20):
        return None
    longest = int(samplerate / LOWEST_HERTZ) + 2
    difference = _difference(mono - mono.mean(), longest)
    dip = _first_dip(_normalised(difference))
    if dip is None or dip < max(int(samplerate / HIGHEST_HERTZ), _FEWEST_FRAMES_A_WAVE):
        return None
    return samplerate / _period(difference, dip)


def _difference(mono: Wave, longest: int) -> Wave:
    """How much the wave differs from itself so many frames later (equation 6), for 0 to `longest` frames."""
    window = len(mono) - longest
    size = _power_of_two(len(mono) + window)
    spectrum = np.fft.rfft(mono, size) * np.conj(np.fft.rfft(mono[:window], size))
    alike = np.fft.irfft(spectrum, size)[: longest + 1]
    energy = np.concatenate([[0.0], np.cumsum(np.square(mono))])
    here = energy[window]
    later = energy[window : window + longest + 1] - energy[: longest + 1]
    difference: Wave = np.maximum(here + later - 2 * alike, 0.0)
    return difference


def _normalised(difference: Wave) -> Wave:
    """Each difference against the mean of those before it (equation 8); 1 at no delay."""
    means = np.cumsum(difference[1:]) / np.arange(1, len(difference))
    return np.concatenate([[1.0], difference[1:] / np.maximum(means, 1e-12)])


def _first_dip(normalised: Wave) -> int | None:
    """The bottom of the first dip deep enough; a later one as deep is an octave, or two, too low."""
    deep = np.flatnonzero(normalised[:-1] < _DIP)
    if not len(deep):
        return None
    at = int(deep[0])
    while at + 1 < len(normalised) - 1 and normalised[at + 1] < normalised[at]:
        at += 1
    return at


def _period(difference: Wave, dip: int) -> float:
    """The length of a wave in frames, finer than a frame: from the dip after as many waves as there are."""
    period = _bottom(difference, dip)
    waves = 1
    while 2 * waves * period < len(difference) - 2:
        waves *= 2
        period = _bottom(difference, round(waves * period)) / waves
    return period


def _bottom(difference: Wave, near: int) -> float:
    """Where a parabola through the lowest of three delays and its neighbours is lowest."""
    at = near + int(np.argmin(difference[near - 1 : near + 2])) - 1
    before, here, after = difference[at - 1 : at + 2]
    bend = before - 2 * here + after
    return at + (0.5 * (before - after) / bend if bend > 0 else 0.0)


@cache
def _power_of_two(fewest: int) -> int:
    return 1 << (fewest - 1).bit_length()
