"""The signals that a loudness meter must read rightly: as EBU Tech 3341 describes them, made here."""

import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.loudness import loudness_lufs
from studio.audio.source import ClipSource
from tests.builders import a_sine

RATE = 8000


def read(frames):
    return loudness_lufs(ClipSource(Clip(np.asarray(frames, dtype=np.float32), RATE)))


def tone(seconds, peak_dbfs, channels=2):
    return a_sine(seconds, hertz=1000, peak=10 ** (peak_dbfs / 20), samplerate=RATE, channels=channels).frames


@pytest.mark.parametrize(
    ("parts", "lufs"),
    [
        ([(20, -23)], -23),
        ([(20, -33)], -33),
        ([(10, -36), (60, -23), (10, -36)], -23),
        ([(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)], -23),
        ([(20, -26), (20.1, -20), (20, -26)], -23),
    ],
)
def test_a_tone_in_parts_reads_as_the_gates_have_it(parts, lufs):
    assert read(np.concatenate([tone(*part) for part in parts])) == pytest.approx(lufs, abs=0.1)


def test_five_channels_count_as_they_stand_in_the_room():
    levels = (-28, -28, -24, -30, -30)
    frames = np.concatenate([tone(20, level, channels=1) for level in levels], axis=1)
    assert read(frames) == pytest.approx(-23, abs=0.1)


def test_the_rumble_channel_of_six_does_not_count():
    levels = (-28, -28, -24, -3, -30, -30)
    frames = np.concatenate([tone(4, level, channels=1) for level in levels], axis=1)
    assert read(frames) == pytest.approx(-23, abs=0.1)


def test_whoever_measures_can_be_stopped():
    heard = []

    def stop(share):
        heard.append(share)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loudness_lufs(ClipSource(Clip(tone(20, -23), RATE)), stop)
    assert heard[0] < 0.5
