import numpy as np
import pytest

from studio.audio.resample import resampled
from tests.builders import a_sine


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
