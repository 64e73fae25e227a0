"""Findings: what listening closely found, as plain values that cross from one process to another."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from studio.audio.pitches import Pitch, hertz_of, pitch_of

TRACK_HOP_SECONDS = 512 / 22050
"""From one place of the line of pitch to the next."""
_ONE_NOTE_SHARE = 0.7
_LEAST_MAIN_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class HeardNote:
    """A stretch of one pitch."""

    start: float
    stop: float
    """Seconds."""
    number: float
    """The pitch in semitones, 69 being 440 Hz, with its fraction."""
    is_steady: bool
    """Whether it stays; a slide is a row of notes that do not."""

    @property
    def pitch(self) -> Pitch:
        """The nearest note, and how far off it is."""
        return pitch_of(hertz_of(self.number))

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Beat:
    """A steady beat."""

    bpm: float
    """Beats a minute."""
    other_bpm: float
    """Half or double of it: as right, when one counts slower or faster."""
    sureness: float
    """0 to 1: how well the starts lie on the beat."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found in the part that was listened to."""

    seconds: float
    """How much of the sound that was, from its start."""
    track: tuple[float | None, ...]
    """The line of pitch, every `TRACK_HOP_SECONDS`, in semitones; `None` where there is no clear pitch."""
    notes: tuple[HeardNote, ...]
    beat: Beat | None
    """`None` when there is no steady one."""

    @property
    def voiced_seconds(self) -> float:
        """How long there is a clear pitch."""
        return sum(place is not None for place in self.track) * TRACK_HOP_SECONDS

    def steady_seconds(self) -> dict[int, float]:
        """How long each note is held, by its number; the longest first."""
        held: dict[int, float] = defaultdict(float)
        for note in self.notes:
            if note.is_steady:
                held[note.pitch.number] += note.seconds
        return dict(sorted(held.items(), key=lambda item: -item[1]))

    def main_note(self) -> Pitch | None:
        """The note that is held longest, at its usual pitch; `None` when none is held."""
        number, seconds = next(iter(self.steady_seconds().items()), (0, 0.0))
        if seconds < _LEAST_MAIN_SECONDS:
            return None
        held = [note for note in self.notes if note.is_steady and note.pitch.number == number]
        mean = sum(note.number * note.seconds for note in held) / sum(note.seconds for note in held)
        return pitch_of(hertz_of(mean))

    @property
    def is_one_note(self) -> bool:
        """Whether nearly all that is held is the same note."""
        held = self.steady_seconds()
        return bool(held) and max(held.values()) >= _ONE_NOTE_SHARE * sum(held.values())

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Findings":
        """What `as_dict` made, after its way through JSON."""
        return cls(
            seconds=values["seconds"],
            track=tuple(values["track"]),
            notes=tuple(HeardNote(**note) for note in values["notes"]),
            beat=None if values["beat"] is None else Beat(**values["beat"]),
        )
