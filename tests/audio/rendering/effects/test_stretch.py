from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.rendering.effects.pitch import pitch, speed, tape
from studio.audio.rendering.stage import Stage
from tests.audio.oracle import ArrayStage
from tests.builders import noise

RATE = 16000
CHANGES = {"pitch": pitch, "speed": speed, "tape": tape}


def voice(seconds, rate=RATE, hertz=140.0):
    """A hummed note with all its overtones, a little out of breath, that comes and goes."""
    times = np.arange(round(seconds * rate)) / rate
    turns = hertz * times + 2 * np.sin(2 * np.pi * 0.7 * times)
    wave = sum(np.sin(2 * np.pi * part * turns) / part for part in range(1, 9))
    return (0.2 * wave * (0.6 + 0.4 * np.sin(2 * np.pi * 1.3 * times)))[:, None]


def clicks(seconds, rate=RATE, every=0.31):
    """Woodblocks, and where they are."""
    times = np.arange(round(0.05 * rate)) / rate
    click = 0.5 * np.exp(-times / 0.006) * np.sin(2 * np.pi * 1100 * times)
    samples = np.zeros((round(seconds * rate), 1))
    places = np.arange(round(0.2 * rate), len(samples) - 2 * len(click), round(every * rate))
    for place in places:
        samples[place : place + len(click), 0] += click
    return samples, places


def whole(stage):
    return stage.read(0, stage.length)


def hertz_of(samples, rate=RATE):
    """The strongest tone, by a parabola through the highest point of its spectrum."""
    powers = np.log(np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)))) + 1e-12)
    top = int(np.argmax(powers))
    left, middle, right = powers[top - 1 : top + 2]
    return (top + (left - right) / (2 * (left - 2 * middle + right))) * rate / len(samples)


def level(samples):
    return 10 * np.log10(np.mean(np.square(samples)))


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


@pytest.mark.parametrize("semitones", [-24, -12, -5, 4, 12, 24])
def test_pitch_moves_a_tone_to_where_it_should_be(semitones):
    rate = 44100
    tone = 0.3 * np.sin(2 * np.pi * 523.25 * np.arange(2 * rate) / rate)[:, None]
    made = whole(pitch(ArrayStage(tone, rate), semitones))
    cents = 1200 * np.log2(hertz_of(made, rate) / 523.25) - 100 * semitones
    assert abs(cents) < 3
    assert level(made) == pytest.approx(level(tone), abs=0.2)


@pytest.mark.parametrize(
    "change", [("pitch", 12), ("pitch", -12), ("speed", 0.5), ("speed", 0.9), ("speed", 2)]
)
@pytest.mark.parametrize("hertz", [82.4, 311.1, 1046.5])
def test_a_steady_note_stays_clean(change, hertz):
    rate = 44100
    times = np.arange(3 * rate) / rate
    note = sum(0.2 / part * np.sin(2 * np.pi * hertz * part * times + part) for part in (1, 2, 3))[:, None]
    made = whole(CHANGES[change[0]](ArrayStage(note, rate), change[1]))[:, 0]
    middle = made[len(made) // 5 : -len(made) // 5] * np.blackman(len(made[len(made) // 5 : -len(made) // 5]))
    powers, step = np.abs(np.fft.rfft(middle)) ** 2, rate / len(middle)
    higher = 2 ** (change[1] / 12) if change[0] == "pitch" else 1.0
    beside = np.ones(len(powers), dtype=bool)
    for part in (1, 2, 3):
        beside &= np.abs(np.arange(len(powers)) * step - hertz * higher * part) > 6
    assert 10 * np.log10(powers[beside].sum() / powers.sum()) < -30


@pytest.mark.parametrize("factor", [0.25, 0.5, 0.9, 1.1, 2, 4])
def test_speed_leaves_a_tone_where_it_is(factor):
    tone = 0.3 * np.sin(2 * np.pi * 523.25 * np.arange(4 * RATE) / RATE)[:, None]
    made = whole(speed(ArrayStage(tone, RATE), factor))
    assert abs(1200 * np.log2(hertz_of(made) / 523.25)) < 3
    assert level(made) == pytest.approx(level(tone), abs=0.2)


@pytest.mark.parametrize("factor", [0.5, 0.75, 1.5, 3])
def test_a_tape_moves_the_pitch_with_the_speed(factor):
    tone = 0.3 * np.sin(2 * np.pi * 523.25 * np.arange(2 * RATE) / RATE)[:, None]
    made = whole(tape(ArrayStage(tone, RATE), factor))
    assert abs(1200 * np.log2(hertz_of(made) / (523.25 * factor))) < 3


def test_blocks_of_a_tape_join_without_a_mark():
    times = np.arange(4 * RATE) / RATE
    made = whole(tape(ArrayStage(0.5 * np.sin(2 * np.pi * 440 * times)[:, None], RATE), 1.3))
    plain = 0.5 * np.sin(2 * np.pi * 440 * 1.3 * np.arange(len(made)) / RATE)
    np.testing.assert_allclose(made[300:-300, 0], plain[300:-300], atol=1e-5)


@pytest.mark.parametrize("change", [("pitch", 12), ("pitch", -12), ("speed", 0.5), ("speed", 1.7)])
def test_a_voice_is_as_loud_as_before(change):
    samples = voice(4)
    made = whole(CHANGES[change[0]](ArrayStage(samples, RATE), change[1]))
    assert level(made) == pytest.approx(level(samples), abs=0.5)


@pytest.mark.parametrize("change", [("speed", 0.7), ("speed", 2.5), ("pitch", -7)])
def test_noise_is_as_loud_as_before(change):
    samples = noise(3, samplerate=RATE).astype(np.float64)
    made = whole(CHANGES[change[0]](ArrayStage(samples, RATE), change[1]))
    assert level(made) == pytest.approx(level(samples), abs=0.5)


def starts_of(made, samples):
    loud = np.flatnonzero(np.abs(made[:, 0]) > 0.2 * np.abs(samples).max())
    return loud[np.r_[True, np.diff(loud) > 0.012 * RATE]]


@pytest.mark.parametrize("every", [0.31, 0.12])
@pytest.mark.parametrize("factor", [0.25, 0.5, 0.8, 1.5, 2, 4])
def test_each_click_is_heard_once_and_in_time(factor, every):
    samples, places = clicks(6, every=every)
    starts = starts_of(whole(speed(ArrayStage(samples, RATE), factor)), samples)
    np.testing.assert_allclose(starts / RATE, places / factor / RATE, atol=0.002)


@pytest.mark.parametrize("every", [0.31, 0.12])
@pytest.mark.parametrize("semitones", [-24, -12, 5, 12])
def test_clicks_keep_their_moments_when_the_pitch_changes(semitones, every):
    samples, places = clicks(3, every=every)
    starts = starts_of(whole(pitch(ArrayStage(samples, RATE), semitones)), samples)
    np.testing.assert_allclose(starts / RATE, places / RATE, atol=0.002)


@pytest.mark.parametrize("change", [("pitch", 12), ("pitch", -12), ("speed", 0.5), ("speed", 2)])
def test_clicks_spread_no_more_than_5_ms(change):
    rate = 48000
    samples, places = clicks(3, rate)
    made = whole(CHANGES[change[0]](ArrayStage(samples, rate), change[1]))[:, 0]
    longer = len(made) / len(samples)
    for place in places:
        energies = made[int(place * longer) - rate // 20 : int(place * longer) + rate // 10] ** 2
        times = np.arange(len(energies)) / rate
        middle = np.average(times, weights=energies)
        assert np.sqrt(np.average((times - middle) ** 2, weights=energies)) < 0.005


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
