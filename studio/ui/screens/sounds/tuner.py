"""The tuner: the note that one plays or sings now, and how far it is off. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.sounds.microphone import name_of
from studio.ui.text import literal
from studio.ui.widgets.big_words import BigWords
from studio.ui.widgets.tuning_bar import TuningBar, word_for

if TYPE_CHECKING:
    from studio.audio.live.devices import Device
    from studio.audio.pitches import Pitch
    from studio.ui.sound_io import SoundListener

_LOOK_SECONDS = 0.08
_MUTE_SECONDS = 1.0
_MUTE = "I hear nothing at all. Is the microphone switched on?"
_PLAY = "Play or sing one long note."


class ListenerOpened(Message):
    """The microphone that was wished for is heard."""

    def __init__(self, wish: int, device: Device, microphones: tuple[Device, ...]) -> None:
        super().__init__()
        self.wish = wish
        self.device = device
        self.microphones = microphones


class ListenerFailed(ProblemMet):
    """The microphone did not open."""


class TunerScreen(StudioScreen):
    """The name of the note, as big as it fits, and a bar that says low or high in words too."""

    HELP_PAGE: ClassVar[str] = "tuner"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "microphone", "microphone", id="tuner.mic", tooltip="Use the next microphone"),
        Binding("r", "again", "look again", id="tuner.again", tooltip="Look for microphones again"),
    ]

    listening: reactive[bool] = reactive(False, init=False, bindings=True)
    microphones: reactive[tuple[Device, ...]] = reactive((), init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self._listener: SoundListener | None = None
        self._device: Device | None = None
        self._wish = 0
        """Counts what was asked for: a microphone that opens late is not the one that is meant now."""
        self._turn = Lock()
        """A microphone is handed over, or closed, and never lost between its thread and the screen."""
        self._looking: Timer | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The note, the bar, its words, and a promise."""
        yield BigWords("", id="note")
        yield TuningBar()
        yield Static(id="advice")
        yield Static("I only listen. Nothing is recorded.", id="kept")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Tuner", "looking for a microphone")

    def read_library(self) -> None:
        """Listen at once, and again on coming back."""
        self._advise("Opening the microphone.")
        self._begin(self._device, again=False)

    def on_screen_suspend(self) -> None:
        """Whoever looks at another screen is not listened to."""
        self._end()

    # The microphone

    def _begin(self, device: Device | None, *, again: bool) -> None:
        self._end()
        self._open(self._wish, device, again)

    @work(thread=True, group="listener")
    def _open(self, wish: int, device: Device | None, again: bool) -> None:
        try:
            found = self.studio.sound_io.devices(again=again)
            microphones = tuple(each for each in found if each.inputs > 0)
            if not microphones:
                raise StudioError("I can't find a microphone.", "Plug one in, then press R to look again.")
            chosen = device if device in microphones else self._meant(microphones)
            listener = self.studio.sound_io.listener(chosen)
            listener.start()
        except FAULTS as error:
            if wish == self._wish:
                self.post_message(ListenerFailed(error))
            return
        with self._turn:
            is_meant = wish == self._wish
            if is_meant:
                self._listener = listener
        if is_meant:
            self.post_message(ListenerOpened(wish, chosen, microphones))
        else:
            listener.close()

    def _meant(self, microphones: tuple[Device, ...]) -> Device:
        """The one that was chosen for recording, else the computer's usual one."""
        chosen = [each for each in microphones if each.name == self.studio.microphone]
        usual = [each for each in microphones if each.is_default_input]
        return (chosen or usual or list(microphones))[0]

    @on(ListenerOpened)
    def _opened(self, message: ListenerOpened) -> None:
        from studio.audio.tuner import Tuner

        if message.wish != self._wish:
            return
        self._device = message.device
        self.microphones = message.microphones
        self._tuner = Tuner()
        self.listening = True
        self.title_is("Tuner", name_of(message.device))
        self.say("")
        self._show(None)
        self._looking = self.set_interval(_LOOK_SECONDS, self.look)

    @on(ListenerFailed)
    def _not_opened(self) -> None:
        self.title_is("Tuner", "no microphone")
        self._advise("First plug in a microphone.")

    def _end(self) -> None:
        """Listen no more. The app waits for the closing, for this screen may be gone before."""
        if self._looking is not None:
            self._looking.stop()
        self._looking = None
        self.listening = False
        listener = self._taken()
        if listener is not None:
            self.app.run_worker(listener.close, thread=True, group="listener")

    def _taken(self) -> SoundListener | None:
        """The microphone that is open, to be closed; one that opens from now on is not wanted."""
        with self._turn:
            self._wish += 1
            listener, self._listener = self._listener, None
        return listener

    # What is heard

    def look(self) -> None:
        """Hear the last moment; a tenth of a millisecond's work."""
        from studio.audio.tuner import MOMENT_SECONDS

        if self._listener is None:
            return
        problem = self._listener.problem
        if problem is not None:
            self._end()
            self.problem(problem)
            self._not_opened()
            return
        listener = self._listener
        self._show(self._tuner.hear(listener.latest(MOMENT_SECONDS), listener.samplerate))

    def _show(self, pitch: Pitch | None) -> None:
        from studio.heard import letter_in_words

        self.query_one(BigWords).words = "" if pitch is None else letter_in_words(pitch)
        self.query_one(TuningBar).cents = None if pitch is None else round(pitch.cents)
        listener = self._listener
        is_mute = listener is not None and listener.silent_seconds >= _MUTE_SECONDS
        self._advise(_advice(pitch) if pitch is not None else _MUTE if is_mute else _PLAY)

    def _advise(self, words: str) -> None:
        if words != getattr(self, "_advised", ""):
            self._advised = words
            self.query_one("#advice", Static).update(literal(words))

    # Keys

    def action_microphone(self) -> None:
        """The next microphone, round and round."""
        if self._device in self.microphones:
            following = (self.microphones.index(self._device) + 1) % len(self.microphones)
            self.studio.microphone = self.microphones[following].name
            self._begin(self.microphones[following], again=False)

    def action_again(self) -> None:
        """Look for microphones again."""
        self.say("Looking for a microphone.")
        self._begin(self._device, again=True)

    def on_unmount(self) -> None:
        """Left, or the program ends: a microphone that opens now is not wanted."""
        listener = self._taken()
        if listener is not None:
            listener.close()

    def can_do(self, action: str) -> bool:
        """Another microphone only where there is one."""
        return action != "microphone" or (self.listening and len(self.microphones) > 1)


def _advice(pitch: Pitch) -> str:
    """The note in small letters, and how far off it is."""
    off = "" if pitch.is_in_tune else f", {abs(pitch.cents):.0f} cents off"
    return f"{pitch.name}, {pitch.hertz:.0f} Hz: {word_for(pitch.cents).lower()}{off}"
