"""Loudness by BS.1770, also of the signals that EBU Tech 3341 describes, made here."""

import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.loudness import SILENCE_LUFS, loudness_lufs
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise

_RATE = 8000


def lufs(clip: Clip) -> float:
    return loudness_lufs(ClipSource(clip))


def lufs_of(frames):
    return lufs(Clip(np.asarray(frames, dtype=np.float32), _RATE))


def tone(seconds, peak_dbfs, channels=2):
    return a_sine(
        seconds, hertz=1000, peak=10 ** (peak_dbfs / 20), samplerate=_RATE, channels=channels
    ).frames


@pytest.mark.parametrize("peak_dbfs", [-3, -23, -33, -40])
def test_a_stereo_tone_of_1_khz_reads_its_peak(peak_dbfs):
    """As EBU Tech 3341 asks of a meter: 1 kHz on both sides, peaks at -23 dBFS, is -23 LUFS."""
    tone = a_sine(3, hertz=1000, peak=10 ** (peak_dbfs / 20), channels=2)
    assert lufs(tone) == pytest.approx(peak_dbfs, abs=0.1)


@pytest.mark.parametrize("samplerate", [22050, 44100, 48000, 96000])
def test_the_rate_makes_no_difference(samplerate):
    assert lufs(a_sine(2, hertz=1000, peak=0.1, samplerate=samplerate)) == pytest.approx(-20, abs=0.1)


def test_one_channel_is_as_loud_as_the_same_on_two_speakers():
    assert lufs(a_sine(2)) == pytest.approx(lufs(a_sine(2, channels=2)), abs=1e-6)


def test_low_tones_count_less_and_high_ones_more():
    assert lufs(a_sine(2, hertz=60)) < lufs(a_sine(2, hertz=1000)) < lufs(a_sine(2, hertz=4000))


def test_silence_and_nothing_read_as_silence():
    assert lufs(a_sine(2, peak=0.0)) == SILENCE_LUFS
    assert lufs(a_sine(0)) == SILENCE_LUFS


def test_pauses_do_not_make_a_sound_quieter():
    loud = noise(2, peak=0.5)
    with_pause = np.concatenate([loud, np.zeros((48000 * 4, 1), dtype=np.float32), loud])
    assert lufs(Clip(with_pause, 48000)) == pytest.approx(lufs(Clip(loud, 48000)), abs=0.6)


def test_a_click_shorter_than_a_block_is_measured_too():
    assert lufs(a_sine(0.05, hertz=1000, peak=0.1)) == pytest.approx(-20, abs=0.5)


@pytest.mark.parametrize(
    ("parts", "reads"),
    [
        ([(20, -23)], -23),
        ([(20, -33)], -33),
        ([(10, -36), (60, -23), (10, -36)], -23),
        ([(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)], -23),
        ([(20, -26), (20.1, -20), (20, -26)], -23),
    ],
)
def test_a_tone_in_parts_reads_as_the_gates_have_it(parts, reads):
    assert lufs_of(np.concatenate([tone(*part) for part in parts])) == pytest.approx(reads, abs=0.1)


def test_five_channels_count_as_they_stand_in_the_room():
    levels = (-28, -28, -24, -30, -30)
    frames = np.concatenate([tone(20, level, channels=1) for level in levels], axis=1)
    assert lufs_of(frames) == pytest.approx(-23, abs=0.1)


def test_the_rumble_channel_of_six_does_not_count():
    levels = (-28, -28, -24, -3, -30, -30)
    frames = np.concatenate([tone(4, level, channels=1) for level in levels], axis=1)
    assert lufs_of(frames) == pytest.approx(-23, abs=0.1)


def test_whoever_measures_can_be_stopped():
    heard = []

    def stop(share):
        heard.append(share)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loudness_lufs(ClipSource(Clip(tone(20, -23), _RATE)), stop)
    assert heard[0] < 0.5
