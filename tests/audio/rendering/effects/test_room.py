import numpy as np
import pytest

from studio.audio.rendering.effects.room import room, walls
from tests.audio.oracle import ArrayStage

RATE = 16000


@pytest.mark.parametrize("seconds", [0.3, 1.0])
def test_the_walls_die_away_by_60_db_in_their_time(seconds):
    taps = walls(seconds, RATE, 1)[:, 0]
    left = np.cumsum(np.square(taps)[::-1])[::-1]  # Schroeder's integral
    slope = 10 * np.log10(left[len(left) // 2] / left[len(left) // 10])
    assert slope == pytest.approx(-60 * 0.4, abs=5)


def test_the_sound_itself_comes_first_and_the_walls_after_a_moment():
    click = np.zeros((10, 1))
    click[0] = 0.5
    stage = room(ArrayStage(click, RATE), 0.5, 0.5)
    heard = stage.read(0, stage.length)[:, 0]
    assert heard[0] == pytest.approx(0.5 * 0.9 * np.sqrt(0.5), rel=1e-6)
    assert np.abs(heard[1 : RATE // 100]).max() < 1e-9
    assert np.abs(heard[RATE // 50 :]).max() > 0.001


def test_both_ears_hear_walls_of_their_own():
    taps = walls(0.5, RATE, 2)
    assert abs(np.corrcoef(taps.T)[0, 1]) < 0.1
    np.testing.assert_allclose(np.square(taps).sum(axis=0), 1)


def test_no_mix_is_no_room():
    frames = np.random.default_rng(1).uniform(-0.5, 0.5, (500, 1))
    stage = room(ArrayStage(frames, RATE), 0.2, 0)
    np.testing.assert_allclose(stage.read(0, 500), 0.9 * frames, atol=1e-12)


def test_a_long_sound_is_drawn_with_the_room_behind_it():
    clap = np.zeros((RATE * 40, 1))
    clap[: RATE * 10] = 0.5
    stage = room(ArrayStage(clap, RATE), 8, 0.5)
    _, highs = stage.columns(0, stage.length, 48)
    assert highs[5] > highs[12] > highs[15] > 0
