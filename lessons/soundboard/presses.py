"""Which presses count: for unsteady hands not those that come too soon after another."""

from dataclasses import dataclass

HELD_SECONDS = 0.06
"""A key that is held down sends presses as close together as this."""
LONG_SECONDS = 10.0
"""A sound that has played for so long can be stopped with a press, or a long one could not be left."""


@dataclass
class Presses:
    """Tells presses that count from those that do not."""

    pause: float
    """Seconds without any press before the next one counts; 0 where all count but those of a held key."""
    last: float | None = None

    def counts(self, now: float) -> bool:
        """Whether a press at this moment counts; it is remembered either way."""
        before, self.last = self.last, now
        return before is None or now - before >= max(self.pause, HELD_SECONDS)
