"""A microphone that is only listened to: the last moment of what it hears, and nothing kept."""

import time
from collections import deque
from collections.abc import Callable

import numpy as np

from studio.audio.clip import Frames
from studio.audio.live.devices import Device, DeviceGone
from studio.audio.live.recorder_status import MicrophoneStalled
from studio.audio.live.streams import OpenInput, Stream, open_input
from studio.errors import StudioError

STALLED_SECONDS = 2.0

_MOST_HELD_FRAMES = 1 << 15
"""A third of a second even at 96 kHz."""


class Listener:
    """Holds the last moment; what is older is forgotten and was never on a disk.

    Parameters
    ----------
    device : a device, its number or part of its name; the usual microphone otherwise
    """

    def __init__(
        self,
        *,
        device: Device | str | int | None = None,
        open_stream: OpenInput = open_input,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._device = device
        self._open_stream = open_stream
        self._clock = clock
        self._stream: Stream | None = None
        self._blocks: deque[Frames] = deque()
        self._held = self._silent = 0
        self._last_block = 0.0
        self._ended = self._closing = False

    def start(self) -> None:
        """Open the microphone; takes a moment, so not for a thread that draws.

        Raises
        ------
        StudioError
            If there is no sound system or no microphone.
        """
        if self._stream is not None:
            raise ValueError("a listener listens once")
        self._stream = self._open_stream(self._on_block, self._on_end, device=self._device, channels=1)
        self._last_block = self._clock()
        try:
            self._stream.start()
        except StudioError:
            self.close()
            raise

    @property
    def samplerate(self) -> int:
        """Frames a second, as the device gives them; known once it has started."""
        if self._stream is None:
            raise ValueError("it does not listen yet")
        return self._stream.samplerate

    @property
    def problem(self) -> StudioError | None:
        """Why nothing is heard any more, if so."""
        if self._ended:
            return DeviceGone("The microphone went away.", "Plug it in again, then press R.")
        if self._clock() - self._last_block > STALLED_SECONDS:
            return MicrophoneStalled("No sound comes from the microphone.", "Plug it in again, then press R.")
        return None

    @property
    def silent_seconds(self) -> float:
        """How long every sample has been exactly zero: no room is so quiet, but a muted microphone is."""
        return self._silent / self.samplerate

    def latest(self, seconds: float) -> Frames:
        """The newest frames, so many seconds of them or as many as there are; quick."""
        wanted = round(seconds * self.samplerate)
        blocks = list(self._blocks.copy())
        heard = np.concatenate(blocks) if blocks else np.zeros((0, 1), np.float32)
        return heard[-wanted:]

    def close(self) -> None:
        """Stop listening; again does nothing."""
        self._closing = True
        if self._stream is not None:
            self._stream.close()

    def _on_block(self, frames: Frames, overflowed: bool) -> None:
        """Called by PortAudio: queue, and forget what is old."""
        self._last_block = self._clock()
        self._silent = 0 if frames.any() else self._silent + len(frames)
        self._blocks.append(frames)
        self._held += len(frames)
        while self._held - len(self._blocks[0]) > _MOST_HELD_FRAMES:
            self._held -= len(self._blocks.popleft())

    def _on_end(self) -> None:
        self._ended = not self._closing
