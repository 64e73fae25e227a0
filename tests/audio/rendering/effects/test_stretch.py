from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.recipe import Recipe
from studio.audio.rendering.effects.pitch import pitch, speed, tape
from studio.audio.rendering.render import render
from studio.audio.rendering.rendition import open_rendition
from studio.audio.rendering.stage import Stage
from tests.audio.changed import CHANGES, RATE, clicks, voice, whole
from tests.audio.oracle import ArrayStage
from tests.builders import noise


@settings(deadline=None, max_examples=25)
@given(
    change=st.sampled_from(
        [("pitch", 12), ("pitch", -7), ("pitch", 0.3), ("speed", 0.6), ("speed", 3), ("tape", 1.3)]
    ),
    frames=st.integers(1, 40000),
    cuts=st.lists(st.floats(0, 1), max_size=5),
    seed=st.integers(0, 100),
)
def test_any_split_reads_the_same(change, frames, cuts, seed):
    samples = noise(frames / RATE, samplerate=RATE, channels=2, seed=seed).astype(np.float64)[:frames]
    samples[frames // 3 : frames // 2] *= 0.001
    make = CHANGES[change[0]]
    straight = make(ArrayStage(samples, RATE), change[1])
    edges = sorted({0, *(int(cut * straight.length) for cut in cuts), straight.length})
    split = make(ArrayStage(samples, RATE), change[1])
    parts = [split.read(*edge) for edge in reversed(list(pairwise(edges)))]
    np.testing.assert_array_equal(np.concatenate(parts[::-1]), whole(straight))
    assert np.isfinite(whole(straight)).all()
    assert np.abs(whole(straight)).max(initial=0) <= 1.0


@pytest.mark.parametrize("change", [("pitch", 5), ("pitch", -12), ("speed", 0.5), ("speed", 4)])
def test_a_place_far_into_a_long_sound_is_the_same_without_what_came_before(change):
    rate = 8000
    samples = voice(30, rate)
    samples[12 * rate : 13 * rate] = 0
    samples[: 11 * rate] += clicks(11, rate, every=1.7)[0]
    straight = whole(CHANGES[change[0]](ArrayStage(samples, rate), change[1]))
    for share in (0.9, 0.45, 0.2):
        fresh = CHANGES[change[0]](ArrayStage(samples, rate), change[1])
        start = int(share * fresh.length)
        np.testing.assert_array_equal(fresh.read(start, start + 3000), straight[start : start + 3000])


def test_many_threads_read_what_one_reads():
    samples = voice(6)
    alone = whole(pitch(ArrayStage(samples, RATE), 4))
    shared = pitch(ArrayStage(samples, RATE), 4)
    spans = [(start, min(start + 5000, len(alone))) for start in range(0, len(alone), 5000)]
    with ThreadPoolExecutor(4) as pool:
        parts = pool.map(lambda span: shared.read(*span), spans)
        np.testing.assert_array_equal(np.concatenate(list(parts)), alone)


@pytest.mark.parametrize("rate", [8000, 44100, 96000])
@pytest.mark.parametrize("frames", [1, 2, 300, 12345])
def test_lengths_are_exact_at_any_samplerate(rate, frames):
    samples = np.full((frames, 1), 0.1)
    assert pitch(ArrayStage(samples, rate), 3).length == frames
    for factor in (0.25, 0.8, 1.5, 4):
        wanted = max(1, int(frames / factor + 0.5))
        assert speed(ArrayStage(samples, rate), factor).length == wanted
        assert tape(ArrayStage(samples, rate), factor).length == wanted
        assert whole(speed(ArrayStage(samples, rate), factor)).shape == (wanted, 1)


@pytest.mark.parametrize("change", [("pitch", 12), ("speed", 0.5), ("tape", 0.5)])
def test_silence_stays_silence(change):
    made = whole(CHANGES[change[0]](ArrayStage(np.zeros((3 * RATE, 2)), RATE), change[1]))
    assert not made.any()


def test_both_ears_stay_together():
    left = voice(3)
    both = np.hstack([left, -0.5 * left])
    for change, value in (("pitch", 4), ("speed", 0.7), ("tape", 0.7)):
        made = whole(CHANGES[change](ArrayStage(both, RATE), value))
        np.testing.assert_allclose(made[:, 1], -0.5 * made[:, 0], atol=1e-12)


@pytest.mark.parametrize("change", [("pitch", 0), ("speed", 1), ("tape", 1)])
def test_what_changes_nothing_passes_bit_for_bit(change):
    samples = voice(0.5)
    np.testing.assert_array_equal(whole(CHANGES[change[0]](ArrayStage(samples, RATE), change[1])), samples)


class CountingStage(ArrayStage):
    """Draws without its samples, as a file with an overview does."""

    def columns(self, start, stop, width):
        reads = list(self.reads)
        columns = Stage.columns(self, start, stop, width)
        self.reads = reads
        return columns


@pytest.mark.parametrize("change", [("pitch", 12), ("speed", 0.5), ("tape", 2)])
def test_a_long_sound_is_drawn_without_its_samples(change):
    samples = np.repeat(np.linspace(0, 1, 150), 8000)[:, None] * np.tile([[1.0], [-1.0]], (600_000, 1))
    upstream = CountingStage(samples, 8000)
    stage = CHANGES[change[0]](upstream, change[1])
    lows, highs = stage.columns(0, stage.length, 100)
    assert not upstream.reads
    np.testing.assert_allclose(highs, np.linspace(0, 1, 100), atol=0.03)
    np.testing.assert_allclose(lows, -highs, atol=0.01)


@pytest.mark.parametrize(
    "steps", [["pitch 4"], ["speed 0.8", "fade-in 0.2"], ["trim 0.1", "tape 1.3", "pitch -12"]]
)
def test_what_is_saved_is_what_is_heard_and_as_long_as_the_recipe_says(tmp_path, steps):
    source, out = tmp_path / "in.wav", tmp_path / "out.wav"
    soundfile.write(source, np.hstack([voice(1.3), voice(1.3, hertz=90.0)]), RATE, subtype="PCM_16")
    recipe = Recipe.parse(steps)
    render(source, recipe, out, bits=32)
    saved, rate = soundfile.read(out, dtype="float32")
    with open_rendition(source, recipe) as heard:
        np.testing.assert_array_equal(saved, heard.read(0, heard.length))
    assert len(saved) == pytest.approx(recipe.seconds_after(1.3) * rate, abs=1)
