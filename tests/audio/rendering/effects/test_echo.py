import numpy as np
import pytest

from studio.audio.rendering.effects.echo import echo
from studio.audio.steps.colouring import echoes
from tests.audio.oracle import ArrayStage


def a_click(samplerate=1000, frames=10):
    samples = np.zeros((frames, 1))
    samples[0] = 0.5
    return ArrayStage(samples, samplerate)


def test_each_echo_is_so_much_of_the_one_before():
    stage = echo(a_click(), 0.1, 0.5)
    heard = stage.read(0, stage.length)[:, 0]
    expected = np.zeros(len(heard))
    expected[::100] = 0.5 * 0.5 ** np.arange(len(expected[::100]))
    np.testing.assert_allclose(heard, expected[: len(heard)], atol=1e-12)


def test_it_lasts_until_the_last_echo_that_can_be_heard():
    stage = echo(a_click(), 0.1, 0.5)
    assert stage.length == 10 + 100 * echoes(0.5)
    assert 0.5 ** echoes(0.5) >= 0.004 > 0.5 ** (echoes(0.5) + 1)


@pytest.mark.parametrize("strength", [0, 0.001])
def test_without_strength_there_is_no_echo(strength):
    stage = echo(a_click(), 0.1, strength)
    np.testing.assert_array_equal(stage.read(0, stage.length), a_click().samples)


def test_echoes_fall_on_the_beat_at_any_rate():
    stage = echo(a_click(samplerate=44100), 0.3333, 0.8)
    places = np.flatnonzero(stage.read(0, stage.length)[:, 0] > 1e-6)
    np.testing.assert_allclose(places, 0.3333 * 44100 * np.arange(len(places)), atol=0.51)


def test_the_drawing_shows_the_echoes():
    stage = echo(a_click(frames=100), 0.5, 0.5)
    _, highs = stage.columns(0, stage.length, stage.length // 100)
    assert highs[0] > highs[5] > highs[10] > 0
    assert highs[2] == 0


class Looked(ArrayStage):
    """A sound that counts how often somebody looks at its outline."""

    looks = 0

    def columns(self, start, stop, width):
        self.looks += 1
        return super().columns(start, stop, width)


def test_echoes_of_echoes_are_drawn_from_one_look_at_the_sound():
    sound = Looked(np.full((1000, 1), 0.5), 1000)
    stage = sound
    for _ in range(4):
        stage = echo(stage, 5, 0.9)
    _, highs = stage.columns(0, stage.length, 160)
    assert highs.max() > highs[-1] >= 0
    assert sound.looks < 50
