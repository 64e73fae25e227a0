"""How the next take is to be made: when it starts, how long it may be, whether one hears oneself."""

from dataclasses import dataclass
from typing import Literal

Start = Literal["at-once", "count-in", "beats", "sound"]

LONGEST_FOR_PUPILS_SECONDS = 600.0
TAKE_BYTES_A_SECOND = 48000 * 3
"""One channel at 48 kHz and 24 bits."""
COUNT_IN_SECONDS = 3
COUNT_IN_BEATS = 4
USUAL_BEATS_A_MINUTE = 90


@dataclass(frozen=True, slots=True)
class HowToRecord:
    """What somebody chose before recording; it loads nothing heavy, for the app has one from its start."""

    start: Start = "at-once"
    """At once, after three seconds, after four beats, or by the first sound that is heard."""
    beats_a_minute: int = USUAL_BEATS_A_MINUTE
    """For a start after four beats."""
    longest_seconds: float | None = LONGEST_FOR_PUPILS_SECONDS
    """A take ends there by itself; `None` for no end, as for an assembly."""
    hears_self: bool = False
    """Whether what the microphone hears is played meanwhile: only good with headphones."""
    shows_level: bool = True
    """Whether the microphone is listened to before one records, to show how loud it is."""

    @property
    def counts(self) -> int:
        """Numbers to count before the take; none when it does not begin with a count."""
        return {"count-in": COUNT_IN_SECONDS, "beats": COUNT_IN_BEATS}.get(self.start, 0)

    @property
    def count_seconds(self) -> float:
        """How long each number stands."""
        return 60.0 / self.beats_a_minute if self.start == "beats" else 1.0
