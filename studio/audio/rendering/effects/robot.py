"""Robot: a voice on one note, whatever its speaker does."""

import numpy as np
import numpy.typing as npt

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.band import held
from studio.audio.rendering.effects.windows import WindowStage, hann
from studio.audio.rendering.stage import Stage

_SPREAD = 0.6
"""How much of the time from one pulse to the next a pulse fills: bunched up it would be all peaks."""
_SPREAD_FROM_HERTZ = 300.0
_LEVEL = 1.28
"""What windows take from the level of a voice, given back."""


def robot(upstream: Stage, hertz: float) -> Stage:
    """The sound on one note, of a frequency."""
    return held(_Robot(upstream, hertz))


class _Robot(WindowStage):
    """Every window becomes a pulse with the spectrum of the window, and pulses come at an even rate."""

    def __init__(self, upstream: Stage, hertz: float) -> None:
        hop = max(1, round(upstream.samplerate / hertz))
        super().__init__(upstream, hop)
        self._window = hann(2 * hop)
        self._transform = 1 << (2 * hop - 1).bit_length()
        self._phases = _phases(self._transform, hop, upstream.samplerate)

    def changed(self, windows: Samples) -> Samples:
        """Of each window only how strong every frequency is."""
        strengths = np.abs(np.fft.rfft(windows * self._window, self._transform))
        pulses = np.fft.irfft(strengths * self._phases, self._transform)
        edge = (self._transform - 2 * self.hop) // 2
        shaped: Samples = pulses[:, :, edge : edge + 2 * self.hop] * (self._window * _LEVEL)
        return shaped


def _phases(transform: int, hop: int, samplerate: int) -> npt.NDArray[np.complex128]:
    """Phases that put a pulse in the middle of the transform, low frequencies a little before high ones."""
    bins = np.arange(transform // 2 + 1)
    pitch = np.log1p(bins * samplerate / transform / _SPREAD_FROM_HERTZ)
    delays = _SPREAD * hop * (pitch / max(pitch[-1], 1e-9) - 0.5)
    phases: npt.NDArray[np.complex128] = np.exp(-2j * np.pi / transform * np.cumsum(delays))
    return phases * (-1.0) ** bins
