"""How loud it was in the room, compared only with last time in the same place and with the same set-up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

SAME_DB = 3.0
"""Two readings that differ by less are about the same: people in the hall differ by more."""
QUIETER, SAME, LOUDER = "quieter", "about the same", "louder"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading, and what people said about the sound.

    `level` is what our own microphone read, in decibels against full scale. It does not say how loud the
    room is: it is only ever compared with a reading from the same place and set-up.
    """

    id: str
    date: date
    place: str
    setup: str
    """What stood where, in a line, such as `USB microphone on the stage, 1 m`."""
    level: float | None = None
    talk: str = ""
    """Could two people in the middle talk in a normal voice? `yes`, `no`, or not asked."""
    back_row: str = ""
    """Were the words clear in the back row? `yes`, `no`, or not asked."""
    ears: str = ""
    """Did anybody cover their ears? `yes`, `no`, or not asked."""
    meter: str = ""
    """What a calibrated sound level meter showed, exactly as it was typed."""
    event: str = ""
    by: tuple[str, ...] = ()
    when: datetime
    struck: bool = False
    """Whether it was taken out; it can be put back."""

    def is_like(self, other: "Reading") -> bool:
        """Whether the two may be compared."""
        return (_plain(self.place), _plain(self.setup)) == (_plain(other.place), _plain(other.setup))


def last_time(reading: Reading, others: Iterable[Reading]) -> Reading | None:
    """The newest earlier reading from the same place and set-up; `None` for the first of its kind."""
    found = [
        each
        for each in others
        if each.level is not None and not each.struck and each.when < reading.when and each.is_like(reading)
    ]
    return max(found, key=lambda each: each.when, default=None)


def compared(reading: Reading, before: Reading | None) -> str:
    """`quieter`, `about the same` or `louder` than last time; empty when it cannot be said."""
    if before is None or before.level is None or reading.level is None:
        return ""
    difference = reading.level - before.level
    if abs(difference) < SAME_DB:
        return SAME
    return LOUDER if difference > 0 else QUIETER


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
