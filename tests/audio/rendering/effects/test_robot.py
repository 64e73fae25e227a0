import numpy as np
import pytest

from studio.audio.rendering.effects.robot import robot
from tests.audio.oracle import ArrayStage

RATE = 48000


def a_glide(seconds=2.0):
    """A voice-like buzz that climbs an octave."""
    time = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * np.cumsum(120 * 2 ** (time / seconds)) / RATE
    return 0.1 * sum(np.sin(harmonic * phase) for harmonic in range(1, 12))[:, None]


@pytest.mark.parametrize("hertz", [80, 110, 200])
def test_whatever_the_voice_does_the_robot_stays_on_one_note(hertz):
    stage = robot(ArrayStage(a_glide(), RATE), hertz)
    heard = stage.read(0, stage.length)[:, 0]
    period = round(RATE / hertz)
    for start in (RATE // 4, RATE, RATE * 3 // 2):
        piece, later = heard[start : start + 9600], heard[start + period : start + period + 9600]
        assert np.corrcoef(piece, later)[0, 1] > 0.8


def test_it_is_silent_where_the_voice_is():
    frames = a_glide()
    frames[RATE // 2 : RATE] = 0
    heard = robot(ArrayStage(frames, RATE), 110).read(0, len(frames))
    assert not heard[RATE // 2 + 1000 : RATE - 1000].any()
    assert np.abs(heard[: RATE // 2]).max() > 0.1


def test_the_pulses_are_not_all_peaks():
    frames = a_glide()
    heard = robot(ArrayStage(frames * 0.2, RATE), 110).read(0, len(frames))
    assert np.abs(heard).max() < 2 * np.abs(frames * 0.2).max()
