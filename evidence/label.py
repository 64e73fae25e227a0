"""A label: a moment of a sound that has a name."""

import math
from dataclasses import dataclass
from typing import Any, Self

from evidence.words import clean_title

LATEST_SECONDS = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Label:
    """A named moment; its place is in the original, so that it stays with its moment whatever is cut."""

    seconds: float
    """From the start of the original."""
    words: str

    def __post_init__(self) -> None:
        if not (math.isfinite(self.seconds) and 0 <= self.seconds <= LATEST_SECONDS):
            raise ValueError(f"no label is at {self.seconds} s")
        object.__setattr__(self, "words", clean_title(self.words))

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"seconds": self.seconds, "words": self.words}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Read what `as_plain` wrote."""
        return cls(float(plain["seconds"]), plain["words"])
