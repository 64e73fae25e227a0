"""A screen on which a take is made: begun, shown while it goes on, paused, ended."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import RecordingFailed, RecordingStarted, TakeKept
from studio.ui.record_words import SAFE, advice, is_quiet, longest_words
from studio.ui.screens.sounds.counting_in import CountingInScreen
from studio.ui.widgets.big_time import BigTime
from studio.ui.widgets.meter import Meter
from studio.ui.widgets.peaks import PeaksStrip

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.devices import Device
    from studio.audio.live.how_to_record import HowToRecord
    from studio.audio.live.recorder import FinishedTake, RecorderStatus
    from studio.ui.sound_io import TakeRecorder

_LAST_MINUTE = 600
_HELD_SECONDS = 0.4


class TakeDropped(Message):
    """The microphone of a take that was called off is closed."""


class TakingScreen(CountingInScreen):
    """It has a clock, a meter and a strip of the last minute."""

    def __init__(self) -> None:
        super().__init__()
        self.recorder: TakeRecorder | None = None
        self.met: StudioError | None = None
        """What ended the recording early."""
        self._peaks: deque[float] = deque(maxlen=_LAST_MINUTE)
        self._quiet_looks = 0

    @property
    def is_ready(self) -> bool:
        """Whether nothing is being recorded."""
        return self.state == "ready"

    def begin(self) -> None:
        """Open the microphone, unless it is open already."""
        self.state = "starting"
        self.advise("Opening the microphone.")
        self._start(self.device, self.how)

    @work(thread=True, group="recorder")
    def _start(self, device: Device | None, how: HowToRecord) -> None:
        try:
            recorder = self.ear.recorder(self.library.takes, device, how)
            recorder.start()
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(RecordingStarted(recorder))

    @on(RecordingFailed)
    def _not_started(self, message: RecordingFailed) -> None:
        from studio.audio.live.devices import NoMicrophone  # loads NumPy

        self.state = "ready"
        self.rest()
        if isinstance(message.error, NoMicrophone):
            self.use_none()
            return
        self.problem(message.error)

    @on(RecordingStarted)
    def _started(self, message: RecordingStarted) -> None:
        self.recorder = message.recorder
        self._peaks.clear()
        self._quiet_looks = 0
        self.show_recorded()
        status = self.recorder.poll()
        self.state = "waiting" if status.state == "waiting" else "recording"
        self.advise(SAFE)
        self.note(status.notice)

    def poll(self) -> None:
        """Ask the microphone or the recorder how it goes, and show it."""
        if self.state in ("ready", "counting") and self.is_current:
            self.show_level()
        elif self.recorder is not None and self.state in ("waiting", "recording", "paused"):
            self._show(self.recorder.poll())

    def _show(self, status: RecorderStatus) -> None:
        if self.state == "waiting" and status.state not in ("waiting", "lost", "stalled"):
            self.state = "recording"
        self.query_one(BigTime).seconds = status.seconds
        self.query_one(Meter).hear(status.peak_dbfs)
        if self.state == "recording":
            self._peaks.append(10 ** (status.peak_dbfs / 20))
            self.query_one(PeaksStrip).peaks = tuple(self._peaks)
            self._quiet_looks = self._quiet_looks + 1 if is_quiet(status) else 0
        self.advise(advice(status, self._quiet_looks))
        if status.is_over:
            self.met = status.problem or self._as_long_as_may_be()
            self._end(binned=False)

    def _as_long_as_may_be(self) -> StudioError:
        longest = longest_words(self.how.longest_seconds)
        return StudioError(f"This take is as long as it may be: {longest}.", "O on Record changes that.")

    def action_pause(self) -> None:
        """Let the take stand still."""
        if self.recorder is not None:
            self.recorder.pause()
            self.state = "paused"

    def action_go_on(self) -> None:
        """Let it go on, without a gap."""
        if self.recorder is not None:
            self.recorder.go_on()
            self.state = "recording"

    def action_longer(self) -> None:
        """As much again, for a performance that is not over."""
        longest = self.how.longest_seconds
        if self.recorder is not None and longest is not None:
            self.recorder.longer(longest)
            self.say(f"This take may be {longest_words(longest)} longer now.")

    def action_stop(self) -> None:
        """End the take and open it; a key held down is one press, so not in the first moment."""
        if self.recorder is not None and self.recorder.poll().seconds >= _HELD_SECONDS:
            self._end(binned=False)

    def _end(self, *, binned: bool) -> None:
        recorder, self.recorder = self.recorder, None
        if recorder is None:
            return
        self.state = "stopping"
        self.advise("Putting it away.")
        self._finish(recorder, binned)

    @work(thread=True, group="recorder")
    def _finish(self, recorder: TakeRecorder, binned: bool) -> None:
        from studio.takes import bin_sound

        try:
            take = recorder.stop()
            sound = self.keep(take)
            if binned:
                sound = bin_sound(self.library, sound)
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(TakeKept(sound, take.problem))

    def keep(self, take: FinishedTake) -> Sound:
        """Make a sound of a finished take; in a thread."""
        from studio.takes import keep_take

        return keep_take(self.library, take)

    def action_never_mind(self) -> None:
        """Record nothing after all."""
        self.stop_counting()
        recorder, self.recorder = self.recorder, None
        self.state = "ready"
        self.rest()
        self._drop(recorder)

    @work(thread=True, group="recorder")
    def _drop(self, recorder: TakeRecorder | None) -> None:
        if recorder is not None:
            recorder.leave()
        self.post_message(TakeDropped())

    @on(TakeDropped)
    def _dropped(self) -> None:
        self.microphone_changed()

    def rest(self) -> None:
        """As before a take."""
        self.query_one(Meter).rest()
        self.query_one(BigTime).seconds = 0.0
        self.query_one(PeaksStrip).peaks = ()
        self.ask_for_enter()
