import numpy as np
import pytest

from studio.audio.recipe import RecipeFault
from studio.audio.rendering.effects.hush import hush
from studio.audio.rendering.effects.quiet_part import quiet_levels
from studio.audio.steps.colouring import HUSH_BANDS, QUIETEST_DB
from tests.audio.oracle import ArrayStage
from tests.audio.rendering.effects.test_effect_reads import talking
from tests.builders import a_sine

RATE = 24000


def a_room(seconds, power_db, channels=1):
    return np.random.default_rng(7).normal(0, 10 ** (power_db / 20), (round(seconds * RATE), channels))


def hushed(frames, *values):
    return hush(ArrayStage(frames, RATE), *values).read(0, len(frames))


def power_db(frames):
    return 10 * np.log10(np.mean(np.square(frames)))


@pytest.mark.parametrize("db", [6, 12, 24])
def test_the_room_alone_goes_down_by_so_much(db):
    frames = a_room(4, -50)
    frames[:RATE] += talking(1, samplerate=RATE)
    assert power_db(hushed(frames, db)[RATE * 3 // 2 :]) == pytest.approx(-50 - db, abs=1.5)


def test_a_voice_comes_out_of_the_room_cleaner_than_it_went_in():
    voice = talking(6, samplerate=RATE, peak=0.7)
    room = a_room(6, power_db(voice) - 23.3)
    left = hushed(voice + room, 24) - voice
    assert power_db(voice) - power_db(left) > 23.3 + 3


def test_a_voice_in_a_silent_room_stays_as_it_is():
    voice = talking(3, samplerate=RATE)
    assert power_db(hushed(voice, 12) - voice) < power_db(voice) - 45


def test_the_room_is_learnt_from_the_quiet_part():
    frames = a_room(5, -60)
    frames[RATE : 4 * RATE] += a_room(3, -20)
    levels = quiet_levels(ArrayStage(frames, RATE))
    assert len(levels) == HUSH_BANDS
    assert np.mean(levels[8:20]) == pytest.approx(-60, abs=2)


def test_what_was_made_silent_is_not_taken_for_the_room():
    frames = a_room(4, -60)
    frames[: RATE // 2] *= 100
    frames[RATE : 3 * RATE] = 0
    assert np.mean(quiet_levels(ArrayStage(frames, RATE))[8:20]) == pytest.approx(-60, abs=2)
    assert set(quiet_levels(ArrayStage(np.zeros((RATE, 1)), RATE))) == {QUIETEST_DB}


@pytest.mark.parametrize("seconds", [0.15, 3])
def test_a_long_even_note_is_no_room(seconds):
    note = a_sine(seconds, samplerate=RATE).frames
    with pytest.raises(RecipeFault, match="no quiet part") as refused:
        hushed(note, 12)
    assert refused.value.fix.endswith(".")


def test_a_clap_in_a_quiet_room_is_enough_to_learn_from():
    frames = a_room(0.4, -60)
    frames[RATE // 10 : RATE // 5] += a_room(0.1, -10)
    after = hushed(frames, 24)
    assert power_db(after[: RATE // 30]) < -70
    assert power_db(after[RATE // 10 : RATE // 5]) == pytest.approx(-10, abs=0.5)


def test_known_levels_do_the_same_as_levels_found():
    frames = talking(2, samplerate=RATE) + a_room(2, -50)
    levels = quiet_levels(ArrayStage(frames, RATE))
    np.testing.assert_array_equal(hushed(frames, 12, levels), hushed(frames, 12))


def test_both_sides_are_turned_down_together():
    frames = a_room(2, -60, channels=2)
    frames[:, 0] += talking(2, samplerate=RATE)[:, 0]
    heard = hushed(frames, 24)
    shares = [np.abs(heard[:, side]).max() / np.abs(frames[:, side]).max() for side in (0, 1)]
    assert min(shares) > 0.5
