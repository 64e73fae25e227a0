"""Octaves: a pitch found an octave too low is put right by what is in its spectrum."""

import numpy as np
import numpy.typing as npt

_FROM_HERTZ = 500.0
"""Below, a wave has frames enough at any rate, and no octave is lost."""
_MISSING = 0.05
"""Of the second harmonic: with so little of the first and the third, the second is the note."""
_BINS_AROUND = 2


def raised(
    part: npt.NDArray[np.float32],
    hertz: npt.NDArray[np.float64],
    *,
    samplerate: int,
    window: int,
    hop: int,
    highest: float,
) -> npt.NDArray[np.float64]:
    """The same pitches, an octave higher where neither the note itself nor its third harmonic is there.

    Parameters
    ----------
    part : samples of one channel
    hertz : one pitch every `hop` samples from the first on; not finite where there is none
    highest : nothing is raised above it
    """
    found = hertz.copy()
    padded = np.pad(part, window // 2)
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(window) / window)
    for place in np.flatnonzero((hertz > _FROM_HERTZ) & (hertz * 2 <= highest)):
        piece = padded[place * hop : place * hop + window]
        if len(piece) < window:
            continue
        spectrum = np.abs(np.fft.rfft(piece * hann))
        first, second, third = (
            _around(spectrum, hertz[place] * harmonic * window / samplerate) for harmonic in (1, 2, 3)
        )
        if first + third < _MISSING * second:
            found[place] = hertz[place] * 2
    return found


def _around(spectrum: npt.NDArray[np.float64], bin_: float) -> float:
    middle = round(bin_)
    return float(np.max(spectrum[max(0, middle - _BINS_AROUND) : middle + _BINS_AROUND + 1], initial=0.0))
