"""Loudness: how loud a whole sound seems, by the weighting and the gates of ITU-R BS.1770."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from studio.audio.source import spans

SILENCE_LUFS = -70.0
"""The absolute gate: what is quieter is not there."""
_HOP_SECONDS = 0.1
_HOPS_A_BLOCK = 4
_HOPS_AT_ONCE = 40
_RELATIVE_GATE = 10.0
_OFFSET = -0.691
_WEIGHTING_HZ = 48000
"""BS.1770 gives its filters for this rate; their response is read at the frequencies of any other."""
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_LOW_CUT = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
_SURROUND = 1.41
_SPEAKERS: dict[int, tuple[float, ...]] = {
    1: (2.0,),
    5: (1.0, 1.0, 1.0, _SURROUND, _SURROUND),
    6: (1.0, 1.0, 1.0, 0.0, _SURROUND, _SURROUND),
}
"""What each channel counts (BS.1770-4 table 3), where it is not 1. One channel is played on two speakers."""

Energies = npt.NDArray[np.float64]
"""One a hop or a block."""
Progress = Callable[[float], None]


class Readable(Protocol):
    """What loudness is measured of: a `SoundSource`, or a stage with its float64."""

    @property
    def samplerate(self) -> int:
        """Frames a second."""

    @property
    def channels(self) -> int:
        """Number of channels."""

    @property
    def length(self) -> int:
        """Length in frames."""

    def read(self, start: int, stop: int) -> npt.NDArray[np.floating]:
        """Frames `start` to `stop` (half-open), inside 0 to `length`."""


def loudness_lufs(source: Readable, progress: Progress | None = None) -> float:
    """How loud a sound seems.

    Parameters
    ----------
    source : the sound; it is read once, a few seconds at a time
    progress : hears the share done; may raise to stop

    Returns
    -------
    LUFS; `SILENCE_LUFS` for silence and for no frames. A sound of one channel is taken as it is played, on
    two speakers. A sound shorter than a block of 0.4 s is one block.
    """
    energies = _block_energies(source, progress)
    loud = energies[_lufs(energies) > SILENCE_LUFS]
    if not loud.size:
        return SILENCE_LUFS
    gate = float(_lufs(np.mean(loud))) - _RELATIVE_GATE
    return max(float(_lufs(np.mean(loud[_lufs(loud) > gate]))), SILENCE_LUFS)


def _block_energies(source: Readable, progress: Progress | None) -> Energies:
    """Of blocks that begin a hop apart; what is left at the end and fills no hop is left out."""
    hop = max(1, round(_HOP_SECONDS * source.samplerate))
    if source.length < _HOPS_A_BLOCK * hop:
        return _hop_energies(source, source.length, None) if source.length else np.zeros(0)
    hops = _hop_energies(source, hop, progress)
    views = np.lib.stride_tricks.sliding_window_view(hops, _HOPS_A_BLOCK)
    energies: Energies = views.mean(axis=1)
    return energies


def _hop_energies(source: Readable, hop: int, progress: Progress | None) -> Energies:
    """Weighted energy of each whole hop. Hops are transformed alone: the filters ring no longer than that."""
    weights = _weights(hop, source.samplerate)
    speakers = _SPEAKERS.get(source.channels, (1.0,) * source.channels)
    whole = source.length // hop * hop
    energies = []
    for first, last in spans(0, whole, hop * max(1, _HOPS_AT_ONCE // source.channels)):
        frames = source.read(first, last).astype(np.float64, copy=False)
        sums = np.zeros((last - first) // hop)
        for channel, counts in enumerate(speakers):
            spectra = np.fft.rfft(frames[:, channel].reshape(-1, hop))
            sums += counts * ((np.square(spectra.real) + np.square(spectra.imag)) @ weights)
        energies.append(sums)
        if progress is not None:
            progress(last / whole)
    return np.concatenate(energies)


def _weights(block: int, samplerate: int) -> Energies:
    """What each frequency of a block's transform adds to its mean square (Parseval)."""
    hertz = np.minimum(np.fft.rfftfreq(block, 1 / samplerate), _WEIGHTING_HZ / 2)
    turn = np.exp(-2j * np.pi * hertz / _WEIGHTING_HZ)
    response = np.ones(len(hertz))
    for above, below in (_SHELF, _LOW_CUT):
        response *= np.abs(np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)) ** 2
    twice = np.full(len(hertz), 2.0)
    twice[0] = 1.0
    if block % 2 == 0:
        twice[-1] = 1.0
    weights: Energies = response * twice / block**2
    return weights


def _lufs(energies: npt.ArrayLike) -> Energies:
    with np.errstate(divide="ignore"):
        lufs: Energies = _OFFSET + 10 * np.log10(energies)
    return lufs
