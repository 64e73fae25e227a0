import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.printing.ornament import drawn, peaks_from


def test_the_same_words_always_give_the_same_sound():
    assert peaks_from("Voice of a villain", 60) == peaks_from("Voice of a villain", 60)
    assert peaks_from("Voice of a villain", 60) != peaks_from("Silence please", 60)


@given(st.text(max_size=20), st.integers(1, 90))
def test_a_sound_that_nobody_recorded_has_its_length_and_its_loudest_bar(seed, number):
    peaks = peaks_from(seed, number)
    assert len(peaks) == number
    assert max(peaks) == 1
    assert min(peaks) > 0


@given(st.lists(st.floats(-1, 1), max_size=300), st.integers(5, 90))
def test_any_sound_is_drawn_with_as_many_bars_as_there_is_room_for(peaks, number):
    bars = drawn(peaks, number)
    assert len(bars) == number
    assert all(0 < bar <= 1 for bar in bars)


def test_the_loudest_moment_is_never_lost():
    peaks = [0.1] * 200
    peaks[137] = 0.9
    assert drawn(peaks, 20)[13] == pytest.approx(1)
