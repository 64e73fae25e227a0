"""What comes in from the microphone, measured: how loud it is, what was clipped, how long it is silent."""

from collections import deque

import numpy as np

from studio.audio.clip import Frames
from studio.audio.levels import FULL_SCALE, Levels, measure

LEVEL_SECONDS = 0.3


class TakeMeter:
    """Measures one take: `see` is quick enough for PortAudio's callback, the rest is for a thread."""

    def __init__(self) -> None:
        self.clipped = 0
        """Samples of the take at full scale so far."""
        self.silent = 0
        """Frames of exact silence up to now, in the take or before it."""
        self.heard = False
        """Whether there is anything but exact silence in the take."""
        self._recent: deque[Frames] = deque(maxlen=64)

    def see(self, frames: Frames) -> None:
        """Remember the newest block, for `levels`."""
        self._recent.append(frames)

    def listen(self, frames: Frames) -> None:
        """Count how long it is silent up to the end of the next block."""
        heard = np.flatnonzero(frames.any(axis=1))
        self.silent = self.silent + len(frames) if not len(heard) else len(frames) - 1 - int(heard[-1])

    def take(self, frames: Frames) -> None:
        """Count what is clipped in the next block of the take, and whether there is anything in it."""
        self.clipped += int(np.count_nonzero(np.abs(frames) >= FULL_SCALE))
        self.heard = self.heard or bool(frames.any())

    def levels(self, samplerate: int) -> Levels | None:
        """How loud the last moments were; `None` before the first block."""
        wanted, taken = round(LEVEL_SECONDS * samplerate), []
        for frames in reversed(self._recent.copy()):
            taken.append(frames)
            wanted -= len(frames)
            if wanted <= 0:
                break
        return measure(np.concatenate(taken)) if taken else None
