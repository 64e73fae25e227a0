import numpy as np
import pytest

from studio.audio.rendering.effects.telephone import Telephone
from tests.audio.oracle import ArrayStage
from tests.builders import a_sine


def level(hertz, peak=0.1, samplerate=48000):
    tone = a_sine(1, hertz=hertz, peak=peak, samplerate=samplerate).frames.astype(np.float64)
    heard = Telephone(ArrayStage(tone, samplerate)).read(samplerate // 4, samplerate * 3 // 4)
    return np.abs(heard).max() / peak


@pytest.mark.parametrize("samplerate", [8000, 48000])
def test_only_the_band_of_a_voice_goes_down_the_line(samplerate):
    assert level(1000, samplerate=samplerate) == pytest.approx(1.12, abs=0.03)
    assert level(100, samplerate=samplerate) < 0.02
    if samplerate > 16000:
        assert level(7000) < 0.02


def test_it_gives_way_when_it_is_loud():
    assert level(1000, peak=0.9) < 0.8 * level(1000, peak=0.05)
