"""How a recording stands, and what can be wrong with it."""

from dataclasses import dataclass
from typing import Literal

from studio.audio.units import SILENCE_DBFS
from studio.errors import StudioError

State = Literal["ready", "starting", "recording", "stalled", "lost", "finished"]

_QUIET_DBFS = -36.0
_LOUD_DBFS = -1.0


class NothingRecorded(StudioError):
    """The recording ended before any sound came."""


class MicrophoneSilent(StudioError):
    """The microphone sends exact silence, as no room ever is."""


class MicrophoneStalled(StudioError):
    """The microphone is there and sends nothing."""


class MemoryFull(StudioError):
    """The disk refused for so long that sound had to be dropped."""


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """How a recording stands, for a screen."""

    state: State
    seconds: float
    """Sound that came in."""
    peak_dbfs: float
    """Of the last moments, the loudest channel."""
    rms_dbfs: float
    clipped: int
    """Samples at full scale so far."""
    silent_seconds: float
    """How long it has been exactly silent up to now."""
    lost_seconds: float
    """What never came, by the clock, or had to be dropped."""
    problem: StudioError | None
    overflows: int = 0
    """How often the device said that it dropped sound."""

    @property
    def verdict(self) -> Literal["nothing", "too-quiet", "good", "too-loud"]:
        """The level of the last moments in a word."""
        if self.peak_dbfs <= SILENCE_DBFS:
            return "nothing"
        if self.peak_dbfs < _QUIET_DBFS:
            return "too-quiet"
        return "too-loud" if self.peak_dbfs > _LOUD_DBFS else "good"
