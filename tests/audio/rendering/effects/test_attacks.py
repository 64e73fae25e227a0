import numpy as np
import pytest

from studio.audio.rendering.effects.attacks import bins_around, landmarks

FRAMES = 20
SPACING = 10
BINS = 200


def looked_at(wave):
    return landmarks(wave.astype(np.float32), FRAMES, SPACING)


def a_run(seed=1, peak=1e-5):
    """Almost silence: the run with all that is looked at around it."""
    length = 1 + FRAMES * (BINS + 2 * bins_around(SPACING))
    return np.random.default_rng(seed).uniform(-peak, peak, length)


def strike(wave, bin_, peak=0.5):
    """A click that rings for a few bins; bin 0 is the first of the run."""
    start = 1 + FRAMES * (bin_ + bins_around(SPACING))
    wave[start : start + 100] += peak * np.exp(-np.arange(100) / 30) * np.sin(np.arange(100))


def test_strikes_are_found_where_they_are():
    wave = a_run()
    for bin_ in (3, 50, 120, 199):
        strike(wave, bin_)
    assert looked_at(wave).attacks == (3, 50, 120, 199)


def test_of_two_that_are_too_near_the_louder_is_taken():
    wave = a_run()
    strike(wave, 60, peak=0.1)
    strike(wave, 60 + SPACING - 1, peak=0.6)
    assert looked_at(wave).attacks == (60 + SPACING - 1,)


def test_the_pulses_of_a_low_voice_are_no_attacks():
    wave = a_run()
    for bin_ in range(-20, BINS + 20, 5):
        strike(wave, bin_)
    assert looked_at(wave).attacks == ()


def test_what_is_outside_the_run_is_seen_but_not_told():
    wave = a_run()
    strike(wave, -1)
    strike(wave, 4)
    assert looked_at(wave).attacks == ()


@pytest.mark.parametrize("hole", [30, 77, 150])
def test_the_quietest_place_is_found(hole):
    wave = 0.2 * np.sin(0.3 * np.arange(len(a_run())))
    start = 1 + FRAMES * (hole - 10 + bins_around(SPACING))
    wave[start : start + 20 * FRAMES] *= 0.001
    found = looked_at(wave)
    assert abs(found.quietest - hole) <= 7
    assert found.is_quiet


def test_a_steady_sound_has_no_quiet_place():
    assert not looked_at(0.2 * np.sin(0.3 * np.arange(len(a_run())))).is_quiet


def test_silence_is_quiet_and_has_no_attacks():
    found = looked_at(np.zeros(len(a_run())))
    assert found.attacks == ()
    assert found.is_quiet
