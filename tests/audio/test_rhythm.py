"""A bar that plays again and again: every onset at its own frame."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.rhythm import SAMPLERATE, Hit, Loop, from_its_start, onsets, render_bar


def a_click(frames: int = 1, *, channels: int = 1, level: float = 0.5) -> Clip:
    return Clip(np.full((frames, channels), level, dtype=np.float32), SAMPLERATE)


@given(tempo=st.integers(40, 180), steps=st.sampled_from([8, 12, 16]), bars=st.integers(1, 40))
def test_each_onset_is_exactly_where_it_belongs(tempo, steps, bars):
    starts = onsets(steps, tempo=tempo)
    hits = [Hit(step, 0) for step in range(steps)]
    loop = Loop(render_bar([a_click()], hits, starts))
    first = (bars - 1) * starts[-1]
    heard = loop.read(first, first + starts[-1])[:, 0]
    assert list(np.flatnonzero(heard)) == list(starts[:-1])
    for step, start in enumerate(starts):
        assert abs(start - step * SAMPLERATE * 15 / tempo) <= 0.5


def test_at_100_beats_a_minute_a_step_is_7200_frames():
    assert onsets(16, tempo=100) == tuple(range(0, 7200 * 17, 7200))


@given(first=st.integers(0, 200_000), length=st.integers(0, 50_000))
def test_a_loop_reads_the_same_however_it_is_split(first, length):
    bar = Clip(np.arange(7001, dtype=np.float32)[:, None] / 7001, SAMPLERATE)
    loop = Loop(bar)
    whole = loop.read(first, first + length)
    half = first + length // 2
    assert np.array_equal(whole, np.concatenate([loop.read(first, half), loop.read(half, first + length)]))
    assert np.array_equal(whole[:, 0], bar.frames[(np.arange(length) + first) % 7001, 0])


def test_what_rings_at_the_end_goes_on_at_the_start():
    starts = onsets(8, tempo=120)
    bar = render_bar([a_click(9000)], [Hit(7, 0)], starts)
    assert np.all(bar.frames[starts[7] :] == 0.5)
    assert np.all(bar.frames[:3000] == 0.5)
    assert not np.any(bar.frames[3000 : starts[7]])


def test_a_row_cuts_itself_off_and_no_other():
    starts = onsets(8, tempo=120)
    bar = render_bar([a_click(40000, level=0.2), a_click(1, level=0.1)], [Hit(0, 0), Hit(2, 0)], starts)
    assert np.max(np.abs(bar.frames)) <= 0.2 + 1e-6
    both = render_bar([a_click(9000, level=0.2), a_click(1, level=0.1)], [Hit(0, 0), Hit(1, 1)], starts)
    assert both.frames[starts[1], 0] == pytest.approx(0.3)


def test_soft_is_softer_and_much_at_once_is_never_clipped():
    starts = onsets(8, tempo=120)
    soft = render_bar([a_click()], [Hit(0, 0, 0.4)], starts)
    assert soft.frames[0, 0] == pytest.approx(0.2)
    loud = render_bar([a_click() for _ in range(5)], [Hit(0, row) for row in range(5)], starts)
    assert np.max(loud.frames) == pytest.approx(0.9)


def test_a_bar_is_as_wide_as_its_widest_sound():
    starts = onsets(8, tempo=120)
    bar = render_bar([a_click(), a_click(channels=2)], [Hit(0, 0), Hit(2, 1)], starts)
    assert bar.channels == 2
    assert np.all(bar.frames[[0, starts[2]]] == 0.5)
    assert not np.any(render_bar([], [], starts).frames)


def test_another_bar_takes_its_place_only_in_the_same_shape():
    loop = Loop(a_click(100))
    loop.change(a_click(100, level=0.1))
    assert loop.read(150, 151)[0, 0] == pytest.approx(0.1)
    with pytest.raises(ValueError, match="cannot follow"):
        loop.change(a_click(99))
    with pytest.raises(ValueError, match="not inside"):
        loop.read(0, loop.length + 1)


def test_a_sound_is_played_from_where_it_begins():
    quiet = np.full((500, 1), 0.001, dtype=np.float32)
    clip = from_its_start(Clip(np.concatenate([quiet, a_click(10).frames]), SAMPLERATE), peak=0.6)
    assert len(clip) == 10
    assert np.max(clip.frames) == pytest.approx(0.6)
    silence = Clip(np.zeros((5, 1), dtype=np.float32), SAMPLERATE)
    assert from_its_start(silence, peak=0.6) is silence
