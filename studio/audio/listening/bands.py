"""Bands: how much energy a sound has in each band of pitch, moment by moment."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.reading import finite
from studio.audio.source import SoundSource

Energies = npt.NDArray[np.float64]
"""`(rows, BANDS)`: one row a moment, the lowest band first; a full-scale sine in a band is near 1."""

BANDS = 24
WIDE_BANDS = 6
HOP_SECONDS = 0.005

_WINDOW_SECONDS = 1024 / 48000
_LOWEST_HERTZ = 90.0
_HIGHEST_HERTZ = 15000.0
_SMALLEST_WINDOW = 96  # leaves a bin for every band at any rate
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class BandLayout:
    """Where the windows and the bands lie at one rate."""

    window: int
    """Frames looked at for one row."""
    hop: int
    """Frames from one row to the next."""
    edges: tuple[int, ...]
    """First spectrum bin of each band, and the end of the last."""

    @classmethod
    def at(cls, samplerate: int) -> "BandLayout":
        """The layout for a rate."""
        window = _quick_length(max(_SMALLEST_WINDOW, round(_WINDOW_SECONDS * samplerate)))
        highest = min(_HIGHEST_HERTZ, 0.47 * samplerate)
        hertz = np.geomspace(min(_LOWEST_HERTZ, highest / 10), highest, BANDS + 1)
        edges = np.ceil(hertz * window / samplerate).astype(int).tolist()
        for band in range(1, BANDS + 1):  # no band is empty
            edges[band] = max(edges[band], edges[band - 1] + 1)
        return cls(window, max(1, round(HOP_SECONDS * samplerate)), tuple(edges))


def energies_of(
    source: SoundSource, start: int, stop: int, layout: BandLayout, *, hop: int | None = None, pool: int = 1
) -> Energies:
    """Energies of the frames from `start` to `stop`, read a little at a time.

    A row lies in the middle of its window; the first window begins at `start` and none reaches past `stop`,
    so that no edge is heard as a click. With `pool`, a row keeps the largest value of so many windows.
    """
    hop = hop or layout.hop
    windows = max(1, (stop - start - layout.window) // hop + 1)
    energies = np.empty((-(-windows // pool), BANDS))
    at_once = pool * max(1, _ROWS_AT_ONCE // pool)
    for first in range(0, windows, at_once):
        last = min(first + at_once, windows)
        frames = source.read(start + first * hop, min(start + (last - 1) * hop + layout.window, stop))
        rows = _transform(_mixed(frames, layout.window), layout, hop)
        pooled = np.maximum.reduceat(rows, np.arange(0, len(rows), pool), axis=0) if pool > 1 else rows
        energies[first // pool : first // pool + len(pooled)] = pooled
    return energies


def wide(energies: Energies) -> Energies:
    """The same rows in `WIDE_BANDS` bands."""
    summed: Energies = energies.reshape(len(energies), WIDE_BANDS, -1).sum(axis=2)
    return summed


def smoothed(energies: Energies, rows: int) -> Energies:
    """Mean over so many rows around each; the first and last rows are repeated past the ends."""
    before = rows // 2
    padded = np.pad(energies, ((before + 1, rows - 1 - before), (0, 0)), mode="edge")
    sums = np.cumsum(padded, axis=0)
    return np.maximum((sums[rows:] - sums[:-rows]) / rows, 0.0)


def _mixed(frames: Frames, fewest: int) -> npt.NDArray[np.float32]:
    """One channel, at least so long. Unequal weights: equal ones would lose a channel turned upside down."""
    weights = 1.0 / (1.0 + 0.4 * np.arange(frames.shape[1], dtype=np.float32))
    mixed: npt.NDArray[np.float32] = finite(frames) @ (weights / weights.sum())
    return np.pad(mixed, (0, fewest - len(mixed)), mode="edge") if len(mixed) < fewest else mixed


def _transform(mixed: npt.NDArray[np.float32], layout: BandLayout, hop: int) -> Energies:
    # A periodic Hann window keeps an offset (DC) wholly out of the bands.
    hann = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(layout.window) / layout.window)).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(mixed, layout.window)[::hop]
    spectrum = np.fft.rfft(windows * hann, axis=1)[:, : layout.edges[-1]]
    powers = np.square(spectrum.real) + np.square(spectrum.imag)
    sums = np.add.reduceat(powers, layout.edges[:-1], axis=1)
    return np.asarray(sums * (4.0 / layout.window) ** 2, dtype=np.float64)


def _quick_length(fewest: int) -> int:
    """The next length that a Fourier transform does quickly: a power of two, or three times one."""
    power = 1 << (fewest - 1).bit_length()
    return power * 3 // 4 if power * 3 // 4 >= fewest else power
