"""Effects that work on short windows, one after another, each half over the next."""

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import around
from studio.audio.rendering.effects.grid import GridStage
from studio.audio.rendering.stage import Stage

_BLOCK_FRAMES = 1 << 14


class WindowStage(GridStage):
    """A stage that takes windows of two hops from the sound, changes each, and lays them over each other.

    Parameters
    ----------
    upstream : the stage before
    hop : frames from one window to the next
    reach : how many windows more, on both sides, one must know to change a window
    """

    def __init__(self, upstream: Stage, hop: int, reach: int = 0) -> None:
        super().__init__(upstream, upstream.length, hop * max(1, _BLOCK_FRAMES // hop))
        self.hop = hop
        self._reach = reach

    def changed(self, windows: Samples) -> Samples:
        """Windows `(windows, channels, 2 * hop)` as they are to be added up; `reach` fewer on both sides."""
        raise NotImplementedError

    def made(self, start: int, stop: int) -> Samples:
        """One block. The hop from one window's middle to the next is where those two lie over each other."""
        begin = start - (1 + self._reach) * self.hop
        end = start + self.block + (1 + self._reach) * self.hop
        heard = np.ascontiguousarray(around(self.upstream, begin, end).T)
        views = np.lib.stride_tricks.sliding_window_view(heard, 2 * self.hop, axis=1)[:, :: self.hop]
        windows = self.changed(views.transpose(1, 0, 2))
        added = windows[:-1, :, self.hop :] + windows[1:, :, : self.hop]
        return np.ascontiguousarray(added.transpose(0, 2, 1).reshape(self.block, -1)[: stop - start])


def hann(frames: int) -> Samples:
    """A window that adds up to 1 with itself half its length later; it is nothing at neither end."""
    window: Samples = 0.5 - 0.5 * np.cos(2 * np.pi * (np.arange(frames) + 0.5) / frames)
    return window
