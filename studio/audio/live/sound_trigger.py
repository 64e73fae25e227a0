"""Hears whether somebody made a sound, whatever the room is like."""

from collections import deque
from statistics import median

import numpy as np

from studio.audio.clip import Frames
from studio.audio.units import db_to_amplitude

DEAF_SECONDS = 0.3
"""At first it does not listen: the key that armed it makes a noise, too."""
LEARN_SECONDS = 0.2
"""How long it hears the room before it can tell a sound from it."""
REMEMBERED_SECONDS = 2.0
ABOVE_ROOM_DB = 12.0
"""A sound is this much above the room: the peaks of steady noise stay within 6 dB of their median."""
FAINTEST_DBFS = -48.0
"""In a silent room a sound is what is louder than this."""
LOUDEST_DBFS = -6.0
"""However loud the room is, this is a sound."""


class SoundTrigger:
    """Told block by block what the microphone hears; quick enough for PortAudio's callback."""

    def __init__(self, samplerate: int) -> None:
        self._deaf = round(DEAF_SECONDS * samplerate)
        self._learning = round(LEARN_SECONDS * samplerate)
        self._most = round(REMEMBERED_SECONDS * samplerate)
        self._peaks: deque[tuple[int, float]] = deque()
        self._remembered = 0

    @property
    def is_deaf(self) -> bool:
        """Whether it does not listen yet."""
        return self._deaf > 0

    def hears(self, frames: Frames) -> bool:
        """Whether there is a sound in this block.

        Parameters
        ----------
        frames : (frames, channels), the next block; an empty one has no sound
        """
        if self._deaf > 0:
            self._deaf -= len(frames)
            return False
        if not len(frames):
            return False
        peak = max(float(np.max(frames)), -float(np.min(frames)))
        if self._learning <= 0 and peak > self._threshold():
            return True
        self._learning -= len(frames)
        self._peaks.append((len(frames), peak))
        self._remembered += len(frames)
        while self._remembered - self._peaks[0][0] > self._most:
            self._remembered -= self._peaks.popleft()[0]
        return False

    def _threshold(self) -> float:
        room = median(peak for _, peak in self._peaks)
        return min(
            max(room * db_to_amplitude(ABOVE_ROOM_DB), db_to_amplitude(FAINTEST_DBFS)),
            db_to_amplitude(LOUDEST_DBFS),
        )
