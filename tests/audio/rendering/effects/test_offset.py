import numpy as np
import pytest

from studio.audio.rendering.effects.offset import without_offset
from tests.audio.oracle import ArrayStage
from tests.builders import a_sine

RATE = 48000


def put_right(frames, samplerate=RATE):
    return without_offset(ArrayStage(frames, samplerate)).read(0, len(frames))


@pytest.mark.parametrize("seconds", [0.01, 0.3, 2.0])
def test_an_even_offset_goes_wholly_from_the_first_frame_to_the_last(seconds):
    frames = np.full((round(seconds * RATE), 2), 0.25)
    frames[:, 1] = -0.1
    np.testing.assert_allclose(put_right(frames), 0, atol=1e-12)


def test_the_sound_itself_stays():
    tone = a_sine(2, hertz=50, peak=0.3).frames.astype(np.float64)
    put = put_right(tone + 0.2)
    np.testing.assert_allclose(put[RATE // 2 : -RATE // 2], tone[RATE // 2 : -RATE // 2], atol=0.003)
    assert abs(put.mean()) < 0.001


def test_an_offset_that_drifts_goes_too():
    drift = np.linspace(-0.3, 0.3, 4 * RATE)[:, None]
    assert np.abs(put_right(drift)[RATE:-RATE]).max() < 0.001
