"""The sounds of the levels screen: a test sound that grows slowly, and listening with the microphone."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.ui.faults import FAULTS
from studio.ui.level_sounds import PINK, START_SECONDS, TONE, hear_level, open_test_sound
from studio.ui.messages import PlayingFailed, ProblemMet
from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import literal
from studio.ui.widgets.big_words import BigWords
from studio.ui.widgets.meter import Meter

_RATE = 48000
"""Of the test sounds."""


class LevelHeard(Message):
    """What the microphone hears now."""

    def __init__(self, peak_dbfs: float) -> None:
        super().__init__()
        self.peak_dbfs = peak_dbfs

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, LevelHeard)


class LevelRead(Message):
    """A reading is complete."""

    def __init__(self, level: float | None) -> None:
        super().__init__()
        self.level = level


class LevelHearingScreen(HearingScreen):
    """Plays and listens; what it means is for the screen made of this one."""

    level: reactive[float | None] = reactive(None, init=False, bindings=True)
    """What the microphone read last."""
    is_listening: reactive[bool] = reactive(False, init=False, bindings=True)
    sounding: reactive[str] = reactive("", init=False, bindings=True)
    """What plays."""

    def level_was_read(self) -> None:
        """Say what it means; every screen says."""
        raise NotImplementedError

    # The test sound

    def action_play(self, which: str) -> None:
        """Play it from nothing, slowly."""
        self.sounding = which
        self.say("")
        self.hear_source(partial(open_test_sound, which))
        self.show_sounding(0)

    def action_stop(self) -> None:
        """Silence."""
        self.hush()
        self.show_sounding(None)

    def playhead_moved(self, frame: int | None) -> None:
        """How far it has grown."""
        if frame is None and self.is_hearing:
            return  # it is being made
        self.show_sounding(frame)

    @on(PlayingFailed)
    def _stay_quiet(self, message: PlayingFailed) -> None:
        from studio.audio.live.devices import NoSpeakers  # loads NumPy

        self.show_sounding(None)
        if isinstance(message.error, NoSpeakers):
            message.stop()
            message.prevent_default()  # it names Space, which is for stopping here
            self.problem(NoSpeakers(message.error.what, "Plug some in or switch them on, then T or P."))

    def show_sounding(self, frame: int | None) -> None:
        """What sounds, and how far it has grown; `None` for silence."""
        if frame is None:
            self.sounding = ""
        words = {TONE: "Tone", PINK: "Noise"}.get(self.sounding, "Quiet")
        self.query_one("#big", BigWords).words = words
        self.query_one("#growing", Static).update(literal(self._growing(frame)))

    def _growing(self, frame: int | None) -> str:
        if frame is None:
            return "Faders down, then T or P. Bring the fader up slowly. Space stops it."
        left = START_SECONDS - frame / _RATE
        growing = f"It grows for {left:.0f} s more" if left > 0 else "Steady now"
        return f"{growing}. Space stops it."

    # The microphone

    def action_measure(self) -> None:
        """Listen for three seconds."""
        self.is_listening = True
        self.say("Listening for three seconds. What is heard is not kept.")
        self._listen()

    @work(thread=True, group="recorder", exclusive=True)
    def _listen(self) -> None:
        worker = get_current_worker()
        try:
            level = hear_level(
                self.studio.sound_io,
                self._heard,
                is_stopped=lambda: worker.is_cancelled,
            )
        except FAULTS as error:
            self.post_message(LevelRead(None))
            self.post_message(ProblemMet(error))
            return
        self.post_message(LevelRead(level))

    def _heard(self, peak_dbfs: float) -> None:
        self.post_message(LevelHeard(peak_dbfs))

    @on(LevelHeard)
    def _show_heard(self, message: LevelHeard) -> None:
        self.query_one(Meter).hear(message.peak_dbfs)

    @on(LevelRead)
    def _show_level(self, message: LevelRead) -> None:
        self.is_listening = False
        self.query_one(Meter).rest()
        self.level = message.level
        if message.level is not None:
            self.say("Heard. K writes it down.")
        self.level_was_read()

    def leave(self) -> None:
        """Stop listening, too."""
        self.workers.cancel_group(self, "recorder")
        super().leave()
