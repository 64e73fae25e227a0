import numpy as np
import pytest

from studio.audio.loudness import loudness_lufs
from studio.audio.rendering.effects.levelled import found_gain_db, levelled
from tests.audio.oracle import ArrayStage
from tests.audio.rendering.effects.test_effect_reads import talking

RATE = 24000


@pytest.mark.parametrize("wanted", [-30, -23, -18])
@pytest.mark.parametrize("peak", [0.01, 0.2, 1.0])
def test_any_sound_gets_the_loudness(wanted, peak):
    stage = levelled(ArrayStage(talking(4, samplerate=RATE, peak=peak), RATE), wanted)
    assert loudness_lufs(stage) == pytest.approx(wanted, abs=0.15)


def test_the_limiter_holds_what_would_be_too_loud():
    stage = levelled(ArrayStage(talking(3, samplerate=RATE), RATE), -8)
    assert np.abs(stage.read(0, stage.length)).max() <= 10**-0.05 + 1e-9


def test_silence_is_not_made_louder():
    assert found_gain_db(ArrayStage(np.zeros((RATE, 1)), RATE), -18) == 0


def test_a_known_gain_is_not_looked_for():
    upstream = ArrayStage(talking(1, samplerate=RATE), RATE)
    levelled(upstream, -18, 3.0)
    assert not upstream.reads
