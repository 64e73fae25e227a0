"""What comes in from the microphone, measured: how loud it is, what was clipped, how long it is silent."""

from collections import deque

import numpy as np

from studio.audio.clip import Frames
from studio.audio.levels import FULL_SCALE, Levels, measure

LEVEL_SECONDS = 0.3


class TakeMeter:
    """Measures one take: `see` is quick enough for PortAudio's callback, `count` is for the take's thread."""

    def __init__(self) -> None:
        self.clipped = 0
        """Samples at full scale so far."""
        self.silent = 0
        """Frames of exact silence up to now."""
        self._recent: deque[Frames] = deque(maxlen=64)

    def see(self, frames: Frames) -> None:
        """Remember the newest block, for `levels`."""
        self._recent.append(frames)

    def count(self, frames: Frames) -> None:
        """Count what is clipped and what is silent in the next block."""
        self.clipped += int(np.count_nonzero(np.abs(frames) >= FULL_SCALE))
        heard = np.flatnonzero(frames.any(axis=1))
        self.silent = self.silent + len(frames) if not len(heard) else len(frames) - 1 - int(heard[-1])

    def levels(self, samplerate: int) -> Levels | None:
        """How loud the last moments were; `None` before the first block."""
        wanted, taken = round(LEVEL_SECONDS * samplerate), []
        for frames in reversed(self._recent.copy()):
            taken.append(frames)
            wanted -= len(frames)
            if wanted <= 0:
                break
        return measure(np.concatenate(taken)) if taken else None
