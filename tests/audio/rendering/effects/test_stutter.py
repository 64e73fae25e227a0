import numpy as np
import pytest

from studio.audio.rendering.effects.stutter import stutter
from tests.audio.oracle import ArrayStage

RATE = 1000
LINE = np.linspace(0.1, 0.9, 500)[:, None]


def heard(*values):
    stage = stutter(ArrayStage(LINE, RATE), *values)
    return stage.read(0, stage.length)[:, 0]


def test_a_moment_comes_again_and_again_before_it_goes_on():
    frames = heard(0.1, 3, 0.2)
    again = LINE[200:300, 0]
    assert len(frames) == 500 + 300
    np.testing.assert_array_equal(frames[:190], LINE[:190, 0])
    for start in (200, 300, 400, 500):
        np.testing.assert_array_equal(frames[start + 3 : start + 90], again[3:90])
    np.testing.assert_array_equal(frames[-190:], LINE[-190:, 0])


def test_no_click_where_it_begins_again():
    assert np.abs(np.diff(heard(0.1, 5, 0.0))).max() < 0.6


@pytest.mark.parametrize(("at", "longer"), [(0.45, 2 * 50), (0.5, 0), (7, 0)])
def test_at_the_end_it_takes_what_is_left(at, longer):
    assert len(heard(0.1, 2, at)) == 500 + longer


def test_the_drawing_needs_no_samples():
    upstream = ArrayStage(np.zeros((200_000, 1)), RATE)
    stage = stutter(upstream, 0.5, 20, 1)
    before = sum(stop - start for start, stop in upstream.reads)
    assert before < 200
    assert stage.length == 210_000
