"""A microphone that is open: counts what comes, and lets into the take what belongs to it."""

import time
from collections.abc import Callable
from typing import Any, Literal

from studio.audio.clip import Frames
from studio.audio.levels import Levels
from studio.audio.live.monitor import CannotHearYourself, Monitor, OpenMonitor
from studio.audio.live.streams import OpenInput
from studio.audio.live.take_gate import TakeGate
from studio.audio.live.take_meter import TakeMeter
from studio.audio.live.take_thread import Arrived, TakeThread
from studio.audio.live.take_writer import TakeWriter
from studio.audio.units import seconds_to_frames
from studio.errors import StudioError

STALLED_SECONDS = 2.0

_CATCH_UP_SECONDS = 1.0
_LOOK_SECONDS = 0.005


class OpenMicrophone:
    """Open from its making on until `close`; sound comes from `start` on.

    Parameters
    ----------
    open_stream : opens the device that `wanted` describes
    longest_seconds : what the take may have at most; `None` for no end
    most_held_bytes : what the disk may refuse before sound is dropped
    monitor : makes what plays the sound that comes; `None` for nothing

    Raises
    ------
    StudioError
        If there is no sound system or no microphone.
    """

    def __init__(
        self,
        open_stream: OpenInput,
        wanted: dict[str, Any],
        *,
        longest_seconds: float | None,
        most_held_bytes: int,
        monitor: OpenMonitor | None,
        clock: Callable[[], float],
    ) -> None:
        self.dropped = 0
        """Frames for which there was no memory."""
        self.overflows = 0
        """How often the device said that it dropped sound."""
        self.notice: CannotHearYourself | None = None
        self._clock = clock
        self._most_held_bytes = most_held_bytes
        self._arrived = 0
        self._ended = self._closing = False
        self._monitor: Monitor | None = None
        self._stream = open_stream(self._on_block, self._on_end, **wanted)
        self.samplerate, self.channels = self._stream.samplerate, self._stream.channels
        longest = None if longest_seconds is None else seconds_to_frames(longest_seconds, self.samplerate)
        self.gate = TakeGate(self.samplerate, longest=longest)
        self._thread = TakeThread(self.samplerate, clock=clock)
        self._make_monitor = monitor
        self._last_block = clock()

    def start(self) -> None:
        """Let the sound come.

        Raises
        ------
        StudioError
            If the device does not start; it is closed then.
        """
        self._last_block = self._clock()
        try:
            self._stream.start()
        except StudioError:
            self.close()
            raise
        if self._make_monitor is not None:
            self._hear(self._make_monitor())

    @property
    def meter(self) -> TakeMeter:
        """What was measured."""
        return self._thread.meter

    @property
    def lost_seconds(self) -> float:
        """What never came while the take was made, or had to be dropped."""
        return self._thread.lost_seconds + self.dropped / self.samplerate

    @property
    def state(self) -> Literal["live", "lost", "stalled"]:
        """Whether sound comes."""
        if self._ended and not self._closing:
            return "lost"
        return "stalled" if self._clock() - self._last_block > STALLED_SECONDS else "live"

    def levels(self) -> Levels | None:
        """How loud the last moments were; `None` when nothing comes."""
        return self.meter.levels(self.samplerate) if self.state == "live" else None

    def unwritten(self) -> int:
        """Frames of the take that are not on the disk."""
        writer = self._thread.writer
        return self.gate.taken - (0 if writer is None else writer.written)

    def write_to(self, writer: TakeWriter) -> None:
        """Say where the take goes; before its gate is opened."""
        self._thread.writer = writer

    def wait_for_the_last_blocks(self) -> None:
        """What was heard before the key press is still on its way: after a hang, seconds of it."""
        latency = self._stream.latency
        pressed = self._clock()
        for _ in range(round((_CATCH_UP_SECONDS + latency) / _LOOK_SECONDS)):
            due = self._thread.due(pressed + latency)  # 0 until our thread has seen a block
            has_come = 0 < due <= self._arrived
            if has_come or self.gate.state != "open" or not self.gate.taken or self.state != "live":
                return
            time.sleep(_LOOK_SECONDS)

    def close(self) -> bool:
        """Close it and write what came; false when the disk hangs for so long that we go on without it."""
        self._closing = True
        if self._monitor is not None:
            self._monitor.close()
        self._stream.close()
        ended = self._thread.end()
        if ended and self.gate.state == "open":
            self._thread.settle()
        return ended

    def _hear(self, monitor: Monitor) -> None:
        try:
            monitor.start(self.samplerate)
        except CannotHearYourself as error:
            self.notice = error
            return
        self._monitor = monitor

    def _on_block(self, frames: Frames, overflowed: bool) -> None:
        """Called by PortAudio: copies were made, so only queue and count."""
        if self._closing:
            return
        now = self._clock()
        self._last_block = now
        self._arrived += len(frames)
        self.overflows += overflowed
        self.meter.see(frames)
        if self._monitor is not None:
            self._monitor.give(frames)
        if self.unwritten() * frames.strides[0] > self._most_held_bytes:
            self.dropped += len(frames)
            return
        self._thread.give(Arrived(frames, now, self.gate.pass_on(frames)))

    def _on_end(self) -> None:
        self._ended = True
