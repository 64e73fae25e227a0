import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.mixing import mix_weights, resampled
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


@pytest.mark.parametrize(
    ("samplerate", "wanted"), [(96000, 48000), (11127, 32000), (44100, 48000), (48000, 48000)]
)
def test_another_samplerate_keeps_the_wave(samplerate, wanted):
    clip = a_sine(1.0, hertz=300, samplerate=samplerate, channels=2)
    blocks = (clip.frames[start : start + 1000] for start in range(0, len(clip), 1000))

    frames = np.concatenate(list(resampled(blocks, samplerate, wanted)))

    same = a_sine(1.0, hertz=300, samplerate=wanted, channels=2).frames
    assert abs(len(frames) - len(same)) <= 1
    inner = slice(wanted // 20, -wanted // 20)
    assert np.abs(frames[: len(same)][inner] - same[: len(frames)][inner]).max() < 1e-4
