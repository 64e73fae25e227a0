"""A screen that records a short sound where one stands: one press begins, one press ends."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.reactive import reactive
from textual.timer import Timer

from studio.ui.faults import FAULTS
from studio.ui.messages import RecordingFailed, RecordingStarted, TakeKept
from studio.ui.screens.hearing import HearingScreen
from studio.ui.widgets.meter import word_for
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.take_file import FinishedTake
    from studio.ui.sound_io import TakeRecorder

_POLL_SECONDS = 0.1
_HELD_SECONDS = 0.4
LONGEST_SECONDS = 60.0
"""A sound for a button; who needs more records it on the page for that."""

STOPPING_KEYS = (
    Binding(
        "enter,space,tab,r,1,2,3,4,5,6",
        "stop",
        "stop",
        key_display="Enter",
        id="quick.stop",
        tooltip="Stop, and hear it; the numbers and Space do so, too",
    ),
    Binding(
        "escape",
        "bin_take",
        "stop and bin (you can take it back)",
        key_display="Esc",
        id="quick.bin",
        tooltip="It stays in the bin of My sounds",
    ),
    Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
)


class QuickRecordingScreen(HearingScreen):
    """It listens to the computer's usual microphone."""

    taking: reactive[str] = reactive("", init=False, bindings=True)
    """Empty, `starting`, `recording` or `stopping`."""
    recorder: TakeRecorder | None = None
    _polling: Timer | None = None

    @abstractmethod
    def heard(self, words: str) -> None:
        """Show what the microphone hears, in words; empty when it hears no more."""

    @abstractmethod
    def keep(self, take: FinishedTake) -> Sound:
        """Make a sound of a finished recording; in a thread."""

    @abstractmethod
    def kept(self, sound: Sound) -> None:
        """Go on with the new sound."""

    def begin_taking(self) -> None:
        """Open the microphone."""
        self.hush()
        self.taking = "starting"
        self.say("Opening the microphone.")
        self._begin()

    @work(thread=True, group="recorder")
    def _begin(self) -> None:
        from studio.audio.live.devices import NoMicrophone  # loads NumPy

        try:
            try:
                recorder = self._opened()
            except NoMicrophone:
                self.studio.sound_io.devices(again=True)  # one may have been plugged in since
                recorder = self._opened()
        except NoMicrophone as error:
            self.post_message(RecordingFailed(NoMicrophone(error.what, "Plug one in, then press again.")))
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
        else:
            self.post_message(RecordingStarted(recorder))

    def _opened(self) -> TakeRecorder:
        recorder = self.studio.sound_io.recorder(self.library.takes, None)
        recorder.start()
        return recorder

    @on(RecordingFailed)
    def _not_taken(self, message: RecordingFailed) -> None:
        message.stop()
        self.taking = ""
        self.heard("")
        self.problem(message.error)

    @on(RecordingStarted)
    def _taking_began(self, message: RecordingStarted) -> None:
        message.stop()
        self.recorder = message.recorder
        self.taking = "recording"
        self.say("Recording. Press Enter to stop.")
        self._polling = self.set_interval(_POLL_SECONDS, self.listen)

    def listen(self) -> None:
        """Ask the recorder how it goes, and show it."""
        if self.recorder is None or self.taking != "recording":
            return
        status = self.recorder.poll()
        self.heard(f"{clock(status.seconds)}  {word_for(status.peak_dbfs)}")
        if status.is_over or status.seconds >= LONGEST_SECONDS:
            self._end(binned=False)

    def action_stop(self) -> None:
        """End the recording; a key held down is one press, so not in the first moment."""
        if self.recorder is not None and self.recorder.poll().seconds >= _HELD_SECONDS:
            self._end(binned=False)

    def action_bin_take(self) -> None:
        """End it, and put it in the bin."""
        self._end(binned=True)

    def _end(self, *, binned: bool) -> None:
        if self._polling is not None:
            self._polling.stop()
        recorder, self.recorder = self.recorder, None
        if recorder is not None:
            self.taking = "stopping"
            self.say("Putting it away.")
            self._finish(recorder, binned)

    @work(thread=True, group="recorder")
    def _finish(self, recorder: TakeRecorder, binned: bool) -> None:
        from studio.takes import bin_sound, keep_take

        try:
            take = recorder.stop()
            sound = bin_sound(self.library, keep_take(self.library, take)) if binned else self.keep(take)
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(TakeKept(sound, take.problem))

    @on(TakeKept)
    def _taken(self, message: TakeKept) -> None:
        message.stop()
        self.taking = ""
        self.heard("")
        if message.sound.binned:
            self.say("That one is in the bin of My sounds. Press R to record again.")
        else:
            self.kept(message.sound)
        if message.problem is not None:
            self.problem(message.problem)

    def can_take(self, action: str) -> bool | None:
        """Whether a key does something, as far as recording says; `None` where it has no say."""
        if action in ("stop", "bin_take"):
            return self.taking == "recording"
        return False if self.taking else None
