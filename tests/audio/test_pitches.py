"""Frequencies as names of notes."""

import math

import pytest

from studio.audio.pitches import NAMES, hertz_of, note_name, number_of, pitch_of


@pytest.mark.parametrize(
    ("hertz", "name", "cents"),
    [
        (440.0, "A4", 0.0),
        (261.6256, "C4", 0.0),
        (27.5, "A0", 0.0),
        (4186.009, "C8", 0.0),
        (466.1638, "Bb4", 0.0),
        (440.0 * 2 ** (23 / 1200), "A4", 23.0),
        (440.0 * 2 ** (-49 / 1200), "A4", -49.0),
    ],
)
def test_a_frequency_is_its_nearest_note_and_so_many_cents(hertz, name, cents):
    pitch = pitch_of(hertz)
    assert pitch.name == name
    assert pitch.cents == pytest.approx(cents, abs=0.01)
    assert pitch.letter == name[:-1]


def test_every_key_of_a_piano_has_its_name_and_comes_back():
    for number in range(21, 109):
        assert pitch_of(hertz_of(number)).number == number
        assert note_name(number).rstrip("0123456789") in NAMES
        assert number_of(hertz_of(number)) == pytest.approx(number)


def test_within_ten_cents_is_in_tune():
    assert pitch_of(440 * 2 ** (9 / 1200)).is_in_tune
    assert not pitch_of(440 * 2 ** (-11 / 1200)).is_in_tune


@pytest.mark.parametrize("nothing", [0.0, -1.0, math.inf, math.nan])
def test_what_is_no_frequency_is_our_mistake(nothing):
    with pytest.raises(ValueError, match="no pitch"):
        pitch_of(nothing)
