"""The recorder: from the microphone to a file that is whole at every moment."""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue

from studio.audio.clip import Frames
from studio.audio.files.wav import WavFault, WavFile
from studio.audio.live.arrival_clock import ArrivalClock
from studio.audio.live.devices import Device, DeviceGone
from studio.audio.live.recorder_status import (
    MemoryFull,
    MicrophoneSilent,
    MicrophoneStalled,
    NothingRecorded,
    RecorderStatus,
    State,
)
from studio.audio.live.streams import OpenInput, Stream, open_input
from studio.audio.live.take_file import FinishedTake
from studio.audio.live.take_meter import TakeMeter
from studio.audio.live.take_writer import DiskFault, DiskFull, TakeWriter
from studio.audio.overview import Overview, overview_of
from studio.audio.units import SILENCE_DBFS
from studio.errors import StudioError

__all__ = [
    "FinishedTake",
    "MemoryFull",
    "MicrophoneSilent",
    "MicrophoneStalled",
    "NothingRecorded",
    "Recorder",
    "RecorderStatus",
]

STALLED_SECONDS = 2.0
SILENT_SECONDS = 1.0
MOST_HELD_BYTES = 128 << 20
"""Eleven minutes of mono at 48 kHz: what a disk may refuse before sound is dropped."""
SLOW_DISK_SECONDS = 5.0

_CATCH_UP_SECONDS = 1.0
_LOOK_SECONDS = 0.005
_LAST_WRITE_SECONDS = 10.0


class Recorder:
    """Records one take.

    PortAudio's callback copies a block, queues it and counts; a thread of ours owns the disk. So a slow
    disk or screen loses no sound, and a killed program only the blocks that were on their way.

    Parameters
    ----------
    folder : where the take goes, as `<date-time>-<random>.wav.part` until it is finished
    device : a device, its number or part of its name; the usual microphone otherwise
    samplerate : 48 kHz or else what the device gives
    channels : wanted; the device may give others
    fallback : a second folder for a take that the first one refuses at the end
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: Device | str | int | None = None,
        samplerate: int | None = None,
        channels: int = 1,
        fallback: Path | None = None,
        most_held_bytes: int = MOST_HELD_BYTES,
        open_stream: OpenInput = open_input,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._fallback = fallback
        self._wanted = {"device": device, "samplerate": samplerate, "channels": channels}
        self._most_held_bytes = most_held_bytes
        self._open_stream = open_stream
        self._clock = clock
        self._stream: Stream | None = None
        self._finished: FinishedTake | None = None
        self._ended = False
        self._closing = False
        self._queue: SimpleQueue[tuple[Frames, float] | None] = SimpleQueue()
        self._meter = TakeMeter()
        self._received = self._dropped = self._overflows = 0
        self._last_block = 0.0

    def start(self) -> None:
        """Open the microphone and the file; takes a moment, so not for a thread that draws.

        Raises
        ------
        StudioError
            If there is no sound system, no microphone, or the folder cannot be written; no file is left.
        """
        if self._stream is not None:
            raise ValueError("a recorder records one take")
        stream = self._open_stream(self._on_block, self._on_end, **self._wanted)
        try:
            self._writer = TakeWriter(
                self._folder, samplerate=stream.samplerate, channels=stream.channels, now=_now()
            )
        except StudioError:
            stream.close()
            raise
        self._stream = stream
        self._arrivals = ArrivalClock(stream.samplerate)
        self._thread = threading.Thread(target=self._keep, name="take", daemon=True)
        self._thread.start()
        self._last_block = self._clock()
        try:
            stream.start()
        except StudioError:
            stream.close()
            self._end_thread()
            self._writer.discard()
            raise

    def poll(self) -> RecorderStatus:
        """How it stands now; waits for nothing."""
        if self._stream is None:
            return RecorderStatus("ready", 0.0, SILENCE_DBFS, SILENCE_DBFS, 0, 0.0, 0.0, None)
        rate = self._stream.samplerate
        state = self._state()
        levels = self._meter.levels(rate) if state == "recording" else None
        return RecorderStatus(
            state=state,
            seconds=self._received / rate,
            peak_dbfs=max(levels.peak_dbfs) if levels else SILENCE_DBFS,
            rms_dbfs=max(levels.rms_dbfs) if levels else SILENCE_DBFS,
            clipped=self._meter.clipped,
            silent_seconds=self._meter.silent / rate,
            lost_seconds=self._lost_seconds(rate),
            problem=self._problem(state, rate),
            overflows=self._overflows,
        )

    def stop(self) -> FinishedTake:
        """End the take with all that was heard up to now; comes back within seconds, whatever hangs.

        Again returns the same take.

        Raises
        ------
        StudioError
            If not a single block came: what was wrong, or `NothingRecorded`.
        """
        if self._stream is None:
            raise ValueError("the recorder was not started")
        if self._finished is None:
            self._wait_for_the_last_blocks(self._stream)
            problem = self.poll().problem
            self._closing = True
            self._stream.close()
            ended = self._end_thread()
            self._finished = self._finish(self._stream, ended, problem)
            if self._finished.unsaved_seconds and self._fallback is not None:
                try:
                    self.rescue(self._fallback)
                except StudioError as error:
                    self._finished = replace(self._finished, problem=error)
        return self._finished

    def rescue(self, folder: Path) -> FinishedTake:
        """Save the whole take in another folder, with what the first disk refused; it leaves the first.

        Raises
        ------
        StudioError
            If that folder cannot be written either; the sound is then still in memory.
        """
        if self._finished is None:
            raise ValueError("stop the recording first")
        before = self._finished.path
        path = self._writer.copy_whole(before, folder)
        with contextlib.suppress(OSError):  # a copy too many does no harm
            before.unlink()
        seconds = self._finished.seconds + self._finished.unsaved_seconds
        self._finished = replace(
            self._finished,
            path=path,
            overview=self._writer.overview(),
            seconds=seconds,
            unsaved_seconds=0.0,
            problem=None,
        )
        return self._finished

    def _on_block(self, frames: Frames, overflowed: bool) -> None:
        """Called by PortAudio: copies were made, so only queue and count."""
        if self._closing:
            return
        now = self._clock()
        self._last_block = now
        self._overflows += overflowed
        self._meter.see(frames)
        held_bytes = (self._received - self._writer.written) * frames.strides[0]
        if held_bytes > self._most_held_bytes:
            self._dropped += len(frames)
            return
        self._received += len(frames)
        self._queue.put((frames, now))

    def _on_end(self) -> None:
        self._ended = True

    def _keep(self) -> None:
        """The take's own thread: everything from the queue to the disk."""
        while True:
            blocks, closing = self._take_queue()
            for frames, at in blocks:
                self._arrivals.add(len(frames), at)
                self._meter.count(frames)
                self._writer.add(frames)
            self._writer.flush(self._clock())
            if closing:
                return

    def _take_queue(self) -> tuple[list[tuple[Frames, float]], bool]:
        blocks: list[tuple[Frames, float]] = []
        try:
            item = self._queue.get(timeout=0.2)
            while item is not None:
                blocks.append(item)
                item = self._queue.get_nowait()
        except Empty:
            return blocks, False
        return blocks, True

    def _state(self) -> State:
        if self._finished is not None:
            return "finished"
        if self._ended and not self._closing:
            return "lost"
        if self._clock() - self._last_block > STALLED_SECONDS:
            return "stalled"
        return "recording" if self._received else "starting"

    def _lost_seconds(self, rate: int) -> float:
        return self._arrivals.lost_seconds + self._dropped / rate

    def _problem(self, state: State, rate: int) -> StudioError | None:
        """The one thing to say first."""
        if self._finished is not None:
            return self._finished.problem
        if self._dropped:
            return MemoryFull(
                "The disk refused the recording for so long that new sound is being lost.",
                "Stop now; what came before is still here.",
            )
        if self._writer.problem is not None:
            return self._writer.problem
        if state == "lost":
            return DeviceGone(
                "The microphone has gone.", "All that came before is kept: plug it in and record again."
            )
        if state == "stalled":
            return MicrophoneStalled(
                "The microphone has stopped sending sound.", "Stop here; all that came before it is kept."
            )
        if (self._received - self._writer.written) / rate > SLOW_DISK_SECONDS:
            return DiskFault(
                "The disk is very slow, so the newest part is only in memory.", "Wait a little, then stop."
            )
        if self._meter.silent / rate >= SILENT_SECONDS:
            return MicrophoneSilent(
                "The microphone sends nothing at all.",
                "Switch it on or unmute it, and see that the computer lets programs use it.",
            )
        return None

    def _wait_for_the_last_blocks(self, stream: Stream) -> None:
        """What was heard before the key press is still on its way: after a hang, seconds of it."""
        pressed = self._clock()
        for _ in range(round((_CATCH_UP_SECONDS + stream.latency) / _LOOK_SECONDS)):
            due = self._arrivals.due(pressed + stream.latency)  # 0 until our thread has seen a block
            if 0 < due <= self._received + self._dropped or self._state() != "recording":
                return
            time.sleep(_LOOK_SECONDS)

    def _end_thread(self) -> bool:
        self._queue.put(None)
        self._thread.join(_LAST_WRITE_SECONDS)
        return not self._thread.is_alive()

    def _finish(self, stream: Stream, ended: bool, problem: StudioError | None) -> FinishedTake:
        if not self._received:
            self._writer.discard()
            raise problem or NothingRecorded("Nothing was recorded.", "Record again, a little longer.")
        if ended:
            self._arrivals.settle()
            path = self._writer.close()
            problem = self._writer.problem or self._still_true(problem)
        else:
            # The disk hangs: the file keeps its first name and is offered when the program starts again.
            path = self._writer.part
        rate = stream.samplerate
        return FinishedTake(
            path=path,
            overview=self._overview_of_saved(path),
            started=self._writer.started,
            seconds=self._writer.written / rate,
            samplerate=rate,
            channels=stream.channels,
            clipped=self._meter.clipped,
            lost_seconds=self._lost_seconds(rate),
            unsaved_seconds=(self._received - self._writer.written) / rate,
            problem=problem,
        )

    def _overview_of_saved(self, path: Path) -> Overview:
        """The overview kept meanwhile; anew from the file where that lacks the newest part."""
        if self._writer.written < self._received:
            with contextlib.suppress(OSError, WavFault), WavFile(path) as source:
                return overview_of(source)
        return self._writer.overview()

    def _still_true(self, problem: StudioError | None) -> StudioError | None:
        """What was wrong in the end, less what the end put right."""
        whole_silent = self._meter.silent >= self._received
        passed = (DiskFault, DiskFull) if whole_silent else (DiskFault, DiskFull, MicrophoneSilent)
        return None if isinstance(problem, passed) else problem


def _now() -> datetime:
    return datetime.now().astimezone()
