"""Playing for the screens: the newest wish wins, and opening the speakers never holds up a key."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from studio.errors import StudioError
from studio.ui.faults import FAULTS

if TYPE_CHECKING:
    from studio.audio.source import SoundSource
    from studio.ui.sound_io import SoundIO, SoundPlayer

    class Playable(SoundSource, Protocol):
        """A sound that is open, and is closed once it is not heard any more."""

        def close(self) -> None:
            """Let go of its file."""


_FADE_SECONDS = 1.0


class Speaker:
    """Owns the player; `play` and `settle` may block and belong in a worker thread, the rest is quick."""

    def __init__(self, sound_io: SoundIO) -> None:
        self._sound_io = sound_io
        self._player: SoundPlayer | None = None
        self._open: Playable | None = None
        self._wish: object | None = None
        self._sounding: object | None = None
        """The wish that was fulfilled last."""
        self._opening = Lock()
        self.said = ""
        """What kept it silent, in the words last shown."""

    def wish(self) -> object:
        """A new wish to hear something; older ones that have not sounded yet are dropped."""
        self._wish = object()
        return self._wish

    def hush(self) -> None:
        """A wish for silence; `settle` fulfils it."""
        self._wish = None

    def play(
        self, wish: object, open_sound: Callable[[], Playable], *, start: int = 0, stop: int | None = None
    ) -> None:
        """Play a sound, if its wish is still the newest.

        Raises
        ------
        StudioError
            If the sound or the speakers cannot be opened.
        """
        with self._opening:
            if wish is not self._wish:
                return
            self._silence()
            try:
                if self._player is None:
                    self._player = self._sound_io.player()
                elif self._player.problem is not None:
                    self._sound_io.devices(again=True)  # speakers may have been plugged in since
                self._open = open_sound()
                # Seconds rounded to frames may lie one past the end.
                end = self._open.length if stop is None else min(stop, self._open.length)
                self._player.play(self._open, start=min(start, end), stop=end)
            except FAULTS:
                self._wish = None
                raise
            self._sounding = wish

    def settle(self) -> None:
        """Be silent, unless something was wished for since."""
        with self._opening:
            if self._wish is None:
                self._silence()

    @property
    def is_busy(self) -> bool:
        """True from the wish until the last frame has sounded."""
        if self._wish is None:
            return False
        return self._wish is not self._sounding or (self._player is not None and self._player.is_playing)

    @property
    def position(self) -> int | None:
        """The frame that sounds now; `None` in silence."""
        if self._player is None or self._wish is None or self._wish is not self._sounding:
            return None
        return self._player.position if self._player.is_playing else None

    @property
    def problem(self) -> StudioError | None:
        """What ended the playing early."""
        return None if self._player is None else self._player.problem

    def _silence(self) -> None:
        if self._player is not None:
            self._player.stop()
            self._player.wait(_FADE_SECONDS)  # it still reads the sound while it fades out
        if self._open is not None:
            self._open.close()
            self._open = None
