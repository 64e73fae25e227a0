"""The tuner's ear: notes from the lowest to the highest of a piano, and nothing where there is none."""

import math

import numpy as np
import pytest

from studio.audio.tuner import HIGHEST_HERTZ, LOWEST_HERTZ, MOMENT_SECONDS, pitch_heard
from tests.builders import a_sine, noise

FEW_CENTS = 3.0


def a_tone(hertz: float, *, samplerate: int, partials: tuple[float, ...], phase: float = 0.4) -> np.ndarray:
    time = np.arange(round(MOMENT_SECONDS * samplerate)) / samplerate
    waves = [
        level * np.sin(2 * np.pi * hertz * partial * time + phase * partial)
        for partial, level in enumerate(partials, 1)
        if partial * hertz < samplerate / 2
    ]
    return (0.2 * np.sum(waves, axis=0)).astype(np.float32)[:, None]


@pytest.mark.parametrize("samplerate", [44100, 48000, 96000])
@pytest.mark.parametrize(
    "partials",
    [(1.0,), tuple(1 / n for n in range(1, 16)), (0.2, 0.7, 0.5), (1.0, 0.0, 0.33, 0.0, 0.2)],
    ids=["sine", "bowed", "weak fundamental", "hollow"],
)
def test_every_note_from_27_hertz_to_4_kilohertz_is_heard_to_a_few_cents(samplerate, partials):
    for hertz in np.geomspace(27.5, 4000.0, 60):
        heard = pitch_heard(a_tone(hertz, samplerate=samplerate, partials=partials), samplerate)
        assert heard is not None, hertz
        assert abs(1200 * math.log2(heard / hertz)) < FEW_CENTS, hertz


def test_a_noisy_room_costs_a_few_cents_and_no_octave():
    for hertz in np.geomspace(60.0, 3000.0, 40):
        tone = a_tone(hertz, samplerate=48000, partials=(1.0, 0.3))
        heard = pitch_heard(tone + noise(MOMENT_SECONDS, peak=0.02), 48000)
        assert heard is not None
        assert abs(1200 * math.log2(heard / hertz)) < 4 * FEW_CENTS


@pytest.mark.parametrize("seed", range(20))
def test_noise_has_no_pitch(seed):
    hiss = noise(MOMENT_SECONDS, seed=seed)
    assert pitch_heard(hiss, 48000) is None
    rumble = np.cumsum(hiss, axis=0).astype(np.float32) * 0.05
    assert pitch_heard(rumble, 48000) is None


def test_what_is_too_quiet_too_short_or_broken_has_no_pitch():
    assert pitch_heard(a_sine(peak=0.001).frames, 48000) is None
    assert pitch_heard(a_sine(0.05).frames, 48000) is None
    assert pitch_heard(np.zeros((0, 1), np.float32), 48000) is None
    assert pitch_heard(np.full((48000, 2), np.nan, np.float32), 48000) is None
    assert pitch_heard(np.full((48000, 1), 0.5, np.float32), 48000) is None


def test_a_whistle_above_the_highest_note_is_not_called_a_lower_one():
    for hertz in (4700.0, 6000.0, 9000.0):
        assert pitch_heard(a_sine(hertz=hertz).frames, 48000) is None
    assert LOWEST_HERTZ < 27.5 < 4186 < HIGHEST_HERTZ


def test_of_a_longer_piece_the_end_counts_and_an_offset_does_not():
    frames = np.concatenate([a_sine(hertz=300).frames, a_sine(hertz=500).frames + np.float32(0.3)])
    assert pitch_heard(frames, 48000) == pytest.approx(500, rel=0.001)
