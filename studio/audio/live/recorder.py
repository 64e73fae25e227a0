"""The recorder: from the microphone to a file that is whole at every moment."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from studio.audio.live.devices import Device
from studio.audio.live.monitor import OpenMonitor
from studio.audio.live.open_microphone import OpenMicrophone
from studio.audio.live.recorder_problem import problem_now
from studio.audio.live.recorder_status import (
    STATES,
    MemoryFull,
    MicrophoneSilent,
    MicrophoneStalled,
    NothingRecorded,
    RecorderStatus,
    SoundMissing,
    State,
)
from studio.audio.live.streams import OpenInput, open_input
from studio.audio.live.take_ending import finished_take
from studio.audio.live.take_file import FinishedTake
from studio.audio.live.take_writer import TakeWriter
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
    "SoundMissing",
]

MOST_HELD_BYTES = 128 << 20
"""Eleven minutes of mono at 48 kHz: what a disk may refuse before sound is dropped."""


class Recorder:
    """Records one take; may listen to the microphone before, so that its level is seen.

    PortAudio's callback copies a block, queues it and counts; a thread of ours owns the disk. So a slow
    disk or screen loses no sound, and a killed program only the blocks that were on their way.

    Parameters
    ----------
    folder : where the take goes, as `<date-time>-<random>.wav.part` until it is finished
    device : a device, its number or part of its name; the usual microphone otherwise
    samplerate : 48 kHz or else what the device gives
    channels : wanted; the device may give others
    fallback : a second folder for a take that the first one refuses at the end
    waits_for_sound : whether the take begins with the first sound, and half a second before it
    longest_seconds : where the take ends by itself, to the frame; `None` for no end
    monitor : makes what plays the microphone meanwhile; `None` for nothing
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: Device | str | int | None = None,
        samplerate: int | None = None,
        channels: int = 1,
        fallback: Path | None = None,
        waits_for_sound: bool = False,
        longest_seconds: float | None = None,
        monitor: OpenMonitor | None = None,
        most_held_bytes: int = MOST_HELD_BYTES,
        open_stream: OpenInput = open_input,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._fallback = fallback
        self._waits_for_sound = waits_for_sound
        wanted = {"device": device, "samplerate": samplerate, "channels": channels}
        self._open = partial(
            OpenMicrophone,
            open_stream,
            wanted,
            longest_seconds=longest_seconds,
            most_held_bytes=most_held_bytes,
            monitor=monitor,
            clock=clock,
        )
        self._microphone: OpenMicrophone | None = None
        self._writer: TakeWriter | None = None
        self._finished: FinishedTake | None = None

    def listen(self) -> None:
        """Open the microphone to see how loud it is; nothing is kept. Takes a moment, like `start`.

        Raises
        ------
        StudioError
            If there is no sound system or no microphone.
        """
        self.leave()
        microphone = self._open()
        microphone.start()
        self._microphone = microphone

    def start(self) -> None:
        """Begin the take, and open the microphone unless it listens; not for a thread that draws.

        Raises
        ------
        StudioError
            If there is no sound system, no microphone, or the folder cannot be written; no file is left.
        """
        if self._writer is not None:
            raise ValueError("a recorder records one take")
        microphone = self._microphone
        is_live = microphone is not None and microphone.state == "live"
        if microphone is None or not is_live:  # it went while we listened: it may be back
            self.leave()
            microphone = self._microphone = self._open()
        try:
            self._writer = TakeWriter(
                self._folder, samplerate=microphone.samplerate, channels=microphone.channels, now=_now()
            )
            microphone.write_to(self._writer)
            microphone.gate.open(when_heard=self._waits_for_sound)
            if not is_live:
                microphone.start()
        except StudioError:
            self.leave()
            raise

    def pause(self) -> None:
        """Let the take stand still; its file is whole."""
        self._opened.gate.pause()

    def go_on(self) -> None:
        """Let a paused take go on, without a gap."""
        self._opened.gate.go_on()

    def longer(self, seconds: float) -> None:
        """Let the take be so much longer than it might be."""
        self._opened.gate.longer(seconds)

    def leave(self) -> None:
        """Close the microphone and keep nothing of what it heard; again does nothing."""
        microphone, self._microphone = self._microphone, None
        writer, self._writer = self._writer, None
        if microphone is not None:
            microphone.close()
        if writer is not None and self._finished is None:
            writer.discard()

    def poll(self) -> RecorderStatus:
        """How it stands now; waits for nothing."""
        microphone = self._microphone
        if microphone is None:
            return RecorderStatus("ready", 0.0, SILENCE_DBFS, SILENCE_DBFS, 0, 0.0, 0.0, None)
        rate = microphone.samplerate
        state = self._state(microphone)
        levels = None if state == "finished" else microphone.levels()
        left, done = microphone.gate.left, self._finished
        return RecorderStatus(
            state=state,
            seconds=microphone.gate.taken / rate,
            peak_dbfs=max(levels.peak_dbfs) if levels else SILENCE_DBFS,
            rms_dbfs=max(levels.rms_dbfs) if levels else SILENCE_DBFS,
            clipped=microphone.meter.clipped,
            silent_seconds=microphone.meter.silent / rate,
            lost_seconds=microphone.lost_seconds,
            problem=done.problem if done else problem_now(state, microphone, self._writer),
            overflows=microphone.overflows,
            left_seconds=None if left is None else left / rate,
            notice=microphone.notice,
        )

    def stop(self) -> FinishedTake:
        """End the take with all that was heard up to now; comes back within seconds, whatever hangs.

        Again returns the same take.

        Raises
        ------
        StudioError
            If not a single block came: what was wrong, or `NothingRecorded`.
        """
        if self._writer is None:
            raise ValueError("the recorder was not started")
        if self._finished is None:
            self._finished = self._end(self._opened, self._writer)
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
        if self._finished is None or self._writer is None:
            raise ValueError("stop the recording first")
        before = self._finished.path
        path = self._writer.copy_whole(before, folder)
        with contextlib.suppress(OSError):  # a copy too many does no harm
            before.unlink()
        self._finished = replace(
            self._finished,
            path=path,
            overview=self._writer.overview(),
            seconds=self._finished.seconds + self._finished.unsaved_seconds,
            unsaved_seconds=0.0,
            problem=None,
        )
        return self._finished

    def _end(self, microphone: OpenMicrophone, writer: TakeWriter) -> FinishedTake:
        microphone.wait_for_the_last_blocks()
        problem = self.poll().problem
        written = microphone.close()
        return finished_take(microphone, writer, all_written=written, problem=problem)

    @property
    def _opened(self) -> OpenMicrophone:
        if self._microphone is None:
            raise ValueError("the recorder was not started")
        return self._microphone

    def _state(self, microphone: OpenMicrophone) -> State:
        if self._finished is not None:
            return "finished"
        if microphone.state != "live":
            return microphone.state
        state = STATES[microphone.gate.state]
        return "starting" if state == "recording" and not microphone.gate.taken else state


def _now() -> datetime:
    return datetime.now().astimezone()
