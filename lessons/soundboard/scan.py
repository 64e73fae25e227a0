"""Scanning for one switch: the highlight walks by itself, and rests when nobody presses."""

from dataclasses import dataclass, replace
from typing import Self

ROUNDS = 3
"""So often it goes round without a press; then it rests."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Where the highlight stands, and since when."""

    many: int
    """Over how many places it walks."""
    pace: float
    """Seconds at each."""
    at: int
    """The place that it stands on, 0 for the first."""
    since: float
    """When it came there, in seconds of any clock."""
    steps: int = 0
    """How often it has walked since the last press."""

    @property
    def rests(self) -> bool:
        """Whether it waits for a press to walk again."""
        return self.steps >= ROUNDS * self.many

    def seen(self, now: float, *, busy: bool) -> Self:
        """Where it is now; while it is `busy`, as with a sound that plays, its time stands still."""
        if busy:
            return replace(self, since=now)
        if self.rests or now - self.since < self.pace:
            return self
        return replace(self, at=(self.at + 1) % self.many, since=now, steps=self.steps + 1)

    def pressed(self, now: float) -> Self:
        """After a press: it stays a while where it is, then goes round again."""
        return replace(self, since=now, steps=0)
