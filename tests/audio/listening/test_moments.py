import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.listening.moments import moments_of
from studio.audio.source import ClipSource
from studio.audio.units import SILENCE_DBFS
from tests.builders import a_sine, noise


def test_a_sine_has_the_same_level_in_every_moment():
    moments = moments_of(ClipSource(a_sine(1.0, peak=0.5, channels=2)))
    assert moments.levels_dbfs() == pytest.approx(np.full(20, -9.03), abs=0.01)
    assert moments.peak == pytest.approx(0.5, abs=1e-3)


def test_blocks_give_the_moments_of_the_whole():
    frames = noise(6.03, channels=2, samplerate=44100)
    powers = moments_of(ClipSource(Clip(frames, 44100))).powers
    runs = [frames[i : i + 2205] for i in range(0, len(frames), 2205)]
    assert powers == pytest.approx(np.array([run.astype(float).var(axis=0).max() for run in runs]), rel=1e-5)


def test_an_offset_counts_in_the_peak_but_not_in_the_level():
    moments = moments_of(ClipSource(Clip(np.full((4800, 1), 0.25, np.float32), 48000)))
    assert (moments.peak, moments.loud_dbfs()) == (0.25, SILENCE_DBFS)


def test_loud_parts_leave_the_quiet_out():
    loud, quiet = a_sine(1.0, peak=0.5).frames, a_sine(9.0, peak=0.01).frames
    moments = moments_of(ClipSource(Clip(np.concatenate([quiet, loud]), 48000)))
    assert moments.loud_dbfs() == pytest.approx(-9.03, abs=0.05)


def test_no_frames_are_silent():
    moments = moments_of(ClipSource(Clip(np.zeros((0, 2), np.float32), 48000)))
    assert (moments.peak, moments.loud_dbfs(), len(moments.powers)) == (0, SILENCE_DBFS, 0)
