"""Microphones and speakers that a test drives by hand."""

from collections.abc import Callable
from typing import Any

import numpy as np

from studio.audio.clip import Frames
from studio.errors import StudioError


class FakeClock:
    """A clock that goes when told to, and a little with every look at it where `step` says so."""

    def __init__(self, *, step: float = 0.0) -> None:
        self.now = 1000.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


class FakeMicrophone:
    """A stream whose blocks come from the test; `open` is what a recorder opens it by."""

    def __init__(
        self, clock: FakeClock | None = None, *, samplerate: int = 48000, answers: bool = True
    ) -> None:
        self.samplerate = samplerate
        self.channels = 1
        self.latency = 0.0
        self.refuses_to_start: StudioError | None = None
        self.is_open = False
        self.wanted: dict[str, Any] = {}
        self._clock = clock
        self._answers = answers

    def open(
        self, on_block: Callable[..., None], on_end: Callable[[], None], **wanted: Any
    ) -> "FakeMicrophone":
        self._on_block, self.vanish = on_block, on_end
        self.wanted = wanted
        self.channels = wanted["channels"]
        self.is_open = True
        return self

    def start(self) -> None:
        if self.refuses_to_start is not None:
            raise self.refuses_to_start

    def close(self) -> bool:
        self.is_open = False
        self.vanish()
        return self._answers

    def hear(self, sound: Frames, *, block: int = 480, overflowed: bool = False) -> None:
        """The sound arrives, block for block, in its own time."""
        frames = sound if sound.ndim == 2 else sound[:, None]
        for start in range(0, len(frames), block):
            piece = frames[start : start + block]
            if self._clock is not None:
                self._clock.now += len(piece) / self.samplerate
            self._on_block(piece.copy(), overflowed)


class FakeSpeakers:
    """A stream that takes a block whenever the test says; `open` is what a player opens it by."""

    def __init__(self, *, samplerate: int | None = None, channels: int = 2, block: int = 2048) -> None:
        self.samplerate = samplerate or 0
        self.channels = channels
        self.latency = 0.0
        self.started = False
        self.is_open = False
        self.heard: list[Frames] = []
        self._block = block

    def open(
        self, fill: Callable[[Frames], bool], on_end: Callable[[], None], **wanted: Any
    ) -> "FakeSpeakers":
        self._fill, self.vanish = fill, on_end
        self.samplerate = self.samplerate or wanted["samplerate"]
        self.is_open = True
        return self

    def start(self) -> None:
        self.started = True

    def close(self) -> bool:
        self.is_open = False
        return True

    def take(self, blocks: int = 1) -> None:
        """Play some blocks; the stream ends where there are no more."""
        for _ in range(blocks):
            out = np.full((self._block, self.channels), np.nan, dtype=np.float32)
            more = self._fill(out)
            self.heard.append(out)
            if not more:
                self.vanish()
                return
