"""Effects worked out in blocks on one fixed grid, so that every read gives the same frames to the bit."""

import threading
from collections import OrderedDict

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import columns_around
from studio.audio.rendering.stage import Columns, Stage, highest

_KEPT_SAMPLES = 1 << 19
"""Samples of finished blocks that are kept: what was drawn of a short sound is not made again to hear it."""
_FEWEST_KEPT = 3
_READ_TO_DRAW = 1 << 19
"""Up to so many samples are worked out to be drawn; of more, the outline is that of the sound before."""
_LOOKS = 64
_SAMPLES_LOOKED_AT = 3


class GridStage(Stage):
    """A stage that makes whole blocks, keeps the last of them, and hands out parts.

    Parameters
    ----------
    upstream : the stage before
    length : how many frames come out
    block : frames in a block; the last one is cut to fit

    A kind of effect says how a block is made in `made`.
    """

    def __init__(self, upstream: Stage, length: int, block: int) -> None:
        super().__init__(upstream.samplerate, upstream.channels, length)
        self.upstream = upstream
        self.block = block
        self._blocks: OrderedDict[int, Samples] = OrderedDict()
        self._most = max(_FEWEST_KEPT, _KEPT_SAMPLES // (block * upstream.channels))
        self._lock = threading.Lock()
        self._drawn_share: float | None = None

    def made(self, start: int, stop: int) -> Samples:
        """The frames of one block, which begins at a multiple of `block`."""
        raise NotImplementedError

    def read(self, start: int, stop: int) -> Samples:
        """Frames put together from whole blocks."""
        samples = np.empty((stop - start, self.channels))
        place = start
        while place < stop:
            index = place // self.block
            begin, end = index * self.block, min(stop, (index + 1) * self.block)
            samples[place - start : end - start] = self._made(index)[place - begin : end - begin]
            place = end
        return samples

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """From the samples when they are few, otherwise as `drawn`."""
        if (stop - start) * self.channels <= _READ_TO_DRAW:
            return super().columns(start, stop, width)
        return self.drawn(start, stop, width)

    def drawn(self, start: int, stop: int, width: int) -> Columns:
        """The columns of the stage before, as high as the effect leaves its loudest moments."""
        if self._drawn_share is None:
            self._drawn_share = self._share()
        lows, highs = columns_around(self.upstream, start, stop, width)
        share = np.float32(self._drawn_share)
        return lows * share, highs * share

    def _made(self, index: int) -> Samples:
        with self._lock:
            block = self._blocks.get(index)
            if block is not None:
                self._blocks.move_to_end(index)
                return block
        start = index * self.block
        block = self.made(start, min(start + self.block, self.length))
        with self._lock:
            self._blocks[index] = block
            while len(self._blocks) > self._most:
                self._blocks.popitem(last=False)
        return block

    def _share(self) -> float:
        """How much of the height is left in the loudest places."""
        lows, highs = self.upstream.columns(0, self.upstream.length, _LOOKS)
        shares = []
        for column in np.argsort(np.maximum(highs, -lows), kind="stable")[-_SAMPLES_LOOKED_AT:].tolist():
            index = (2 * column + 1) * self.upstream.length // (2 * _LOOKS) // self.block
            before = self.upstream.read(
                index * self.block, min((index + 1) * self.block, self.upstream.length)
            )
            if (height := highest(before)) > 0:
                shares.append(highest(self._made(index)) / height)
        return sum(shares) / len(shares) if shares else 1.0
