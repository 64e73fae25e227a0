"""Pitches: frequencies as names of notes, and how far off they are."""

import math
from dataclasses import dataclass

CONCERT_A_HERTZ = 440.0
NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B")
"""The twelve notes, each by the name that a school's songs use most."""
IN_TUNE_CENTS = 10.0
"""About what a listener begins to hear as off between two notes one after the other."""

_CONCERT_A = 69  # its number in MIDI, where middle C (C4) is 60


@dataclass(frozen=True, slots=True)
class Pitch:
    """The note nearest to a frequency, and how far the frequency is from it."""

    hertz: float
    number: int
    """As MIDI counts: 60 is middle C, 69 is the A of 440 Hz, one a semitone."""
    cents: float
    """-50 to 50; below 0 is too low."""

    @property
    def name(self) -> str:
        """Such as `Bb4`; the octave changes at C, and middle C is `C4`."""
        return note_name(self.number)

    @property
    def letter(self) -> str:
        """Such as `Bb`."""
        return NAMES[self.number % 12]

    @property
    def is_in_tune(self) -> bool:
        """Whether most people would call it right."""
        return abs(self.cents) <= IN_TUNE_CENTS


def pitch_of(hertz: float) -> Pitch:
    """The nearest note of twelve equal semitones, A being 440 Hz.

    Raises
    ------
    ValueError
        If there is no such frequency.
    """
    if not 0 < hertz < math.inf:
        raise ValueError(f"{hertz} Hz is no pitch")
    exact = number_of(hertz)
    number = math.floor(exact + 0.5)
    return Pitch(hertz, number, 100 * (exact - number))


def number_of(hertz: float) -> float:
    """A frequency as a number of semitones, 69 being 440 Hz."""
    return _CONCERT_A + 12 * math.log2(hertz / CONCERT_A_HERTZ)


def hertz_of(number: float) -> float:
    """The frequency of a number of semitones."""
    return float(CONCERT_A_HERTZ * 2.0 ** ((number - _CONCERT_A) / 12))


def note_name(number: int) -> str:
    """The name of a note with its octave."""
    return f"{NAMES[number % 12]}{number // 12 - 1}"
