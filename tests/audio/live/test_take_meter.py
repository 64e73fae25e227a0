import numpy as np
import pytest

from studio.audio.live.take_meter import LEVEL_SECONDS, TakeMeter
from tests.builders import noise

RATE = 48000


def test_before_the_first_block_there_is_no_level() -> None:
    assert TakeMeter().levels(RATE) is None


def test_the_level_is_that_of_the_last_moments() -> None:
    meter = TakeMeter()
    for peak in (0.9, 0.1):
        for _ in range(round(LEVEL_SECONDS * RATE / 480)):
            meter.see(noise(0.01, peak=peak))
    levels = meter.levels(RATE)
    assert levels is not None
    assert max(levels.peak_dbfs) == pytest.approx(-20, abs=0.1)


def test_clipped_samples_are_counted_on_both_sides_and_in_all_channels() -> None:
    meter = TakeMeter()
    meter.take(np.array([[1.0, -1.0], [0.5, 0.999], [-1.0, 0.0]], dtype=np.float32))
    assert meter.clipped == 3


def test_silence_is_counted_up_to_now_and_ends_with_any_sound() -> None:
    meter = TakeMeter()
    silence = np.zeros((100, 2), dtype=np.float32)
    meter.listen(silence)
    meter.listen(silence)
    assert meter.silent == 200
    heard = silence.copy()
    heard[60, 1] = 1e-9
    meter.listen(heard)
    assert meter.silent == 39
