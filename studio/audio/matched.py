"""A sound in the shape of another: its samplerate and its channels, readable from any place."""

from math import ceil, gcd

import numpy as np

from studio.audio.clip import Frames
from studio.audio.mixing import with_channels
from studio.audio.source import SoundSource

_BLOCK_FRAMES = 1 << 16
_AROUND_FRAMES = 1 << 12
"""Heard before and after each block, so that the filter has settled: soxr's is much shorter."""


class Matched:
    """A source in another samplerate, with as many channels; a `SoundSource`. Any thread may read.

    Parameters
    ----------
    source : any sound
    samplerate : frames a second from now on
    channels : one or two, or as many as the source has

    It is worked out in blocks on a grid that begins with the sound, each with what lies around it, so
    that any part can be read alone and comes out the same; what has the shape already passes unchanged.
    """

    def __init__(self, source: SoundSource, samplerate: int, channels: int) -> None:
        self.samplerate = samplerate
        self.channels = channels
        self.length = (source.length * samplerate + source.samplerate // 2) // source.samplerate
        self._source = source
        common = gcd(source.samplerate, samplerate)
        self._unit = source.samplerate // common
        """Frames of the source that become a whole number of frames: blocks and their surroundings are
        multiples of it."""
        self._made = samplerate // common
        self._units = max(1, _BLOCK_FRAMES // max(self._unit, self._made))
        self._around = ceil(_AROUND_FRAMES / self._unit)
        self._newest: tuple[int, Frames] | None = None

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open)."""
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        if self._source.samplerate == self.samplerate:
            return with_channels(self._source.read(start, stop), self.channels)
        size = self._units * self._made
        frames = np.zeros((stop - start, self.channels), dtype=np.float32)
        for index in range(start // size, -(-stop // size)):
            first, last = max(start, index * size), min(stop, (index + 1) * size)
            place = index * size
            block = self._block(index)[first - place : last - place]
            frames[first - start : last - start] = block
        return frames

    def _block(self, index: int) -> Frames:
        newest = self._newest  # one look: another thread may put its own there
        if newest is not None and newest[0] == index:
            return newest[1]
        import soxr  # tens of milliseconds, and rarely needed

        first = (index * self._units - self._around) * self._unit
        last = first + (self._units + 2 * self._around) * self._unit
        made = soxr.resample(self._padded(first, last), self._source.samplerate, self.samplerate)
        begin = self._around * self._made
        block: Frames = with_channels(made[begin : begin + self._units * self._made], self.channels)
        self._newest = (index, block)
        return block

    def _padded(self, first: int, last: int) -> Frames:
        """Frames of the source, with silence for those before its start and after its end."""
        padded = np.zeros((last - first, self._source.channels), dtype=np.float32)
        begin, end = max(first, 0), min(last, self._source.length)
        if begin < end:
            padded[begin - first : end - first] = self._source.read(begin, end)
        return padded


def alike(sources: list[SoundSource]) -> list[SoundSource]:
    """The same sounds in one samplerate, the highest among them, and with as many channels each.

    Sounds that are all alike stay what they are; of more than two channels, two stay otherwise.
    """
    samplerate = max(source.samplerate for source in sources)
    widths = {source.channels for source in sources}
    channels = widths.pop() if len(widths) == 1 else min(2, max(source.channels for source in sources))
    return [
        source
        if (source.samplerate, source.channels) == (samplerate, channels)
        else Matched(source, samplerate, channels)
        for source in sources
    ]
