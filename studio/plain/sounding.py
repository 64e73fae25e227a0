"""The speakers and the microphone for line mode: neither holds up what is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from studio.audio.live.devices import Device
    from studio.audio.live.recorder import FinishedTake, RecorderStatus
    from studio.audio.rendering.rendition import Rendition
    from studio.audio.source import SoundSource
    from studio.errors import StudioError

_FADE_SECONDS = 1.0


class LineRecorder(Protocol):
    """One take in the making."""

    def start(self) -> None:
        """Begin."""

    def poll(self) -> RecorderStatus:
        """How it goes."""

    def stop(self) -> FinishedTake:
        """End the take."""


class LinePlayer(Protocol):
    """Plays one sound at a time."""

    def play(self, source: SoundSource, *, start: int = 0, stop: int | None = None) -> None:
        """Play a sound."""

    def stop(self) -> None:
        """Be silent."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is read any more."""

    @property
    def problem(self) -> StudioError | None:
        """What ended the playing early, if anything did."""


class LineIO(Protocol):
    """What line mode needs of the sound devices."""

    def recorder(self, folder: Path, device: Device | None) -> LineRecorder:
        """A recorder that keeps its take in a folder."""

    def player(self) -> LinePlayer:
        """A player on the usual speakers."""


class Speakers:
    """Plays the newest wish; the file of a sound stays open only as long as it is read."""

    def __init__(self, sound_io: LineIO) -> None:
        self._sound_io = sound_io
        self._player: LinePlayer | None = None
        self._open: Rendition | None = None

    def play(self, open_sound: Callable[[], Rendition]) -> None:
        """Play a sound from its start."""
        self.stop()
        if self._player is None:
            self._player = self._sound_io.player()
        self._open = open_sound()
        self._player.play(self._open)

    def stop(self) -> None:
        """Be quiet."""
        if self._player is not None:
            self._player.stop()
            self._player.wait(_FADE_SECONDS)
        if self._open is not None:
            self._open.close()
            self._open = None

    def wait(self) -> None:
        """Hear the sound to its end."""
        if self._player is not None and self._open is not None:
            self._player.wait(self._open.length / self._open.samplerate + _FADE_SECONDS)

    @property
    def problem(self) -> StudioError | None:
        """Why it is silent, if so."""
        return self._player.problem if self._player is not None else None
