"""Echo: the sound comes back again and again, each time quieter."""

import math

import numpy as np
import numpy.typing as npt

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around, columns_around
from studio.audio.rendering.effects.band import held
from studio.audio.rendering.effects.grid import GridStage
from studio.audio.rendering.stage import Columns, Stage
from studio.audio.steps.colouring import echoes
from studio.audio.units import seconds_to_frames

_BLOCK_FRAMES = 1 << 15
_MOST_COLUMNS = 1 << 13
"""Of the sound before, to draw its echoes from."""
_SLACK = 1e-6
Heights = npt.NDArray[np.float32]


def echo(upstream: Stage, seconds: float, strength: float) -> Stage:
    """The sound with its echoes; about as loud as it was without.

    Parameters
    ----------
    upstream : the stage before
    seconds : from one echo to the next
    strength : how much of the amplitude each keeps of the one before, 0 to below 1
    """
    return held(_Echo(upstream, seconds, strength)) if upstream.length else upstream


class _Echo(GridStage):
    """The sound and so many echoes.

    Echoes are added up one by one from the sound before, never from echoes that were added up already:
    any place can be read without what came before it.
    """

    def __init__(self, upstream: Stage, seconds: float, strength: float) -> None:
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
        super().__init__(upstream, upstream.length + self._latest, _BLOCK_FRAMES)

    def made(self, start: int, stop: int) -> Samples:
        """One block, its echoes added up from the first to the last."""
        samples, part = np.empty((2, stop - start, self.channels))
        near = self._latest <= (len(self._echoes) - 1) * (stop - start)
        at_once = around(self.upstream, start - self._latest, stop) if near else None
        for late, gain in self._echoes:
            if at_once is None:
                heard = around(self.upstream, start - late, stop - late)
            else:
                heard = at_once[self._latest - late :][: stop - start]
            np.multiply(heard, gain, out=part if late else samples)
            if late:
                samples += part
        return samples

    def drawn(self, start: int, stop: int, width: int) -> Columns:
        """The columns of the sound and of each echo, added up by their powers.

        The sound before is looked at once, finely, and not once an echo: it may be echoes of echoes.
        """
        span = stop - start + self._latest
        fine = min(_MOST_COLUMNS, -(-width * span // (stop - start)))
        before = columns_around(self.upstream, start - self._latest, stop, fine)
        edges = np.linspace(0, stop - start, width + 1) * fine / span
        powers = np.zeros((2, width), dtype=np.float32)
        for late, gain in self._echoes:
            moved = edges + (self._latest - late) * fine / span
            for way, heights in enumerate(before):
                powers[way] += np.square(_largest(heights, moved) * np.float32(gain))
        heights = np.sqrt(powers)
        return -heights[0], heights[1]


def _largest(heights: Heights, edges: npt.NDArray[np.float64]) -> Heights:
    """The height farthest from silence between each edge and the next, both in columns."""
    first = np.clip(np.floor(edges[:-1] + _SLACK).astype(int), 0, heights.size - 1)
    last = np.maximum(first + 1, np.ceil(edges[1:] - _SLACK).astype(int))
    runs = np.stack([first, last], axis=1).ravel()
    padded = np.append(np.abs(heights), np.zeros(2, dtype=heights.dtype))
    found: Heights = np.maximum.reduceat(padded, np.minimum(runs, heights.size))[::2]
    return found
