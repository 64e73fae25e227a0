"""A stage that plays a timeline: pieces of the stage before it, with their ramps and the gain."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import numpy as np

from studio.audio.pcm import Samples, times
from studio.audio.rendering.stage import Columns, Stage, blocks, column_edges, highest
from studio.audio.rendering.strips import Progress
from studio.audio.rendering.timeline import Piece, Timeline


class Arrangement(Stage):
    """A timeline over the stage before it."""

    def __init__(self, upstream: Stage, timeline: Timeline) -> None:
        super().__init__(upstream.samplerate, upstream.channels, timeline.length)
        self.upstream = upstream
        self.timeline = timeline

    def read(self, start: int, stop: int) -> Samples:
        """Frames as the timeline has them."""
        samples = np.zeros((stop - start, self.channels))
        gain = self.timeline.gain
        place = 0
        for piece in self.timeline.parts(start, stop):
            if not piece.silent:
                samples[place : place + piece.length] = shaped(self._raw(piece), piece, gain)
            place += piece.length
        return samples

    def peak(self, start: int, stop: int, progress: Progress | None = None) -> float:
        """The highest amplitude; runs of the stage before are asked for theirs, only ramps are worked out."""
        peak = 0.0
        done = 0
        for piece in self.timeline.parts(start, stop):
            share = _share(progress, done, piece.length, stop - start)
            peak = max(peak, self._peak_of(piece, share))
            done += piece.length
        return peak * self.timeline.gain

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """Those of the stage before; where ramps are, as high as the ramp gets within a column."""
        lows, highs = np.zeros((2, width), dtype=np.float32)
        seen = np.zeros(width, dtype=bool)
        edges = column_edges(start, stop, width)
        for piece in self.timeline.parts(start, stop) if width else ():
            for begin, end, column, count in _spans(edges, start, start + piece.length):
                part = self._columns_of(piece.part(begin - start, end - start), count)
                _merge(lows, highs, seen, slice(column, column + count), part)
            start += piece.length
        return lows, highs

    def _raw(self, piece: Piece) -> Samples:
        samples = self.upstream.read(piece.start, piece.stop)
        return samples[::-1] if piece.backwards else samples

    def _peak_of(self, piece: Piece, progress: Progress | None) -> float:
        if piece.silent:
            return 0.0
        if not piece.ramps:
            return self.upstream.peak(piece.start, piece.stop, progress)
        peak = 0.0
        for first, last in blocks(0, piece.length, self.channels):
            part = piece.part(first, last)
            peak = max(peak, highest(shaped(self._raw(part), part, 1.0)))
            if progress is not None:
                progress(last / piece.length)
        return peak

    def _columns_of(self, piece: Piece, width: int) -> Columns:
        if piece.silent:
            silence = np.zeros(width, dtype=np.float32)
            return silence, silence
        lows, highs = self.upstream.columns(piece.start, piece.stop, width)
        if piece.backwards:
            lows, highs = lows[::-1], highs[::-1]
        gains = np.full(width, self.timeline.gain)
        for ramp in piece.ramps:
            most = ramp.highest(piece.start, piece.stop, width)
            gains *= most[::-1] if piece.backwards else most
        return (lows * gains).astype(np.float32), (highs * gains).astype(np.float32)


def shaped(samples: Samples, piece: Piece, gain: float) -> Samples:
    """Frames of a piece, as heard, with its ramps and a gain: one multiplication."""
    if piece.ramps:
        return times(samples, piece.gains() * gain)
    return samples if gain == 1.0 else samples * gain


def _spans(edges: list[int], start: int, stop: int) -> Iterator[tuple[int, int, int, int]]:
    """Split a range at the first and last column edge in it: begin, end, first column, how many columns."""
    first, last = bisect_left(edges, start), bisect_right(edges, stop) - 1
    if first > last:
        yield start, stop, last, 1
        return
    if start < edges[first]:
        yield start, edges[first], first - 1, 1
    if first < last:
        yield edges[first], edges[last], first, last - first
    if edges[last] < stop:
        yield edges[last], stop, last, 1


def _merge(lows: np.ndarray, highs: np.ndarray, seen: np.ndarray, columns: slice, part: Columns) -> None:
    lows[columns] = np.where(seen[columns], np.minimum(lows[columns], part[0]), part[0])
    highs[columns] = np.where(seen[columns], np.maximum(highs[columns], part[1]), part[1])
    seen[columns] = True


def _share(progress: Progress | None, done: int, length: int, total: int) -> Progress | None:
    if progress is None:
        return None
    return lambda share: progress((done + share * length) / total)
