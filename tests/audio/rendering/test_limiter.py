from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.rendering.limiter import Limiter
from tests.audio.oracle import ArrayStage
from tests.builders import a_sine, noise

RATE = 48000


def bursts(seed, seconds=1.0, channels=2):
    """Quiet noise with loud moments here and there."""
    generator = np.random.default_rng(seed)
    frames = noise(seconds, peak=0.3, channels=channels, seed=seed).astype(np.float64)
    for at in generator.integers(0, len(frames), 8):
        frames[at : at + generator.integers(1, 3000)] *= generator.uniform(1, 9)
    return frames


@settings(deadline=None, max_examples=40)
@given(
    seed=st.integers(0, 10**6), ceiling=st.integers(-30, 0), cuts=st.lists(st.integers(0, 48000), max_size=6)
)
def test_no_sample_passes_the_ceiling_and_any_split_reads_the_same(seed, ceiling, cuts):
    limiter = Limiter(ArrayStage(bursts(seed), RATE), ceiling)
    whole = limiter.read(0, limiter.length)
    assert np.abs(whole).max() <= 10 ** (ceiling / 20)
    edges = sorted({0, *cuts, limiter.length})
    parts = [limiter.read(*edge) for edge in pairwise(edges)]
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_sound_under_the_ceiling_passes_bit_for_bit():
    frames = noise(1, peak=0.5).astype(np.float64)
    limiter = Limiter(ArrayStage(frames, RATE), -6)
    np.testing.assert_array_equal(limiter.read(100, 30000), frames[100:30000])


def test_quiet_moments_far_from_a_peak_are_not_touched():
    frames = np.full((RATE, 1), 0.25)
    frames[24000] = 1.0
    limited = Limiter(ArrayStage(frames, RATE), -6).read(0, RATE)
    changed = np.flatnonzero(limited != frames)
    assert 23500 < changed[0] < 24000
    assert 24000 + 4000 < changed[-1] < 24000 + 6000


def test_the_gain_moves_smoothly():
    frames = np.full((RATE, 1), 0.25)
    frames[20000:24000] = 1.0
    gains = Limiter(ArrayStage(frames, RATE), -12).read(0, RATE) / frames
    assert np.abs(np.diff(gains[:, 0])).max() < 0.005


def test_a_tone_stays_a_tone():
    frames = a_sine(1, peak=1.0).frames.astype(np.float64)
    limited = Limiter(ArrayStage(frames, RATE), -6).read(0, RATE)[:, 0]
    spectrum = np.abs(np.fft.rfft(limited[4800:-4800] * np.hanning(RATE - 9600)))
    tone = slice(390, 402)  # 440 Hz in steps of 1.25 Hz is bin 352
    peak = int(spectrum.argmax())
    assert peak == 352
    spectrum[peak - 3 : peak + 4] = 0
    assert spectrum[tone].max() < 1e-3 * 352
    assert spectrum.max() < 0.001 * RATE / 8


def test_all_channels_are_turned_down_together():
    frames = np.zeros((RATE, 2))
    frames[24000, 0] = 1.0
    frames[:, 1] = 0.1
    limited = Limiter(ArrayStage(frames, RATE), -6).read(0, RATE)
    assert limited[24000, 1] == pytest.approx(0.05, rel=0.01)


def test_a_read_looks_only_a_little_before_and_behind():
    upstream = ArrayStage(bursts(1, 5), RATE)
    Limiter(upstream, -6).read(100_000, 100_100)
    ((start, stop),) = upstream.reads
    assert 100_000 - start < 0.12 * RATE
    assert stop - 100_100 < 0.01 * RATE


@pytest.mark.parametrize("samplerate", [100, 8000, 192000])
@pytest.mark.parametrize("length", [0, 1, 2, 17])
def test_tiny_sounds_go_through(samplerate, length):
    frames = np.ones((length, 3))
    limited = Limiter(ArrayStage(frames, samplerate), -6).read(0, length)
    np.testing.assert_allclose(limited, frames * 10**-0.3, rtol=1e-12)
