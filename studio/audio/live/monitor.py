"""Hearing oneself while recording: what the microphone hears, played at once."""

from collections import deque
from collections.abc import Callable

import numpy as np

from studio.audio.clip import Frames
from studio.audio.live.streams import OpenOutput, Stream, open_output
from studio.audio.mixing import with_channels
from studio.audio.units import db_to_amplitude
from studio.errors import StudioError

BLOCK_FRAMES = 1024
"""21 ms at 48 kHz: not one was late beside a screen that draws ten times a second (measured)."""
LATENCY_SECONDS = 0.06
GAIN_DB = -6.0
"""Headphones are close to the ears, and a microphone may be knocked."""
_MOST_BLOCKS = 4
"""More waits only where the clocks of the two devices differ, or after a standstill: then it is dropped."""


class CannotHearYourself(StudioError):
    """The microphone cannot be heard while one records; the recording itself goes on."""


class Monitor:
    """A stream to the headphones; `give` is quick enough for the microphone's callback.

    Recording never depends on it: what it cannot play is not heard, and nothing more.
    """

    def __init__(self, *, open_stream: OpenOutput = open_output) -> None:
        self._open_stream = open_stream
        self._stream: Stream | None = None
        self._waiting: deque[Frames] = deque()
        self._given = self._played = 0
        self._rest: Frames | None = None
        self._is_flowing = False
        self._gain = np.float32(db_to_amplitude(GAIN_DB))

    def start(self, samplerate: int) -> None:
        """Open the usual headphones or speakers at the microphone's rate.

        Raises
        ------
        CannotHearYourself
            If there are none, or they take another rate only.
        """
        stream: Stream | None = None
        try:
            stream = self._open_stream(
                self._fill,
                _nothing,
                samplerate=samplerate,
                block_frames=BLOCK_FRAMES,
                latency_seconds=LATENCY_SECONDS,
            )
            if stream.samplerate != samplerate:
                raise _not_heard()
            stream.start()
        except StudioError as error:
            if stream is not None:
                stream.close()
            raise _not_heard() from error
        self._stream = stream

    def give(self, frames: Frames) -> None:
        """Let a block be heard."""
        self._waiting.append(frames)
        self._given += len(frames)

    def close(self) -> None:
        """Be silent; again does nothing."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _fill(self, out: Frames) -> bool:
        """Called by PortAudio for the next block to be heard."""
        there = self._given - self._played
        if there > max(_MOST_BLOCKS * len(out), self._longest_waiting() + 2 * len(out)):
            there = self._drop(there - 2 * len(out))
        self._is_flowing = there >= (len(out) if self._is_flowing else 2 * len(out))
        if not self._is_flowing:
            out[:] = 0.0
            return True
        heard = with_channels(self._next(len(out)), out.shape[1])
        np.clip(heard * self._gain, -1.0, 1.0, out=out)
        return True

    def _longest_waiting(self) -> int:
        return max((len(frames) for frames in self._waiting.copy()), default=0)

    def _drop(self, frames: int) -> int:
        self._next(frames)
        return self._given - self._played

    def _next(self, wanted: int) -> Frames:
        """So many of the frames that wait; there are as many."""
        pieces = []
        self._played += wanted
        while wanted:
            piece = self._waiting.popleft() if self._rest is None else self._rest
            self._rest = piece[wanted:] if len(piece) > wanted else None
            pieces.append(piece[:wanted])
            wanted -= len(pieces[-1])
        return np.concatenate(pieces)


def _not_heard() -> CannotHearYourself:
    return CannotHearYourself(
        "You cannot hear yourself through these headphones.", "The recording works all the same."
    )


def _nothing() -> None:
    """Headphones that are pulled out end nothing."""


OpenMonitor = Callable[[], Monitor]
