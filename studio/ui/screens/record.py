"""Record: one key to start, one to stop, and how loud it is in words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import RecordingFailed, RecordingStarted, TakeKept
from studio.ui.screens.microphone import MICROPHONE_KEYS, MicrophoneScreen
from studio.ui.widgets.big_time import BigTime
from studio.ui.widgets.meter import LOUD_DBFS, Meter
from studio.ui.widgets.peaks import PeaksStrip

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.devices import Device
    from studio.audio.live.recorder import RecorderStatus
    from studio.ui.sound_io import TakeRecorder

_POLL_SECONDS = 0.1
_LAST_MINUTE = 600
_HELD_SECONDS = 0.4
_SILENT_SECONDS = 2.0


class RecordScreen(MicrophoneScreen):
    """Ready, recording, or putting the take away."""

    HELP_PAGE = "record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space", "start", "start", key_display="Enter", id="record.start", tooltip="Start recording"
        ),
        Binding(
            "enter,space", "stop", "stop", key_display="Enter", id="record.stop", tooltip="Stop, and hear it"
        ),
        *MICROPHONE_KEYS,
        Binding("z", "unbin", "take it back", id="record.unbin", tooltip="Take the last take out of the bin"),
        Binding(
            "escape",
            "bin_take",
            "stop and bin (you can take it back)",
            key_display="Esc",
            id="record.bin",
            tooltip="Z takes it out again",
        ),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    state: reactive[str] = reactive("ready", bindings=True)
    """`ready`, `starting`, `recording` or `stopping`."""

    def __init__(self) -> None:
        super().__init__()
        self.recorder: TakeRecorder | None = None
        self.binned: Sound | None = None
        self.met: StudioError | None = None
        """What ended the recording early."""
        self._peaks: deque[float] = deque(maxlen=_LAST_MINUTE)
        self._polling: Timer | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """Seconds, meter, the last minute, and one sentence."""
        yield BigTime()
        yield Meter()
        yield PeaksStrip()
        yield Static("the last minute", id="minute")
        yield Static(id="advice")

    def on_mount(self) -> None:
        """Look which microphones there are."""
        self.title_is("Record", "looking for a microphone")
        self.advise("Press Enter to start.")
        self.find_microphones()

    # Recording

    def action_start(self) -> None:
        """Open the microphone."""
        self.state = "starting"
        self.binned = None
        self.say("")
        self.advise("Opening the microphone.")
        self._start(self.device)

    @work(thread=True, group="recorder")
    def _start(self, device: Device | None) -> None:
        try:
            recorder = self.studio.sound_io.recorder(self.library.takes, device)
            recorder.start()
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(RecordingStarted(recorder))

    @on(RecordingFailed)
    def _not_started(self, message: RecordingFailed) -> None:
        from studio.audio.live.devices import NoMicrophone  # loads NumPy

        self.state = "ready"
        if isinstance(message.error, NoMicrophone):
            self.use_none()
            return
        self.advise("Press Enter to start.")
        self.problem(message.error)

    @on(RecordingStarted)
    def _started(self, message: RecordingStarted) -> None:
        self.recorder = message.recorder
        self._peaks.clear()
        self.state = "recording"
        self.advise("Safe on this computer while you record.")
        self._polling = self.set_interval(_POLL_SECONDS, self.poll)

    def poll(self) -> None:
        """Ask the recorder how it goes, and show it."""
        if self.recorder is None or self.state != "recording":
            return
        status = self.recorder.poll()
        self.query_one(BigTime).seconds = status.seconds
        self.query_one(Meter).hear(status.peak_dbfs)
        self._peaks.append(10 ** (status.peak_dbfs / 20))
        self.query_one(PeaksStrip).peaks = tuple(self._peaks)
        self.advise(_advice(status))
        if status.problem is not None:
            self.met = status.problem
            self._end(binned=False)

    def action_stop(self) -> None:
        """End the take and open it; a key held down is one press, so not in the first moment."""
        if self.recorder is not None and self.recorder.poll().seconds >= _HELD_SECONDS:
            self._end(binned=False)

    def _end(self, *, binned: bool) -> None:
        if self._polling is not None:
            self._polling.stop()
        recorder, self.recorder = self.recorder, None
        if recorder is None:
            return
        self.state = "stopping"
        self.advise("Putting it away.")
        self._finish(recorder, binned)

    @work(thread=True, group="recorder")
    def _finish(self, recorder: TakeRecorder, binned: bool) -> None:
        from studio.takes import bin_sound, keep_take

        try:
            take = recorder.stop()
            sound = keep_take(self.library, take)
            if binned:
                sound = bin_sound(self.library, sound)
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(TakeKept(sound, take.problem))

    @on(TakeKept)
    def _kept(self, message: TakeKept) -> None:
        self.state = "ready"
        if not message.sound.binned:
            problem = message.problem or self.met
            self.studio.open_sound(message.sound, play=True, instead=True, problem=problem)
            return
        self.binned = message.sound
        self.query_one(Meter).rest()
        self.query_one(BigTime).seconds = 0.0
        self.advise("Press Enter to start.")
        self.say("That take is in the bin. Press Z to take it back.")
        self.refresh_bindings()

    def action_unbin(self) -> None:
        """Take the take out of the bin and open it."""
        from studio.takes import unbin

        if self.binned is not None:
            self.studio.open_sound(unbin(self.library, self.binned), play=True, instead=True)

    # Keys

    def action_bin_take(self) -> None:
        """Stop, and put the take in the bin."""
        self._end(binned=True)

    def can_do(self, action: str) -> bool:
        """What a key does depends on whether we record."""
        allowed = {
            "start": self.state == "ready" and not self.has_none,
            "stop": self.state == "recording",
            "microphone": self.state == "ready" and len(self.microphones) > 1,
            "look_again": self.state == "ready",
            "unbin": self.state == "ready" and self.binned is not None,
            "bin_take": self.state == "recording",
            "back": self.state == "ready",
            "help": self.state == "ready",
        }
        return allowed.get(action, True)


def _advice(status: RecorderStatus) -> str:
    """One sentence for what is heard now."""
    if status.silent_seconds >= _SILENT_SECONDS:
        return "I hear nothing at all. Is the microphone switched on?"
    if status.peak_dbfs >= LOUD_DBFS:
        return "Ouch, too loud! Move back a bit."
    if status.lost_seconds > 0:
        return f"This computer was busy: {status.lost_seconds:.1f} s of sound is missing."
    return "Safe on this computer while you record."
