import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.listening.quality import VERDICTS, check
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise


def source_of(frames, *, samplerate=48000) -> ClipSource:
    return ClipSource(Clip(np.asarray(frames, np.float32), samplerate))


def a_take(*, peak=0.4, room=3e-4, before=1.0, after=1.0, seconds=1.0):
    """A tone with a fade at both ends, in a hissing room."""
    tone = a_sine(seconds, peak=peak).frames * np.hanning(round(seconds * 48000))[:, None] ** 0.3
    frames = np.pad(tone, ((round(before * 48000), round(after * 48000)), (0, 0)))
    return frames + room * np.random.default_rng(3).standard_normal(frames.shape)


def test_a_good_take_is_good():
    quality = check(source_of(a_take()))
    assert quality.verdicts == ("good",)
    assert quality.peak_dbfs == pytest.approx(-8, abs=0.1)
    assert quality.child == "That sounds good. You can keep it."
    assert "Peak -7.9 dBFS" in quality.teacher or "Peak -8.0 dBFS" in quality.teacher


@pytest.mark.parametrize("frames", [np.zeros((0, 1)), np.zeros((48000, 2)), np.full((48000, 1), 0.1)])
def test_exact_silence_is_nothing(frames):
    quality = check(source_of(frames))
    assert quality.verdicts == ("nothing",)
    assert "microphone" in quality.child


def test_clipping_says_in_how_many_places():
    quality = check(source_of(np.clip(a_take(peak=1.3), -1, 1)))
    assert quality.verdicts == ("clipped",)
    assert quality.clipped_places > 400
    assert f"{quality.clipped_places} times" in quality.teacher


def test_a_far_away_voice_is_too_quiet():
    quality = check(source_of(a_take(peak=0.01, room=1e-5)))
    assert quality.verdicts == ("too-quiet",)
    assert "louder" in quality.child


def test_a_loud_room_is_noisy():
    quality = check(source_of(a_take(peak=0.2, room=0.05)))
    assert quality.verdicts == ("noisy",)
    assert quality.room_db == pytest.approx(10.5, abs=1.5)


def test_a_sound_from_end_to_end_is_not_called_noisy():
    assert check(source_of(a_sine(3.0).frames)).verdicts == ("good",)
    assert check(source_of(noise(3.0, peak=0.5))).verdicts == ("good",)


@pytest.mark.parametrize("room", [0.0, 3e-4])
def test_a_long_silence_is_measured(room):
    quality = check(source_of(a_take(after=8.0, room=room)))
    assert quality.verdicts == ("long-silence",)
    assert quality.silence_seconds == pytest.approx(8, abs=0.3)


def test_several_things_may_be_wrong_and_the_worst_is_said_first():
    frames = np.clip(a_take(peak=1.3, after=8.0), -1, 1)
    quality = check(source_of(frames))
    assert quality.verdicts == ("clipped", "long-silence")
    assert quality.child.startswith("That was too loud")
    assert "8 s at a stretch" in quality.teacher


@settings(max_examples=60, deadline=None)
@given(
    length=st.integers(0, 20000),
    samplerate=st.sampled_from([1, 1000, 8000, 48000, 192000]),
    channels=st.integers(1, 3),
    loudness=st.sampled_from([0.0, 1e-9, 1e-3, 0.5, 3.0, np.nan]),
)
def test_every_sound_gets_a_verdict_in_order_with_words(length, samplerate, channels, loudness):
    frames = loudness * noise(1, samplerate=max(length, 1), channels=channels)[:length]
    quality = check(source_of(frames, samplerate=samplerate))
    assert quality.verdicts
    assert sorted(quality.verdicts, key=VERDICTS.index) == list(quality.verdicts)
    assert np.isfinite([quality.peak_dbfs, quality.loud_dbfs, quality.silence_seconds]).all()
    assert quality.child.count(".") + quality.child.count("?") == 2
    assert quality.teacher.endswith(".")
