"""The sounds to set a loudspeaker by."""

import numpy as np
import pytest

from studio.audio.levels import measure
from studio.audio.tone import LOUDEST_DBFS, SHORTEST_START_SECONDS, pink_noise, steady_tone

RATE = 8000
BOTH = pytest.mark.parametrize("make", [steady_tone, pink_noise])


@BOTH
def test_it_begins_from_nothing_and_rises_slowly(make):
    frames = make(12, samplerate=RATE, start_seconds=5).frames[:, 0]
    assert frames[0] == 0
    assert abs(frames[-1]) < 1e-6
    levels = [float(np.sqrt(np.mean(frames[n * RATE : (n + 1) * RATE] ** 2))) for n in range(5)]
    assert levels == sorted(levels)
    assert 20 * np.log10(levels[0]) < -70
    steps = np.diff(20 * np.log10(levels))
    assert np.all(steps > 6)
    assert np.all(steps < 20)


@BOTH
@pytest.mark.parametrize("level", [-20.0, -40.0, LOUDEST_DBFS])
def test_it_has_the_level_that_was_asked_for_and_never_a_high_peak(make, level):
    clip = make(12, samplerate=RATE, level_dbfs=level)
    steady = clip.frames[6 * RATE : 11 * RATE]
    assert measure(steady).rms_dbfs[0] == pytest.approx(level, abs=0.6)
    assert np.abs(clip.frames).max() <= 0.7 + 1e-6


@BOTH
def test_every_channel_is_the_same(make):
    clip = make(6, samplerate=RATE, channels=2)
    assert clip.frames.shape == (6 * RATE, 2)
    assert np.array_equal(clip.frames[:, 0], clip.frames[:, 1])


@BOTH
@pytest.mark.parametrize(
    "given",
    [
        {"level_dbfs": LOUDEST_DBFS + 0.1},
        {"start_seconds": SHORTEST_START_SECONDS - 0.1},
        {"seconds": 5.0},
    ],
)
def test_what_is_not_safe_is_refused(make, given):
    with pytest.raises(ValueError):  # noqa: PT011  each has words of its own
        make(**({"seconds": 12.0, "samplerate": RATE} | given))


@pytest.mark.parametrize("hertz", [0.0, -1.0, RATE / 2])
def test_a_tone_is_between_nothing_and_half_the_rate(hertz):
    with pytest.raises(ValueError, match="cannot be"):
        steady_tone(10, samplerate=RATE, hertz=hertz)


def test_the_tone_has_its_pitch():
    frames = steady_tone(10, samplerate=RATE, hertz=440).frames[5 * RATE : 9 * RATE, 0]
    strongest = np.argmax(np.abs(np.fft.rfft(frames))) / 4
    assert strongest == pytest.approx(440, abs=0.5)


def test_each_octave_of_pink_noise_has_as_much_power():
    frames = pink_noise(30, samplerate=RATE).frames[6 * RATE : 28 * RATE, 0]
    power = np.abs(np.fft.rfft(frames)) ** 2
    hertz = np.fft.rfftfreq(len(frames), 1 / RATE)
    octaves = [power[(hertz >= low) & (hertz < 2 * low)].sum() for low in (50, 100, 200, 400, 800, 1600)]
    assert 10 * np.log10(max(octaves) / min(octaves)) < 1.5
    assert power[hertz < 20].sum() < 1e-3 * min(octaves)


def test_the_same_seed_gives_the_same_noise():
    assert np.array_equal(pink_noise(6, samplerate=RATE).frames, pink_noise(6, samplerate=RATE).frames)
    other = pink_noise(6, samplerate=RATE, seed=2).frames
    assert not np.array_equal(pink_noise(6, samplerate=RATE).frames, other)
