"""A spectrogram: how much there is of each pitch, moment by moment."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.reading import finite
from studio.audio.source import SoundSource
from studio.audio.units import SILENCE_DBFS

Levels = npt.NDArray[np.float32]
Band = tuple[int, npt.NDArray[np.float64]]
"""The first bin of a band, and how much each bin from it on counts."""

BANDS = 128
LOWEST_HERTZ = 50.0
HIGHEST_HERTZ = 16000.0
MOST_COLUMNS = 1200

_WINDOW_SECONDS = 4096 / 48000
_HOPS_A_WINDOW = 8
_WINDOWS_AT_ONCE = 64
_FLAT_FROM_HERTZ, _FLAT_TO_HERTZ = 100.0, 10000.0
_NOTHING_DB = -60.0
"""The loudest of a picture of silence: otherwise it would be dark all over."""
_SMALLEST_POWER = 10 ** (SILENCE_DBFS / 10)


@dataclass(frozen=True, slots=True, eq=False)
class Spectrogram:
    """Levels of each moment in bands of pitch, evenly spaced for the ear."""

    levels_db: Levels
    """`(columns, BANDS)`, the lowest band first; a full-scale sine is near 0."""
    hertz: tuple[float, ...]
    """The middle of each band."""
    seconds: float
    """What the columns cover, from the start of the sound."""

    @property
    def loudest_db(self) -> float:
        """The highest level of all; `SILENCE_DBFS` when there are no columns."""
        return float(np.max(self.levels_db, initial=SILENCE_DBFS))

    def rows(self, columns: int, rows: int) -> list[list[float]]:
        """The loudest of each cell of a picture, the highest pitch first, in dB below the loudest of all."""
        if columns < 1 or rows < 1 or not len(self.levels_db):
            return []
        across = _pooled(self.levels_db, columns)
        cells = _pooled(across.T, rows)[::-1] - max(self.loudest_db, _NOTHING_DB)
        shown: list[list[float]] = cells.tolist()
        return shown

    def row_hertz(self, rows: int) -> list[float]:
        """The pitch in the middle of each row of a picture, the highest first."""
        edges = np.geomspace(self.hertz[0], self.hertz[-1], rows + 1)
        middles: list[float] = np.sqrt(edges[:-1] * edges[1:])[::-1].tolist()
        return middles


@dataclass(frozen=True, slots=True, eq=False)
class Spectra:
    """What the windows of a sound showed."""

    spectrogram: Spectrogram
    brightness_hertz: float | None
    """Where the middle of its energy lies (spectral centroid); `None` for silence."""
    roughness: float | None
    """0 for a pure tone, about a half for a hiss (spectral flatness); `None` for silence."""


def spectra_of(source: SoundSource, stop: int, *, progress: Callable[[float], None] | None = None) -> Spectra:
    """Look at the first `stop` frames of a sound, a few windows at a time.

    A long sound has windows farther apart, at most a window; what a column stands for is then the
    loudest of them. `progress` is told the share done, and may raise to stop.
    """
    window = max(256, round(_WINDOW_SECONDS * source.samplerate))
    hop = min(window, max(window // _HOPS_A_WINDOW, -(-stop // (MOST_COLUMNS * 4))))
    bands, hertz = _bands(window, source.samplerate)
    flat = _flat_bins(window, source.samplerate)
    levels, centres, flatness, powers = [], [], [], []
    for share, spectrum in _power_spectra(source, stop, window, hop):
        levels.append(_levels(spectrum, bands))
        total = spectrum.sum(axis=1)
        bins = np.arange(spectrum.shape[1]) * source.samplerate / window
        centres.append((spectrum * bins).sum(axis=1) / np.maximum(total, _SMALLEST_POWER))
        flatness.append(_flatness(spectrum[:, flat]))
        powers.append(total)
        if progress is not None:
            progress(share)
    columns = np.concatenate(levels) if levels else np.zeros((0, BANDS), np.float32)
    picture = Spectrogram(_pooled(columns, min(len(columns), MOST_COLUMNS)), hertz, stop / source.samplerate)
    if not powers or not np.any(heard := np.concatenate(powers) > _SMALLEST_POWER * 100):
        return Spectra(picture, None, None)
    power = np.concatenate(powers) * heard
    brightness = float(np.average(np.concatenate(centres), weights=power))
    return Spectra(picture, brightness, float(np.average(np.concatenate(flatness), weights=power)))


def _power_spectra(
    source: SoundSource, stop: int, window: int, hop: int
) -> Iterator[tuple[float, npt.NDArray[np.float64]]]:
    """The share done and the power spectra of the next windows, each a full-scale sine's peak near 1."""
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(window) / window)
    count = -(-stop // hop)
    for first in range(0, count, _WINDOWS_AT_ONCE):
        last = min(first + _WINDOWS_AT_ONCE, count)
        # A window lies around the middle of its hop, with silence outside the sound.
        begin = first * hop + (hop - window) // 2
        end = begin + (last - 1 - first) * hop + window
        mono = _mixed(source.read(max(0, begin), min(stop, end)))
        mono = np.pad(mono, (max(0, -begin), max(0, end - stop)))
        windows = np.lib.stride_tricks.sliding_window_view(mono, window)[::hop][: last - first]
        spectrum = np.fft.rfft(windows * hann, axis=1)
        yield last / count, (np.square(spectrum.real) + np.square(spectrum.imag)) * (4.0 / window) ** 2


def _mixed(frames: Frames) -> npt.NDArray[np.float64]:
    """One channel. Unequal weights: equal ones would lose a channel turned upside down."""
    weights = 1.0 / (1.0 + 0.4 * np.arange(frames.shape[1]))
    mixed: npt.NDArray[np.float64] = finite(frames).astype(np.float64) @ (weights / weights.sum())
    return mixed


def _bands(window: int, samplerate: int) -> tuple[list[Band], tuple[float, ...]]:
    """Triangles on the spectrum's bins, never narrower than a bin, and their middles."""
    highest = min(HIGHEST_HERTZ, 0.47 * samplerate)
    hertz = np.geomspace(LOWEST_HERTZ, highest, BANDS)
    middles = hertz * window / samplerate
    half = np.maximum(middles * (hertz[1] / hertz[0] - 1), 1.0)
    bands: list[Band] = []
    for middle, wide in zip(middles.tolist(), half.tolist(), strict=True):
        bins = np.arange(max(0, math.ceil(middle - wide)), min(window // 2, math.floor(middle + wide)) + 1)
        bands.append((int(bins[0]), 1 - np.abs(bins - middle) / wide))
    return bands, tuple(hertz.tolist())


def _levels(spectrum: npt.NDArray[np.float64], bands: list[Band]) -> Levels:
    """The level of each band. One product with a matrix would start threads, which wait on a busy machine."""
    powers = [spectrum[:, first : first + len(weights)] @ weights for first, weights in bands]
    return (10 * np.log10(np.maximum(np.stack(powers, axis=1), _SMALLEST_POWER))).astype(np.float32)


def _flat_bins(window: int, samplerate: int) -> slice:
    highest = min(_FLAT_TO_HERTZ, 0.45 * samplerate)
    return slice(round(_FLAT_FROM_HERTZ * window / samplerate), round(highest * window / samplerate))


def _flatness(powers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The geometric against the arithmetic mean of each window's powers."""
    kept = np.maximum(powers, _SMALLEST_POWER)
    ratio: npt.NDArray[np.float64] = np.exp(np.log(kept).mean(axis=1)) / kept.mean(axis=1)
    return ratio


def _pooled(values: Levels, count: int) -> Levels:
    """The largest of each of `count` equal runs of rows; with fewer rows each is repeated."""
    if not len(values) or count < 1:
        return values[:0]
    edges = np.arange(count) * len(values) // count
    pooled: Levels = np.maximum.reduceat(values, edges, axis=0)
    return pooled
