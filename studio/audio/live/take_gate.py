"""The gate between the microphone and the take: which of the blocks that come go into it."""

from collections import deque
from typing import Literal

from studio.audio.clip import Frames
from studio.audio.live.sound_trigger import SoundTrigger
from studio.audio.units import seconds_to_frames

PRE_ROLL_SECONDS = 0.5
"""What a take that a sound starts has of the time before it, so that the attack is whole."""

GateState = Literal["shut", "waiting", "open", "paused", "full"]


class TakeGate:
    """Shut at first. `pass_on` is called for every block, in PortAudio's callback.

    Parameters
    ----------
    samplerate : frames a second
    longest : frames that a take may have; `None` for no end
    """

    def __init__(self, samplerate: int, *, longest: int | None = None) -> None:
        self.state: GateState = "shut"
        self.taken = 0
        """Frames that went into the take."""
        self._samplerate = samplerate
        self._longest = longest
        self._trigger = SoundTrigger(samplerate)
        self._before: deque[Frames] = deque()
        """What was heard while it waited, the last half second of it."""
        self._kept = 0

    @property
    def left(self) -> int | None:
        """Frames that the take may still have; `None` for no end."""
        return None if self._longest is None else self._longest - self.taken

    def open(self, *, when_heard: bool = False) -> None:
        """Let the blocks through from now on, or from the first sound on."""
        self.state = "waiting" if when_heard else "open"

    def pause(self) -> None:
        """Let nothing through for a while."""
        if self.state == "open":
            self.state = "paused"

    def go_on(self) -> None:
        """Let the blocks through again; the gap leaves no trace."""
        if self.state == "paused":
            self.state = "open"

    def longer(self, seconds: float) -> None:
        """Let the take be so much longer; one without an end has none still."""
        if self._longest is not None:
            self._longest += seconds_to_frames(seconds, self._samplerate)

    def pass_on(self, frames: Frames) -> list[Frames]:
        """What of this block, and of those before it, goes into the take now."""
        if self.state == "waiting":
            return self._cut(self._heard(frames))
        return self._cut([frames]) if self.state == "open" else []

    def _heard(self, frames: Frames) -> list[Frames]:
        was_deaf = self._trigger.is_deaf
        if self._trigger.hears(frames):
            self.state = "open"
            before, self._before = [*self._before, frames], deque()
            return before
        if not was_deaf:
            self._before.append(frames)
            self._kept += len(frames)
            while self._kept - len(self._before[0]) >= PRE_ROLL_SECONDS * self._samplerate:
                self._kept -= len(self._before.popleft())
        return []

    def _cut(self, blocks: list[Frames]) -> list[Frames]:
        """The blocks, as far as the take may go."""
        through = []
        for frames in blocks:
            left = self.left
            piece = frames if left is None else frames[:left]
            through.append(piece)
            self.taken += len(piece)
        if self.left == 0:
            self.state = "full"
        return [piece for piece in through if len(piece)]
