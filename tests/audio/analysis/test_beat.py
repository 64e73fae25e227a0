"""The beat: found where there is one, and not where starts are anywhere."""

import numpy as np
import pytest

from studio.audio.analysis.beat import FEWEST_ONSETS, beat_of


@pytest.mark.parametrize("bpm", [62.0, 90.0, 120.0, 150.0])
def test_hands_that_clap_give_their_beat_to_two_in_a_hundred(bpm):
    wobble = np.random.default_rng(1).normal(0, 0.025, 20)
    beat = beat_of(np.sort(1.3 + np.arange(20) * 60 / bpm + wobble).tolist(), bpm * 1.04)
    assert beat is not None
    assert beat.bpm == pytest.approx(bpm, rel=0.02)
    assert beat.sureness > 0.8


def test_half_or_double_is_offered_too():
    slow = beat_of((np.arange(16) * 1.0).tolist(), 60.0)
    fast = beat_of((np.arange(16) * 0.4).tolist(), 150.0)
    assert slow is not None
    assert slow.other_bpm == pytest.approx(120, rel=0.01)
    assert fast is not None
    assert fast.other_bpm == pytest.approx(75, rel=0.01)


def test_a_rhythm_on_the_beat_and_between_keeps_the_beat():
    lengths = np.tile([1, 0.5, 0.5, 1, 1, 2, 0.5, 0.5], 3) * 60 / 104
    beat = beat_of(np.cumsum(lengths).tolist(), 104.0)
    assert beat is not None
    assert beat.bpm == pytest.approx(104, rel=0.01)


def test_a_beat_that_slowly_gets_faster_is_steady_at_each_moment():
    beat = beat_of(np.cumsum(np.linspace(0.52, 0.48, 60)).tolist(), 120.0)
    assert beat is not None
    assert 110 < beat.bpm < 130


def test_starts_at_random_hardly_ever_have_a_beat():
    generator = np.random.default_rng(5)
    found = [
        beat_of(np.cumsum(generator.exponential(0.3, int(count))).tolist(), float(guess))
        for count, guess in zip(
            generator.integers(FEWEST_ONSETS, 60, 200), generator.uniform(70, 170, 200), strict=True
        )
    ]
    assert sum(beat is not None for beat in found) <= 4


def test_a_few_starts_are_too_few_to_say():
    assert beat_of((np.arange(FEWEST_ONSETS - 1) * 0.5).tolist(), 120.0) is None
    assert beat_of([], 120.0) is None
