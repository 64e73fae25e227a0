"""How a recording stands, and what can be wrong with it."""

from dataclasses import dataclass
from typing import Literal

from studio.audio.live.take_gate import GateState
from studio.audio.units import SILENCE_DBFS
from studio.errors import StudioError

State = Literal[
    "ready", "listening", "waiting", "starting", "recording", "paused", "full", "stalled", "lost", "finished"
]
"""`ready` before anything; `listening` with the microphone open and no take; `waiting` for a sound;
`full` when the take is as long as it may be."""

STATES: dict[GateState, State] = {
    "shut": "listening",
    "waiting": "waiting",
    "open": "recording",
    "paused": "paused",
    "full": "full",
}
"""By what goes into the take, while sound comes."""

QUIET_DBFS = -36.0
_LOUD_DBFS = -1.0


class NothingRecorded(StudioError):
    """The recording ended before any sound came."""


class MicrophoneSilent(StudioError):
    """The microphone sends exact silence, as no room ever is."""


class MicrophoneStalled(StudioError):
    """The microphone is there and sends nothing."""


class MemoryFull(StudioError):
    """The disk refused for so long that sound had to be dropped."""


class SoundMissing(StudioError):
    """The computer stood still for so long that sound never came."""


class TooLoud(StudioError):
    """A take that reached full scale."""


class FarTooQuiet(StudioError):
    """A take whose loudest moment is hardly there."""


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """How a recording stands, for a screen."""

    state: State
    seconds: float
    """Length of the take."""
    peak_dbfs: float
    """Of the last moments, the loudest channel."""
    rms_dbfs: float
    clipped: int
    """Samples of the take at full scale so far."""
    silent_seconds: float
    """How long it has been exactly silent up to now."""
    lost_seconds: float
    """What never came, by the clock, or had to be dropped."""
    problem: StudioError | None
    overflows: int = 0
    """How often the device said that it dropped sound."""
    left_seconds: float | None = None
    """How much longer the take may be; `None` for no end."""
    notice: StudioError | None = None
    """What does not work as wished and harms no take."""

    @property
    def verdict(self) -> Literal["nothing", "too-quiet", "good", "too-loud"]:
        """The level of the last moments in a word."""
        if self.peak_dbfs <= SILENCE_DBFS:
            return "nothing"
        if self.peak_dbfs < QUIET_DBFS:
            return "too-quiet"
        return "too-loud" if self.peak_dbfs > _LOUD_DBFS else "good"

    @property
    def is_over(self) -> bool:
        """Whether the take should be ended now; a microphone that is only silent may be switched on."""
        return self.state == "full" or not (
            self.problem is None or isinstance(self.problem, MicrophoneSilent)
        )
