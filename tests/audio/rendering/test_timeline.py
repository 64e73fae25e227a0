import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.recipe import RecipeFault, Step
from studio.audio.rendering.timeline import Piece, Timeline, do

SECOND = 1000


def after(*texts, length=10 * SECOND):
    timeline = Timeline.of(length)
    for text in texts:
        timeline = do(timeline, Step.parse(text), SECOND)
    return timeline


def spans(timeline):
    return [(p.start, p.stop) if not p.silent else p.length for p in timeline.pieces]


def heard(timeline):
    """Which frame of the sound is heard at each place (-1: silence), and its gain."""
    frames, gains = [], []
    for piece in timeline.pieces:
        span = np.arange(piece.start, piece.stop)
        frames.append(np.full(piece.length, -1) if piece.silent else span[::-1] if piece.backwards else span)
        gains.append(piece.gains())
    return np.concatenate(frames), np.concatenate(gains)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], [(0, 10000)]),
        (["trim 2"], [(2000, 10000)]),
        (["trim 2 8"], [(2000, 8000)]),
        (["trim 2 800"], [(2000, 10000)]),
        (["cut 4 5"], [(0, 4000), (5000, 10000)]),
        (["cut 4 50"], [(0, 4000)]),
        (["cut 40 50"], [(0, 10000)]),
        (["silence 4 5"], [(0, 4000), 1000, (5000, 10000)]),
        (["silence 9"], [(0, 9000), 1000]),
        (["silence"], [10000]),
        (["pause 1 2"], [(0, 1000), 2000, (1000, 10000)]),
        (["pause 70 2"], [(0, 10000), 2000]),
        (["cut 4 5", "trim 3 6"], [(3000, 4000), (5000, 7000)]),
        (["cut 4 5", "reverse", "trim 0 6"], [(5000, 10000), (3000, 4000)]),
    ],
)
def test_steps_keep_the_right_frames(steps, expected):
    assert spans(after(*steps)) == expected


def test_times_fall_on_the_nearest_frame():
    assert spans(after("trim 1.0004 1.0016")) == [(1000, 1002)]


@pytest.mark.parametrize("step", ["trim 10", "trim 11 12", "cut 0 10", "trim 1.0001 1.0002"])
def test_a_step_that_leaves_nothing_is_said(step):
    with pytest.raises(RecipeFault):
        after(step)


def test_a_fade_is_a_straight_line_from_nothing():
    _, gains = heard(after("fade-in 1", "fade-out 2"))
    np.testing.assert_array_equal(gains[:1000], np.arange(1000) / 1000)
    np.testing.assert_array_equal(gains[1000:8000], 1)
    np.testing.assert_array_equal(gains[8000:], np.arange(2000)[::-1] / 2000)


@pytest.mark.parametrize(
    ("shape", "quarters"),
    [
        ("straight", [0, 0.25, 0.5, 0.75]),
        ("gentle", [0, 0.1464, 0.5, 0.8536]),
        ("quick", [0, 1 / 16, 1 / 4, 9 / 16]),
    ],
)
def test_a_fade_has_a_shape(shape, quarters):
    _, gains = heard(after(f"fade-in 4 {shape}"))
    assert gains[:4000:1000] == pytest.approx(quarters, abs=1e-4)
    _, backwards = heard(after(f"fade-out 4 {shape}"))
    assert backwards[::-1] == pytest.approx(gains)


def test_a_fade_longer_than_the_sound_lasts_as_long_as_the_sound():
    _, gains = heard(after("fade-in 60"))
    np.testing.assert_array_equal(gains, np.arange(10000) / 10000)


def test_a_fade_stays_with_its_frames_through_cuts_and_reversals():
    frames, gains = heard(after("fade-in 4", "cut 1 2", "reverse", "trim 6"))
    np.testing.assert_array_equal(frames, np.r_[0:1000, 2000:4000][::-1][-3000:])
    np.testing.assert_array_equal(gains, frames / 4000)


def test_fading_in_the_reverse_is_fading_out():
    for piece, other in zip(
        after("cut 4 5", "reverse", "fade-in 7", "reverse").pieces,
        after("cut 4 5", "fade-out 7").pieces,
        strict=True,
    ):
        assert piece == other


def test_gain_adds_up_in_decibels():
    assert after("gain 3", "gain -3").gain == 1.0
    assert after("gain 6", "gain -0.1").gain == pytest.approx(10 ** (5.9 / 20))


def test_what_takes_itself_back_leaves_the_sound_whole():
    whole = Timeline.of(10000).pieces
    assert after("gain 3", "gain -3").pieces == whole
    assert after("reverse", "reverse").pieces == whole
    assert after("reverse").pieces != whole


def test_silence_has_no_ramps_and_no_direction():
    timeline = after("silence", "fade-in 3", "reverse")
    assert timeline.length == 10000
    assert all(piece.silent and not piece.ramps and not piece.backwards for piece in timeline.pieces)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.booleans(), st.booleans()), max_size=8),
    st.tuples(st.integers(0, 400), st.integers(0, 400)),
)
def test_parts_are_what_is_heard_there(lengths, between):
    pieces = [Piece(10 * n, 10 * n + length, b, s) for n, (length, b, s) in enumerate(lengths)]
    timeline = Timeline((*pieces, Piece(0, 1)))
    start, stop = sorted(min(frame, timeline.length) for frame in between)
    frames, _ = heard(timeline)
    parts = Timeline(tuple(timeline.parts(start, stop)))
    assert parts.length == stop - start
    if parts.length:
        np.testing.assert_array_equal(heard(parts)[0], frames[start:stop])
    kept = timeline.replaced(start, stop)
    if kept.length:
        np.testing.assert_array_equal(heard(kept)[0], np.delete(frames, slice(start, stop)))
