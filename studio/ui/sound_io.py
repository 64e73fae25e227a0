"""What the screens need of microphones and speakers; the real one opens PortAudio at the last moment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from studio.errors import StudioError

if TYPE_CHECKING:
    from studio.audio.clip import Frames
    from studio.audio.live.devices import Device
    from studio.audio.live.how_to_record import HowToRecord
    from studio.audio.live.recorder import FinishedTake, RecorderStatus
    from studio.audio.live.recovery import UnfinishedTake
    from studio.audio.source import SoundSource


class TakeRecorder(Protocol):
    """One take in the making."""

    def listen(self) -> None:
        """Open the microphone and keep nothing; raises a `StudioError` when it cannot be opened."""

    def start(self) -> None:
        """Begin; raises a `StudioError` when the microphone cannot be opened."""

    def poll(self) -> RecorderStatus:
        """How it goes; quick, to be asked ten times a second."""

    def pause(self) -> None:
        """Let the take stand still; quick."""

    def go_on(self) -> None:
        """Let it go on; quick."""

    def longer(self, seconds: float) -> None:
        """Let it be so much longer than it might be; quick."""

    def stop(self) -> FinishedTake:
        """End the take, which is then whole on disk."""

    def leave(self) -> None:
        """Close the microphone and keep nothing."""


class SoundListener(Protocol):
    """A microphone that is only listened to."""

    def start(self) -> None:
        """Open it; raises a `StudioError` when it cannot be opened."""

    @property
    def samplerate(self) -> int:
        """Frames a second, once it has started."""

    @property
    def problem(self) -> StudioError | None:
        """Why nothing is heard any more, if so."""

    @property
    def silent_seconds(self) -> float:
        """How long there has been exact silence."""

    def latest(self, seconds: float) -> Frames:
        """The newest frames, as many as there are; quick, to be asked ten times a second."""

    def close(self) -> None:
        """Listen no more."""


class SoundPlayer(Protocol):
    """Plays one sound at a time."""

    def play(self, source: SoundSource, *, start: int = 0, stop: int | None = None) -> None:
        """Play some frames of a sound."""

    def stop(self) -> None:
        """Be silent."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is read any more; false when that takes longer than `timeout` seconds."""

    @property
    def position(self) -> int:
        """The frame that sounds now."""

    @property
    def is_playing(self) -> bool:
        """True while something sounds."""

    @property
    def problem(self) -> StudioError | None:
        """What ended the playing early, if anything did."""


class SoundIO(Protocol):
    """Everything that touches a sound device or a take in progress."""

    def devices(self, *, again: bool = False) -> tuple[Device, ...]:
        """Microphones and speakers, `again` to look anew; raises a `StudioError` if there can be none."""

    def recorder(self, folder: Path, device: Device | None, how: HowToRecord | None = None) -> TakeRecorder:
        """A recorder that keeps its take in a folder; by itself it begins at once and never ends."""

    def listener(self, device: Device | None) -> SoundListener:
        """A microphone to listen to without recording."""

    def player(self) -> SoundPlayer:
        """A player on the usual speakers."""

    def unfinished(self, folder: Path) -> tuple[UnfinishedTake, ...]:
        """Takes that a crash or a pulled plug left behind."""

    def recover(self, take: UnfinishedTake) -> FinishedTake:
        """Make a whole take of one left behind."""


class RealSoundIO:
    """The sound devices of this computer."""

    # Each import waits until it is needed: PortAudio and NumPy together cost a tenth of a second
    # and PortAudio may be missing.

    def devices(self, *, again: bool = False) -> tuple[Device, ...]:
        """Microphones and speakers, through PortAudio."""
        from studio.audio.live.devices import list_devices, rescan

        return rescan() if again else list_devices()

    def recorder(self, folder: Path, device: Device | None, how: HowToRecord | None = None) -> TakeRecorder:
        """A recorder on a microphone of this computer."""
        from studio.audio.live.monitor import Monitor
        from studio.audio.live.recorder import Recorder

        if how is None:
            return Recorder(folder, device=device)
        return Recorder(
            folder,
            device=device,
            waits_for_sound=how.start == "sound",
            longest_seconds=how.longest_seconds,
            monitor=Monitor if how.hears_self else None,
        )

    def listener(self, device: Device | None) -> SoundListener:
        """A microphone of this computer."""
        from studio.audio.live.listener import Listener

        return Listener(device=device)

    def player(self) -> SoundPlayer:
        """A player on the speakers of this computer."""
        from studio.audio.live.player import Player

        return Player()

    def unfinished(self, folder: Path) -> tuple[UnfinishedTake, ...]:
        """Takes left behind in a folder."""
        from studio.audio.live.recovery import find_unfinished

        return find_unfinished(folder)

    def recover(self, take: UnfinishedTake) -> FinishedTake:
        """A whole take of one left behind."""
        from studio.audio.live.recovery import recover

        return recover(take)
