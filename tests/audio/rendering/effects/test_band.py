import numpy as np
import pytest

from studio.audio.recipe import RecipeFault
from studio.audio.rendering.effects.band import high_pass, low_pass
from tests.audio.oracle import ArrayStage
from tests.builders import a_sine, noise

RATE = 48000


def level_db(make, hertz, cut):
    """How much a steady tone is turned up or down, away from its ends."""
    frames = a_sine(1, hertz=hertz, peak=0.5).frames.astype(np.float64)
    after = make(ArrayStage(frames, RATE), cut).read(RATE // 4, RATE * 3 // 4)
    return 20 * np.log10(
        np.sqrt(np.mean(after**2)) / np.sqrt(np.mean(frames[RATE // 4 : RATE * 3 // 4] ** 2))
    )


@pytest.mark.parametrize("cut", [80, 1000, 6000])
def test_low_pass_keeps_what_is_lower_and_takes_what_is_higher(cut):
    assert level_db(low_pass, cut / 2, cut) == pytest.approx(0, abs=0.1)
    assert level_db(low_pass, cut, cut) == pytest.approx(-6, abs=0.3)
    assert level_db(low_pass, cut * 1.6, cut) < -30


@pytest.mark.parametrize("cut", [80, 1000, 6000])
def test_high_pass_keeps_what_is_higher_and_takes_what_is_lower(cut):
    assert level_db(high_pass, cut * 1.6, cut) == pytest.approx(0, abs=0.1)
    assert level_db(high_pass, cut, cut) == pytest.approx(-6, abs=0.3)
    assert level_db(high_pass, cut / 2, cut) < -30


def test_together_they_are_the_whole_sound_where_it_was():
    stage = ArrayStage(noise(0.5, peak=0.3).astype(np.float64), RATE)
    low, high = (make(stage, 700).read(0, stage.length) for make in (low_pass, high_pass))
    np.testing.assert_allclose(low + high, stage.samples, atol=1e-12)


def test_a_sound_that_has_nothing_higher_passes_as_it_is():
    stage = ArrayStage(noise(0.1, samplerate=8000).astype(np.float64), 8000)
    assert low_pass(stage, 4000) is stage


def test_a_high_pass_that_would_leave_nothing_is_refused():
    with pytest.raises(RecipeFault, match="nothing higher than 4000 Hz"):
        high_pass(ArrayStage(np.zeros((100, 1)), 8000), 5000)
