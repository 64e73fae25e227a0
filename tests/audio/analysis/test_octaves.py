"""Octaves put right by the spectrum."""

import numpy as np
import pytest

from studio.audio.analysis.octaves import raised

RATE, WINDOW, HOP = 22050, 2048, 512
TIME = np.arange(RATE) / RATE


def a_tone(hertz: float, *partials: float) -> np.ndarray:
    waves = [level * np.sin(2 * np.pi * hertz * n * TIME + n) for n, level in enumerate(partials, 1)]
    return np.sum(waves, axis=0).astype(np.float32)


def put_right(tone: np.ndarray, hertz: float, *, highest: float = 2900.0) -> set[float]:
    found = raised(tone, np.full(40, hertz), samplerate=RATE, window=WINDOW, hop=HOP, highest=highest)
    return {round(float(each), 3) for each in found[2:-2]}


def test_a_bright_high_note_taken_for_the_octave_below_is_raised():
    assert put_right(a_tone(2093.0, 1, 0.5, 0.3), 1046.5) == {2093.0}


@pytest.mark.parametrize("partials", [(1, 0.5, 0.3), (0.2, 0.7, 0.5), (1, 0, 0.33), (0.01, 1, 0.4)])
def test_a_note_that_is_right_stays_however_weak_its_own_wave_is(partials):
    assert put_right(a_tone(700.0, *partials), 700.0) == {700.0}


def test_nothing_goes_above_the_highest_nor_is_a_low_note_touched():
    assert put_right(a_tone(2093.0, 1), 1046.5, highest=2000.0) == {1046.5}
    assert put_right(a_tone(400.0, 1), 200.0) == {200.0}


def test_where_there_is_no_pitch_there_is_none_afterwards():
    found = raised(
        a_tone(900.0, 1), np.full(200, np.nan), samplerate=RATE, window=WINDOW, hop=HOP, highest=2900.0
    )
    assert np.isnan(found).all()
