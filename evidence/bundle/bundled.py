"""Entries and sounds as a bundle holds them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.entry import Entry, SoundUse

if TYPE_CHECKING:
    from evidence.bundle.waveform import Shape


@dataclass(frozen=True, slots=True)
class Heard:
    """One version of a sound as the bundle holds it."""

    path: str
    """Inside the bag."""
    seconds: float
    shape: "Shape"


@dataclass(frozen=True, slots=True)
class BundledSound:
    """A sound of an entry, as it is now and as it came in."""

    use: SoundUse
    after: Heard
    before: Heard | None
    """`None` when nothing was done to it."""
    steps: tuple[str, ...]
    """What was done, one phrase a step."""


@dataclass(frozen=True, slots=True)
class BundledEntry:
    """An entry with its sounds and files as the bundle holds them."""

    entry: Entry
    sounds: list[BundledSound]
    files: list[tuple[str, str]]
    """Name in the bundle, and the name it had."""
