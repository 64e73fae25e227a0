"""The microphone while nothing is recorded: opened and closed one after the other, never holding up a key."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.audio.live.devices import Device
    from studio.audio.live.how_to_record import HowToRecord
    from studio.audio.live.recorder import RecorderStatus
    from studio.ui.sound_io import SoundIO, TakeRecorder


class Ear:
    """Listens and keeps nothing; `open`, `settle` and `recorder` may block and belong in a thread."""

    def __init__(self, sound_io: SoundIO) -> None:
        self._sound_io = sound_io
        self._wish: object | None = None
        self._open: TakeRecorder | None = None
        self._turn = Lock()

    def wish(self) -> object:
        """A new wish to listen; older ones that were not fulfilled yet are dropped."""
        self._wish = object()
        return self._wish

    def shut(self) -> None:
        """A wish to listen no more; `settle` fulfils it."""
        self._wish = None

    def open(self, wish: object, folder: Path, device: Device | None, how: HowToRecord) -> None:
        """Open the microphone, if its wish is still the newest.

        Raises
        ------
        StudioError
            If it cannot be opened.
        """
        with self._turn:
            if wish is not self._wish:
                return
            self._close()
            recorder = self._sound_io.recorder(folder, device, how)
            recorder.listen()
            self._open = recorder

    def settle(self) -> None:
        """Close the microphone, unless somebody wished to listen since."""
        with self._turn:
            if self._wish is None:
                self._close()

    def recorder(self, folder: Path, device: Device | None, how: HowToRecord) -> TakeRecorder:
        """The recorder that listens, for a take to begin with; a new one when none does.

        Raises
        ------
        StudioError
            If there is no microphone.
        """
        with self._turn:
            self._wish = None
            recorder, self._open = self._open, None
            return recorder or self._sound_io.recorder(folder, device, how)

    @property
    def status(self) -> RecorderStatus | None:
        """What is heard now; `None` when nothing listens."""
        recorder = self._open
        return None if recorder is None or self._wish is None else recorder.poll()

    def _close(self) -> None:
        recorder, self._open = self._open, None
        if recorder is not None:
            recorder.leave()
