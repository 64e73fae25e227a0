import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.crossings import crossings_of, nearest_crossing
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise


def source_of(*channels):
    frames = np.stack([np.asarray(channel, dtype=np.float32) for channel in channels], axis=1)
    return ClipSource(Clip(frames, 48000))


def test_a_sine_crosses_twice_a_period():
    crossings = crossings_of(a_sine(0.1, hertz=100.0).frames)
    assert crossings == pytest.approx(np.arange(0, 4800, 240), abs=1)
    assert len(crossings) == 20


def test_the_nearest_of_them_is_taken():
    sine = ClipSource(a_sine(0.1, hertz=100.0))
    assert [nearest_crossing(sine, frame) for frame in (100, 230, 250, 500)] == [0, 240, 240, 480]


@pytest.mark.parametrize("frame", [1, 777, 2345, 4799])
def test_no_cut_jumps_by_more_than_a_step_of_the_wave(frame):
    frames = noise(0.1)
    at = nearest_crossing(ClipSource(Clip(frames, 48000)), frame)
    beside = np.abs(np.diff(frames[max(0, at - 2) : at + 3, 0])).max()
    assert abs(frames[at, 0]) <= beside


def test_silence_is_good_everywhere():
    assert nearest_crossing(source_of(np.zeros(4800)), 1234) == 1234


def test_the_ends_stay_the_ends():
    sine = ClipSource(a_sine(0.1, hertz=130.0))
    assert nearest_crossing(sine, 0) == 0
    assert nearest_crossing(sine, 4800) == 4800


def test_a_wave_that_never_comes_to_zero_is_left_as_it_is():
    assert nearest_crossing(source_of(np.full(4800, 0.5)), 1000) == 1000


def test_the_loudest_channel_is_looked_at():
    time = np.arange(4800) / 48000
    quiet, loud = 0.01 * np.sin(2 * np.pi * 1000 * time), 0.5 * np.cos(2 * np.pi * 100 * time)
    assert nearest_crossing(source_of(quiet, loud), 100) == pytest.approx(120, abs=1)
    assert nearest_crossing(source_of(loud, -loud), 100) == pytest.approx(120, abs=1)


def test_only_what_is_near_is_looked_at():
    sine = ClipSource(a_sine(1.0, hertz=20.0))
    assert nearest_crossing(sine, 600) == 600
    assert nearest_crossing(sine, 700, within_seconds=0.02) == pytest.approx(1200, abs=1)


def test_a_number_that_is_none_is_silence():
    assert nearest_crossing(source_of([0.5, 0.5, np.nan, 0.5, 0.5]), 1) == 2


def test_no_frames_have_none():
    assert len(crossings_of(np.zeros((0, 2), np.float32))) == 0
