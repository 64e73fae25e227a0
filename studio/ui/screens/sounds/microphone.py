"""A screen with a microphone: which there are, which one is meant, and looking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.reactive import reactive
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import DevicesFound, RecordingFailed
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal

if TYPE_CHECKING:
    from studio.audio.live.devices import Device

MICROPHONE_KEYS = (
    Binding("m", "microphone", "microphone", id="record.mic", tooltip="Use another microphone"),
    Binding("r", "look_again", "look again", id="record.look", tooltip="Look for microphones again"),
    # Instead of starting, while there is none to start.
    Binding("enter,space", "look_again", "look again", show=False),
)
_FEW = 2
"""So many microphones need no list."""


def name_of(microphone: Device) -> str:
    """Its whole name; that which the computer itself calls "default" is the usual one."""
    return "the computer's usual microphone" if microphone.name == "default" else microphone.name


class MicrophoneScreen(StudioScreen):
    """The one that was chosen before, by its name, else the computer's usual one; M takes another."""

    has_none: reactive[bool] = reactive(False, init=False, bindings=True)
    """We looked, and there is no microphone."""

    def __init__(self) -> None:
        super().__init__()
        self.microphones: tuple[Device, ...] = ()
        self.device: Device | None = None
        self.advice = ""
        self.was_asked = False
        """To look again: then it is said what was found."""

    def advise(self, words: str) -> None:
        """Say in the middle what to do now."""
        if words != self.advice:
            self.advice = words
            self.query_one("#advice", Static).update(literal(words))

    def let_go(self) -> None:
        """Close the microphone before others are looked for; in a thread."""

    def microphone_changed(self) -> None:
        """Another one is meant, or there is one at last."""

    @work(thread=True, group="devices", exclusive=True)
    def find_microphones(self, *, again: bool = False) -> None:
        """Look which there are."""
        try:
            if again:
                self.let_go()
            devices = self.studio.sound_io.devices(again=again)
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(DevicesFound(tuple(device for device in devices if device.inputs > 0)))

    @on(DevicesFound)
    def _devices_found(self, message: DevicesFound) -> None:
        self.microphones = message.microphones
        wanted = self.studio.microphone
        chosen = [microphone for microphone in self.microphones if microphone.name == wanted]
        default = [microphone for microphone in self.microphones if microphone.is_default_input]
        self.device = next(iter(chosen or default or self.microphones), None)
        self._name_microphone()
        if self.device is None:
            self.use_none()
        elif self.has_none:
            self.has_none = False
            self.advise("Press Enter to start.")
            self.say("Here it is.")
        elif wanted and not chosen:
            self.say(f"“{wanted}” is not here now. This is {name_of(self.device)}.")
        elif self.was_asked:
            self.say(f"Microphone: {name_of(self.device)}.")
        self.was_asked = False
        self.refresh_bindings()
        self.microphone_changed()

    def use_none(self) -> None:
        """There is no microphone: the next step is to plug one in."""
        self.microphones, self.device, self.has_none = (), None, True
        self._name_microphone()
        self.advise("First plug in a microphone.")
        self.problem(StudioError("I can't find a microphone.", "Plug one in, then press R to look again."))

    def _name_microphone(self) -> None:
        self.title_is("Record", name_of(self.device) if self.device else "no microphone")

    def action_look_again(self) -> None:
        """Look for microphones again."""
        self.say("Looking for a microphone.")
        self.was_asked = True
        self.find_microphones(again=True)

    def action_microphone(self) -> None:
        """The other microphone; from more than two one chooses in a list."""
        if len(self.microphones) > _FEW:
            from studio.ui.screens.sounds.microphones import MicrophonesScreen

            self.app.push_screen(MicrophonesScreen(self.microphones, self.device, self.use))
        elif self.device in self.microphones:
            self.use(self.microphones[(self.microphones.index(self.device) + 1) % len(self.microphones)])

    def use(self, microphone: Device) -> None:
        """Take this one, and remember it by its name while the program runs."""
        self.device = microphone
        self.studio.microphone = microphone.name
        self._name_microphone()
        self.say(f"Microphone: {name_of(microphone)}.")
        self.microphone_changed()
