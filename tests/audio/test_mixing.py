import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.mixing import mix_weights, with_channels
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise


def test_few_enough_channels_are_left_alone():
    assert mix_weights(ClipSource(a_sine(0.1, channels=2)), 2) is None
    assert mix_weights(ClipSource(a_sine(0.1)), 1) is None


def test_one_channel_is_the_mean():
    weights = mix_weights(ClipSource(Clip(noise(0.1, channels=4), 48000)), 1)
    assert weights.tolist() == [[0.25]] * 4


def test_channels_that_take_each_other_away_leave_the_loudest():
    frames = a_sine(0.5, channels=2).frames * np.array([1.0, 0.95], np.float32)
    assert mix_weights(ClipSource(Clip(frames, 48000)), 1).tolist() == [[1.0], [0.0]]


def test_silence_has_weights_too():
    source = ClipSource(Clip(np.zeros((100, 2), np.float32), 48000))
    assert mix_weights(source, 1).tolist() == [[0.5], [0.5]]


@pytest.mark.parametrize("channels", [3, 6, 32])
def test_two_channels_never_clip(channels):
    weights = mix_weights(ClipSource(Clip(np.ones((10, channels), np.float32), 48000)), 2)
    assert weights.sum(axis=0) == pytest.approx([1.0, 1.0])


def test_mono_goes_to_both_speakers():
    sound = noise(0.01)
    assert np.array_equal(with_channels(sound, 2), np.concatenate([sound, sound], axis=1))


def test_more_channels_sound_in_the_speakers_as_they_would_in_a_file():
    sound = np.array([[1, 2, 3, 6]], dtype=np.float32) / 8
    assert with_channels(sound, 2) == pytest.approx(np.array([[10 / 24, 11 / 24]]))
    assert with_channels(sound, 1).tolist() == [[3 / 8]]
    assert with_channels(sound, 1).dtype == np.float32
    weights = mix_weights(ClipSource(Clip(sound, 48000)), 2)
    assert np.array_equal(with_channels(sound, 2), sound @ weights)
