"""The overview: the lowest and highest sample of every 256 frames, kept for drawing a sound of any length."""

import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.source import SoundSource, spans
from studio.disk import is_full, reason, replacing
from studio.errors import StudioError

FRAMES_PER_PAIR = 256
COARSER = 16
"""Each level above the kept one merges this many pairs of the level below."""

_PAIRS_PER_COLUMN = 8
"""The fewest pairs a column is drawn from, where the sound is long enough: its edges are then true to 1/8."""
_BLOCK_SAMPLES = 1 << 17
_MOST_MORE_PAIRS = 1 << 18
"""Two megabytes: 23 minutes at 48 kHz."""
_MAGIC = b"SBoverv\n"
_VERSION = 1
_HEADER = struct.Struct("<8sHHIIQI")  # magic, version, frames per pair, channels, samplerate, length, CRC-32

Values = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]


class OverviewFault(StudioError):
    """A kept overview that cannot be read or saved; it can always be made again from the sound."""


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """The outline of a sound, all channels merged.

    Raises
    ------
    ValueError
        If the numbers of pairs do not fit the length.
    """

    samplerate: int
    channels: int
    length: int
    """Length of the sound in frames."""
    lows: Values
    """Lowest sample of each run of `FRAMES_PER_PAIR` frames; the last run may be shorter."""
    highs: Values
    _levels: tuple[tuple[int, Values, Values], ...] = field(init=False, repr=False)
    """Frames per pair, lows and highs, from fine to coarse."""

    def __post_init__(self) -> None:
        if self.lows.shape != (_pairs_in(self.length),) or self.highs.shape != self.lows.shape:
            raise ValueError(f"{self.lows.shape} and {self.highs.shape} pairs for {self.length} frames")
        levels = [(FRAMES_PER_PAIR, _read_only(self.lows), _read_only(self.highs))]
        object.__setattr__(self, "lows", levels[0][1])
        object.__setattr__(self, "highs", levels[0][2])
        while len(levels[-1][1]) > COARSER:
            frames, lows, highs = levels[-1]
            starts = np.arange(0, len(lows), COARSER)
            coarser_lows = _read_only(np.minimum.reduceat(lows, starts))
            coarser_highs = _read_only(np.maximum.reduceat(highs, starts))
            levels.append((frames * COARSER, coarser_lows, coarser_highs))
        object.__setattr__(self, "_levels", tuple(levels))

    def columns(self, start: int, stop: int, width: int) -> tuple[Values, Values]:
        """Lows and highs for drawing the frames from `start` to `stop` as `width` columns.

        A column covers every pair it touches, so nothing loud is missed and it may reach a pair too far.
        With fewer than 256 frames to a column neighbours share a pair: read the samples to see finer.
        Columns that lie outside the sound are zero.

        Raises
        ------
        ValueError
            If `stop` is before `start` or `width` is negative.
        """
        if stop < start or width < 0:
            raise ValueError(f"cannot draw {start} to {stop} as {width} columns")
        lows, highs = np.zeros((2, width), dtype=np.float32)
        edges = start + (stop - start) * np.arange(width + 1, dtype=np.int64) // max(width, 1)
        firsts, lasts = edges[:-1], np.maximum(edges[1:], edges[:-1] + 1)
        inside = np.flatnonzero((firsts < self.length) & (lasts > 0))
        if stop > start and len(inside):
            frames, pair_lows, pair_highs = self._level_for((stop - start) / width)
            first = np.maximum(firsts[inside], 0) // frames
            last = (np.minimum(lasts[inside], self.length) - 1) // frames
            lows[inside] = _merge(np.minimum, pair_lows, first, last)
            highs[inside] = _merge(np.maximum, pair_highs, first, last)
        return lows, highs

    def peak(self, start: int, stop: int) -> float:
        """Highest amplitude from `start` to `stop`, never too low; exact when both are multiples of 256."""
        pairs = slice(max(start, 0) // FRAMES_PER_PAIR, _pairs_in(max(0, min(stop, self.length))))
        lows, highs = self.lows[pairs], self.highs[pairs]
        return max(0.0, -float(np.min(lows)), float(np.max(highs))) if stop > start and lows.size else 0.0

    def save(self, path: Path) -> None:
        """Write the overview; the file is whole or not there.

        Raises
        ------
        OverviewFault
            If the folder cannot be written.
        """
        pairs = self.lows.astype("<f4").tobytes() + self.highs.astype("<f4").tobytes()
        facts = (FRAMES_PER_PAIR, self.channels, self.samplerate, self.length)
        try:
            with replacing(path) as part:
                part.write_bytes(_HEADER.pack(_MAGIC, _VERSION, *facts, _checksum(facts, pairs)) + pairs)
        except OSError as error:
            why = "the disk is full" if is_full(error) else reason(error)
            what = f"The sound is safe, but its picture could not be saved: {why}."
            raise OverviewFault(what, "Make room, then start the program again.") from error

    @classmethod
    def load(cls, path: Path) -> "Overview":
        """Read a saved overview, believing none of it.

        Raises
        ------
        OverviewFault
            If it is missing, damaged, or of another version.
        """
        try:
            with path.open("rb") as file:
                header = file.read(_HEADER.size)
                fields = _HEADER.unpack(header) if len(header) == _HEADER.size else (b"",)
                if fields[:3] != (_MAGIC, _VERSION, FRAMES_PER_PAIR):
                    raise _damaged("is not one of ours, or of another version")
                channels, samplerate, length, checksum = fields[3:]
                size = 8 * _pairs_in(length)
                if os.fstat(file.fileno()).st_size != _HEADER.size + size:
                    raise _damaged("has the wrong size")
                pairs = file.read(size)
        except OSError as error:
            raise _damaged(f"cannot be opened ({reason(error)})") from error
        if checksum != _checksum((FRAMES_PER_PAIR, channels, samplerate, length), pairs):
            raise _damaged("is damaged")
        lows, highs = np.frombuffer(pairs, dtype="<f4").astype(np.float32).reshape(2, -1)
        possible = channels and samplerate and np.isfinite(lows).all() and np.isfinite(highs).all()
        if not (possible and (lows <= highs).all()):
            raise _damaged("holds impossible values")
        return cls(samplerate, channels, length, lows, highs)

    def _level_for(self, frames_per_column: float) -> tuple[int, Values, Values]:
        fine_enough = [level for level in self._levels if level[0] * _PAIRS_PER_COLUMN <= frames_per_column]
        return fine_enough[-1] if fine_enough else self._levels[0]


class OverviewBuilder:
    """Makes an overview from a sound that arrives in blocks of any size, as in a recorder."""

    def __init__(self, samplerate: int, channels: int) -> None:
        self.samplerate = samplerate
        self.channels = channels
        self._length = 0
        self._pairs = np.zeros((2, 1024), dtype=np.float32)

    def add(self, frames: Frames) -> None:
        """Take the next frames; a sample that is no number counts as silence, an infinite one as full scale.

        Raises
        ------
        ValueError
            If `frames` is not `(frames, channels)`.
        """
        if frames.ndim != 2 or frames.shape[1] != self.channels:
            raise ValueError(f"frames must be (frames, {self.channels}), not {frames.shape}")
        missing = -self._length % FRAMES_PER_PAIR  # what the last pair still lacks
        whole = max(0, len(frames) - missing) // FRAMES_PER_PAIR * FRAMES_PER_PAIR
        if missing:
            self._put(frames[:missing], rows=1, pair=self._length // FRAMES_PER_PAIR)
        self._put(frames[missing : missing + whole], rows=whole // FRAMES_PER_PAIR)
        self._put(frames[missing + whole :], rows=1)

    def finish(self) -> Overview:
        """The overview of all that was added so far; more may be added after it."""
        lows, highs = self._pairs[:, : _pairs_in(self._length)].copy()
        return Overview(self.samplerate, self.channels, self._length, lows, highs)

    def _put(self, frames: Frames, *, rows: int, pair: int | None = None) -> None:
        """Write `frames` as so many pairs after the last, or merge them into the open `pair`."""
        if not len(frames):
            return
        lows, highs = _extremes(frames.reshape(rows, -1))
        self._length += len(frames)
        if pair is not None:
            self._pairs[0, pair] = min(self._pairs[0, pair], lows[0])
            self._pairs[1, pair] = max(self._pairs[1, pair], highs[0])
            return
        stop = _pairs_in(self._length)
        if stop > self._pairs.shape[1]:
            # Doubling would take twice what a recording of hours needs.
            more = max(rows, min(stop, _MOST_MORE_PAIRS))
            self._pairs = np.concatenate([self._pairs, np.zeros((2, more), dtype=np.float32)], axis=1)
        self._pairs[0, stop - rows : stop] = lows
        self._pairs[1, stop - rows : stop] = highs


def overview_of(source: SoundSource, *, progress: Callable[[float], None] | None = None) -> Overview:
    """Read a whole sound by blocks; `progress` hears the share done and may raise to stop."""
    builder = OverviewBuilder(source.samplerate, source.channels)
    block = max(1, _BLOCK_SAMPLES // source.channels // FRAMES_PER_PAIR) * FRAMES_PER_PAIR
    for start, stop in spans(0, source.length, block):
        builder.add(source.read(start, stop))
        if progress is not None:
            progress(stop / source.length)
    return builder.finish()


def _extremes(rows: Frames) -> tuple[Values, Values]:
    # One contiguous row a pair: min over axis 1 of (pairs, 256, channels) would be 35 times slower.
    lows, highs = rows.min(axis=1), rows.max(axis=1)
    if np.isfinite(lows).all() and np.isfinite(highs).all():
        return lows, highs
    return _extremes(np.nan_to_num(rows, nan=0.0, posinf=1.0, neginf=-1.0))


def _merge(ufunc: np.ufunc, values: Values, first: Indices, last: Indices) -> Values:
    """One value for each range `first` to `last` (both included); ranges may share an end, never go back."""
    base = first[0]
    ranges = ufunc.reduceat(values[base : last[-1] + 1], first - base)  # each up to the next range's first
    merged: Values = ufunc(ranges, values[last])
    return merged


def _pairs_in(length: int) -> int:
    return -(-length // FRAMES_PER_PAIR)


def _read_only(values: Values) -> Values:
    view = values.view()
    view.flags.writeable = False
    return view


def _checksum(facts: tuple[int, int, int, int], pairs: bytes) -> int:
    return zlib.crc32(pairs, zlib.crc32(repr(facts).encode()))


def _damaged(why: str) -> OverviewFault:
    return OverviewFault(
        f"The kept outline of this sound {why}.", "Delete the outline; it is made again from the sound."
    )
