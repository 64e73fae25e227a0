import numpy as np
import pytest

from studio.audio.rendering.effects.likeness import SEEK_SECONDS, Likeness

RATE = 48000
FAR = 10**9


def a_note(hertz, seconds=1.0, rate=RATE):
    times = np.arange(round(seconds * rate)) / rate
    parts = (np.sin(2 * np.pi * hertz * part * times + part) / part for part in (1, 2, 3))
    return (0.2 * sum(parts)).astype(np.float32)


@pytest.mark.parametrize("hertz", [70.3, 220.7, 987.0])
@pytest.mark.parametrize("near", [20000, 20117, 20300])
def test_a_like_place_is_whole_periods_away_to_a_part_of_a_frame(hertz, near):
    place, part = Likeness(a_note(hertz), RATE, 768).find(24000, near, -FAR, FAR)
    periods = (24000 - place - part) * hertz / RATE
    assert periods == pytest.approx(round(periods), abs=0.003)
    assert abs(place - near) <= SEEK_SECONDS * RATE + 8


def test_of_like_places_the_nearest_is_taken():
    place, _ = Likeness(a_note(400.0), RATE, 768).find(24000, 20000, -FAR, FAR)
    assert abs(place - 20000) <= RATE / 400 / 2 + 4


def test_going_on_as_it_was_is_exact_when_it_is_near():
    noise = np.random.default_rng(1).uniform(-0.1, 0.1, RATE).astype(np.float32)
    assert Likeness(noise, RATE, 768).find(24000, 24100, -FAR, FAR) == (24000, 0.0)


@pytest.mark.parametrize(("earliest", "latest"), [(20200, FAR), (-FAR, 19700), (20200, 20600)])
def test_the_bounds_are_kept(earliest, latest):
    likeness = Likeness(a_note(150.0), RATE, 768)
    place, _ = likeness.find(24000, 20000, earliest, latest)
    assert earliest <= place <= latest + 4


def test_bounds_that_cross_give_the_later_one():
    assert Likeness(a_note(150.0), RATE, 768).find(24000, 20000, 20500, 19900) == (19900, 0.0)


def test_in_silence_it_stays_where_it_should_be():
    place, part = Likeness(np.zeros(RATE, dtype=np.float32), RATE, 768).find(24000, 20000, -FAR, FAR)
    assert abs(place - 20000) <= RATE // 1000
    assert part == 0.0
