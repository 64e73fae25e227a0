from dataclasses import replace

import numpy as np
import pytest

from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.effects.pitch import pitch, speed, tape
from studio.audio.rendering.timeline import Timeline
from tests.audio.changed import CHANGES, RATE, clicks, hertz_of, level, starts_of, voice, whole
from tests.audio.oracle import ArrayStage
from tests.builders import noise


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


def played(stage):
    """The stage as a recipe has it between two steps."""
    return Arrangement(stage, Timeline.of(stage.length))


def test_small_steps_one_after_another_sound_like_one():
    samples = ArrayStage(voice(1.5), RATE)
    stage = samples
    for _ in range(4):
        stage = pitch(played(stage), 3)
    np.testing.assert_array_equal(whole(stage), whole(pitch(samples, 12)))
    faster = speed(played(tape(samples, 0.5)), 2)
    np.testing.assert_array_equal(whole(faster), whole(pitch(samples, -12)))


@pytest.mark.parametrize(
    "ways", [(("pitch", 4), ("pitch", -4)), (("speed", 0.5), ("speed", 2)), (("tape", 2), ("tape", 0.5))]
)
def test_there_and_back_again_is_the_sound_itself(ways):
    samples = ArrayStage(voice(1), RATE)
    stage = samples
    for change, value in ways:
        stage = CHANGES[change](played(stage), value)
    np.testing.assert_array_equal(whole(stage), samples.samples)


def test_what_was_done_between_two_changes_is_kept():
    samples = ArrayStage(voice(1), RATE)
    quieter = Arrangement(pitch(samples, 4), replace(Timeline.of(samples.length), decibels=-20.0))
    assert level(whole(pitch(quieter, -4))) == pytest.approx(level(samples.samples) - 20, abs=0.5)


def test_steps_too_big_to_be_done_as_one_are_done_one_by_one():
    samples = ArrayStage(voice(0.5), RATE)
    made = whole(speed(played(speed(samples, 0.25)), 0.25))
    assert len(made) == 16 * samples.length
    assert level(made) == pytest.approx(level(samples.samples), abs=0.5)
    assert whole(pitch(played(pitch(samples, 24)), 24)).shape == (samples.length, 1)
