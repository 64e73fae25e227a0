"""What every effect keeps to: any read gives the same frames; no sound is too small or too long."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.loudness import loudness_lufs
from studio.audio.recipe import Recipe
from studio.audio.rendering.chain import chain
from studio.audio.rendering.stage import Stage
from studio.audio.source import ClipSource
from tests.audio.oracle import ArrayStage
from tests.builders import noise

EFFECTS = (
    *("echo", "echo 0.02 0.9", "echo 1.3 0.2", "room", "room 0.1 1", "robot", "robot 310", "telephone"),
    *("high-pass 300", "low-pass 900", "stutter 0.1 3", "stutter 0.25 2 0.3", "hush", "hush 40"),
    *("remove-dc", "loudness -18", "loudness -9"),
)
KEEP_THE_LEVEL = ("echo", "echo 0.15 0.6", "room", "room 2 0.5", "robot", "robot 70", "telephone")
ROOM = " ".join(["-70"] * 24)
HOUR = 3600 * 48000


def done(frames, samplerate, *steps):
    return chain(ArrayStage(np.asarray(frames, dtype=np.float64), samplerate), Recipe.parse(steps))


def whole(stage):
    return stage.read(0, stage.length)


def talking(seconds, *, samplerate=48000, channels=1, peak=0.7, seed=1):
    """Something like a voice: buzzing vowels of 0.2 s with pauses, over a quiet room."""
    time = np.arange(round(seconds * samplerate)) / samplerate
    pitch = 130 + 30 * np.sin(2 * np.pi * 0.7 * time)
    phase = 2 * np.pi * np.cumsum(pitch) / samplerate
    buzz = np.zeros(len(time))
    for harmonic in range(1, min(25, samplerate // 400)):
        buzz += np.sin(harmonic * phase) / (1 + ((harmonic * 130 - 600) / 400) ** 2)
    open_mouth = np.clip(np.sin(2 * np.pi * 2.5 * time), 0, 1) ** 0.5
    voice = buzz * open_mouth
    frames = (peak / np.abs(voice).max() * voice)[:, None] * np.linspace(1, 0.5, channels)
    return frames + noise(seconds, peak=0.001, samplerate=samplerate, channels=channels, seed=seed)


@pytest.mark.parametrize("effect", EFFECTS)
@settings(deadline=None, max_examples=8)
@given(
    samplerate=st.sampled_from([8000, 44100]),
    channels=st.integers(1, 3),
    seed=st.integers(0, 100),
    cuts=st.lists(st.floats(0, 1), max_size=6),
)
def test_any_split_reads_the_same_frames(effect, samplerate, channels, seed, cuts):
    stage = done(talking(1.2, samplerate=samplerate, channels=channels, seed=seed), samplerate, effect)
    edges = sorted({0, stage.length, *(round(cut * stage.length) for cut in cuts)})
    parts = [stage.read(*edge) for edge in reversed(list(pairwise(edges)))]
    again = done(talking(1.2, samplerate=samplerate, channels=channels, seed=seed), samplerate, effect)
    np.testing.assert_array_equal(np.concatenate(parts[::-1]), whole(again))


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("samplerate", [8000, 192000])
@pytest.mark.parametrize("length", [1, 2, 17, 3001])
def test_tiny_sounds_go_through(effect, samplerate, length):
    recipe = Recipe.parse([effect])
    stage = done(np.full((length, 2), 0.5), samplerate, effect)
    assert stage.length == pytest.approx(recipe.seconds_after(length / samplerate) * samplerate, abs=0.51)
    frames = whole(stage)
    assert np.isfinite(frames).all()
    assert np.abs(frames).max() <= 1
    lows, highs = stage.columns(0, stage.length, 7)
    assert (np.isfinite(lows) & np.isfinite(highs)).all()


@pytest.mark.parametrize("effect", EFFECTS)
def test_of_no_frames_there_are_none_after(effect):
    stage = done(np.zeros((0, 1)), 48000, effect)
    assert stage.length == 0
    assert stage.read(0, 0).shape == (0, 1)
    assert Recipe.parse([effect]).seconds_after(0) == 0


@pytest.mark.parametrize("effect", EFFECTS)
def test_silence_stays_silence(effect):
    assert not whole(done(np.zeros((9000, 2)), 8000, effect)).any()


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("samplerate", [11025, 48000])
def test_the_length_is_as_the_step_says(effect, samplerate):
    stage = done(talking(0.9, samplerate=samplerate), samplerate, effect)
    assert stage.length == pytest.approx(Recipe.parse([effect]).seconds_after(0.9) * samplerate, abs=0.51)


@pytest.mark.parametrize("effect", EFFECTS)
def test_threads_read_side_by_side(effect):
    frames = talking(1.5, samplerate=22050)
    stage = done(frames, 22050, effect)
    spans = [(start, start + 5000) for start in range(0, stage.length - 5000, 1700)] * 2
    with ThreadPoolExecutor(4) as threads:
        parts = list(threads.map(lambda span: stage.read(*span), spans))
    expected = whole(done(frames, 22050, effect))
    for (start, stop), part in zip(spans, parts, strict=True):
        np.testing.assert_array_equal(part, expected[start:stop])


@pytest.mark.parametrize("effect", KEEP_THE_LEVEL)
@pytest.mark.parametrize("channels", [1, 2])
def test_an_effect_keeps_the_level(effect, channels):
    frames = talking(6, channels=channels)
    changed = whole(done(frames, 48000, effect))
    before, after = (loudness_lufs(ClipSource(Clip(each, 48000))) for each in (frames, changed))
    assert after == pytest.approx(before, abs=1.0)
    assert np.abs(changed).max() <= 1


@pytest.mark.parametrize("effect", EFFECTS)
def test_full_scale_is_never_passed(effect):
    frames = np.clip(50 * talking(1, samplerate=8000), -1, 1)
    assert np.abs(whole(done(frames, 8000, effect))).max() <= 1


class Hour(Stage):
    """An hour that counts what is read of it."""

    def __init__(self):
        super().__init__(48000, 1, HOUR)
        self.frames_read = 0

    def read(self, start, stop):
        self.frames_read += stop - start
        return np.where(np.arange(start, stop) // 40 % 2, 0.25, -0.25)[:, None]

    def columns(self, start, stop, width):
        return np.full(width, -0.25, np.float32), np.full(width, 0.25, np.float32)


@pytest.mark.parametrize(
    "effect",
    ["echo 5 0.9", "room 8 0.5", f"hush 12 {ROOM}", "loudness -18 3", *EFFECTS[6:12], "remove-dc"],
)
def test_an_hour_is_drawn_and_heard_anywhere_without_reading_it(effect):
    hour = Hour()
    stage = chain(hour, Recipe.parse([effect]))
    lows, highs = stage.columns(0, stage.length, 120)
    assert lows.min() < 0 < highs.max()
    stage.read(stage.length // 2, stage.length // 2 + 4800)
    assert hour.frames_read < 100 * 48000


@pytest.mark.parametrize("effect", ["echo", "room", "robot", "low-pass 900", "hush"])
def test_a_short_sound_is_drawn_as_it_sounds(effect):
    stage = done(talking(0.5), 48000, effect)
    frames = whole(stage)
    lows, highs = stage.columns(0, stage.length, 1)
    assert highs[0] == pytest.approx(frames.max(), rel=0.6)
    assert lows[0] == pytest.approx(frames.min(), rel=0.6)
