"""Loudness: how loud a whole sound seems, by the weighting and the gates of ITU-R BS.1770."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from studio.audio.source import SoundSource

SILENCE_LUFS = -70.0
"""The absolute gate: what is quieter is not there."""
_BLOCK_SECONDS = 0.4
_HOP_SECONDS = 0.2
_RELATIVE_GATE = 10.0
_OFFSET = -0.691
_WEIGHTING_HZ = 48000
"""BS.1770 gives its filters for this rate; their response is read at the frequencies of any other."""
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_LOW_CUT = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))

Energies = npt.NDArray[np.float64]


def loudness_lufs(source: SoundSource) -> float:
    """How loud a sound seems.

    Returns
    -------
    LUFS; `SILENCE_LUFS` for silence and for no frames. A sound of one channel is taken as it is played, on
    two speakers. A sound shorter than a block is one block.
    """
    energies = np.array(list(_block_energies(source)))
    loud = energies[_lufs(energies) > SILENCE_LUFS]
    if not loud.size:
        return SILENCE_LUFS
    gate = float(_lufs(np.mean(loud))) - _RELATIVE_GATE
    return max(float(_lufs(np.mean(loud[_lufs(loud) > gate]))), SILENCE_LUFS)


def _block_energies(source: SoundSource) -> Iterator[float]:
    block = min(round(_BLOCK_SECONDS * source.samplerate), source.length)
    hop = max(1, round(_HOP_SECONDS * source.samplerate))
    if not block:
        return
    weights = _weights(block, source.samplerate)
    speakers = 2 if source.channels == 1 else 1
    for start in range(0, source.length - block + 1, hop):
        spectrum = np.fft.rfft(source.read(start, start + block), axis=0)
        powers = spectrum.real**2 + spectrum.imag**2
        yield speakers * float(weights @ powers.sum(axis=1))


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
