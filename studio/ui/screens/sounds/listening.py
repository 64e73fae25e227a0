"""A screen that shows how loud the microphone is before anything is recorded."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.widgets import Static

from studio.audio.live.how_to_record import TAKE_BYTES_A_SECOND
from studio.disk import free_bytes
from studio.errors import StudioError
from studio.ui.ear import Ear
from studio.ui.faults import FAULTS, in_words
from studio.ui.read_in_thread import read_in_thread
from studio.ui.record_words import PRESS_ENTER, how_words, ready_words
from studio.ui.screens.sounds.microphone import MicrophoneScreen
from studio.ui.text import literal
from studio.ui.widgets.meter import Meter

if TYPE_CHECKING:
    from studio.audio.live.devices import Device
    from studio.audio.live.how_to_record import HowToRecord

POLL_SECONDS = 0.1
_LISTENING = "only listening: nothing is kept"
_RECORDED = "the last minute"
_WAYS_ON = {
    "lost": "Plug it in, then press R to look again.",
    "stalled": "Pull it out and plug it in again, then press R to look again.",
}


class ListeningFailed(Message):
    """The microphone cannot be listened to."""

    def __init__(self, error: StudioError | OSError) -> None:
        super().__init__()
        self.error = in_words(error)


class PlaceRead(Message):
    """Where the next take goes is known: with a session of the club, and how much room there is."""

    def __init__(self, in_session: bool, room_seconds: float) -> None:
        super().__init__()
        self.in_session = in_session
        self.room_seconds = room_seconds


class ListeningScreen(MicrophoneScreen):
    """The microphone is open while this screen is looked at, and at no other time."""

    def __init__(self) -> None:
        super().__init__()
        self.in_session = False
        """Whether a take goes with a session of the club."""
        self.room_seconds = math.inf
        """How long a take the disk has room for."""
        self._ear: Ear | None = None
        self._noted: StudioError | None = None

    @property
    def ear(self) -> Ear:
        """The microphone before one records."""
        if self._ear is None:
            self._ear = Ear(self.studio.sound_io)
        return self._ear

    @property
    def how(self) -> HowToRecord:
        """How the next take is to be made."""
        return self.studio.how_to_record

    @property
    def is_ready(self) -> bool:
        """Whether nothing is being recorded; every such screen says."""
        raise NotImplementedError

    def read_library(self) -> None:
        """On coming back: choices may be others, and a session may have begun."""
        self.look_for_place()
        self.show_how()
        if self.device is not None:
            self.microphone_changed()

    @read_in_thread
    def look_for_place(self) -> Message:
        """Look whether a session of the club goes on, and what room there is."""
        from studio.takes import session_now

        room = free_bytes(self.library.folder) / TAKE_BYTES_A_SECOND
        return PlaceRead(bool(session_now(self.library)), room)

    @on(PlaceRead)
    def _place_read(self, message: PlaceRead) -> None:
        self.in_session = message.in_session
        self.room_seconds = message.room_seconds
        self.show_how()

    def show_how(self) -> None:
        """Say how the next take is made."""
        words = how_words(self.how, in_session=self.in_session, room_seconds=self.room_seconds)
        self.query_one("#how", Static).update(literal(words))

    # Listening

    def microphone_changed(self) -> None:
        """Listen to the one that is meant now."""
        self.query_one(Meter).rest()
        if self.device is not None and self.is_ready and self.how.shows_level:
            self.listen()
        else:
            self.stop_listening()

    def listen(self) -> None:
        """Open the microphone, and keep nothing."""
        self._listen(self.ear.wish(), self.device, self.how)

    def stop_listening(self) -> None:
        """Close the microphone; the app waits for it, for this screen may be gone before."""
        self.ear.shut()
        self.app.run_worker(partial(self.ear.settle), thread=True, group="ear")

    def let_go(self) -> None:
        """Close the microphone, in the thread that wants to look for others."""
        self.ear.shut()
        self.ear.settle()

    def on_screen_suspend(self) -> None:
        """Whoever looks at another screen is not listened to."""
        self.stop_listening()

    @work(thread=True, group="ear")
    def _listen(self, wish: object, device: Device | None, how: HowToRecord) -> None:
        try:
            self.ear.open(wish, self.library.takes, device, how)
        except FAULTS as error:
            self.post_message(ListeningFailed(error))

    @on(ListeningFailed)
    def _not_listening(self, message: ListeningFailed) -> None:
        from studio.audio.live.devices import NoMicrophone  # loads NumPy

        if not self.is_ready:
            return
        if isinstance(message.error, NoMicrophone):
            self.use_none()
        else:
            self.problem(message.error)

    def show_level(self) -> None:
        """Show what is heard before one records."""
        status = self.ear.status
        if status is None:
            self.call_it("")
            return
        if status.state != "listening":
            self.stop_listening()
            self.query_one(Meter).rest()
            if status.problem is not None and status.state in _WAYS_ON:
                self.problem(StudioError(status.problem.what, _WAYS_ON[status.state]))
            return
        self.query_one(Meter).hear(status.peak_dbfs)
        self.call_it(_LISTENING)
        if self.is_ready:
            self.advise(ready_words(status, others=len(self.microphones) > 1))
        self.note(status.notice)

    def note(self, notice: StudioError | None) -> None:
        """Say once what does not work as wished and harms no take."""
        if notice is not None and notice is not self._noted:
            self.problem(notice)
        self._noted = notice

    def show_recorded(self) -> None:
        """Say what the strip shows while one records."""
        self.call_it(_RECORDED)

    def call_it(self, words: str) -> None:
        """Say under the strip what is heard."""
        self.query_one("#minute", Static).update(literal(words))

    def ask_for_enter(self) -> None:
        """Say how to begin."""
        self.advise(PRESS_ENTER)
