"""Echo: the sound comes back again and again, each time quieter."""

import math

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around, columns_around
from studio.audio.rendering.effects.band import held
from studio.audio.rendering.stage import Columns, Stage, blocks
from studio.audio.steps.colouring import echoes
from studio.audio.units import seconds_to_frames


def echo(upstream: Stage, seconds: float, strength: float) -> Stage:
    """The sound with its echoes; about as loud as it was without.

    Parameters
    ----------
    upstream : the stage before
    seconds : from one echo to the next
    strength : how much of the amplitude each keeps of the one before, 0 to below 1
    """
    return held(_Echo(upstream, seconds, strength)) if upstream.length else upstream


class _Echo(Stage):
    """The sound and so many echoes.

    Echoes are added up one by one from the sound before, never from echoes that were added up already:
    any place can be read without what came before it.
    """

    def __init__(self, upstream: Stage, seconds: float, strength: float) -> None:
        self.upstream = upstream
        count = echoes(strength) + 1
        # Sounds that have nothing to do with each other add up by their powers, as far as they meet.
        late = seconds * upstream.samplerate / upstream.length
        meeting = [max(0.0, 1 - echo * late) for echo in range(count)]
        level = 1 / math.sqrt(sum(strength ** (2 * echo) * share for echo, share in enumerate(meeting)))
        self._echoes = [
            (seconds_to_frames(echo * seconds, upstream.samplerate), level * strength**echo)
            for echo in range(count)
        ]
        """By how many frames each is late, and its gain; the first is the sound itself."""
        self._latest = self._echoes[-1][0]
        super().__init__(upstream.samplerate, upstream.channels, upstream.length + self._latest)

    def read(self, start: int, stop: int) -> Samples:
        """The sound and its echoes."""
        samples = np.empty((stop - start, self.channels))
        for first, last in blocks(start, stop, self.channels):
            self._add_up(samples[first - start : last - start], first, last)
        return samples

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """Those of the sound and of each echo, added up by their powers."""
        powers = np.zeros((2, width), dtype=np.float32)
        for late, gain in self._echoes:
            for way, heights in enumerate(columns_around(self.upstream, start - late, stop - late, width)):
                powers[way] += np.square(heights * np.float32(gain))
        heights = np.sqrt(powers)
        return -heights[0], heights[1]

    def _add_up(self, samples: Samples, start: int, stop: int) -> None:
        """Always from the first to the last: the same sums, to the bit, wherever a read begins."""
        near = self._latest <= (len(self._echoes) - 1) * (stop - start)
        at_once = around(self.upstream, start - self._latest, stop) if near else None
        part = np.empty_like(samples)
        for late, gain in self._echoes:
            if at_once is None:
                heard = around(self.upstream, start - late, stop - late)
            else:
                heard = at_once[self._latest - late :][: stop - start]
            np.multiply(heard, gain, out=part if late else samples)
            if late:
                samples += part
