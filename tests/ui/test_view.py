from hypothesis import given
from hypothesis import strategies as st

from studio.ui.widgets.view import View, ruler

HOUR = View.whole(48000 * 3600, 48000)


@st.composite
def views(draw):
    length = draw(st.integers(1, 10**9))
    start = draw(st.integers(0, length - 1))
    return View(
        start, draw(st.integers(start + 1, length)), length, draw(st.sampled_from([8000, 44100, 96000]))
    )


def test_closer_halves_and_keeps_the_frame_where_it_stands():
    view = View(0, 8000, 8000, 8000).closer(2000)
    assert (view.start, view.stop) == (1000, 5000)
    assert view.column(2000, 80) == View(0, 8000, 8000, 8000).column(2000, 80)


def test_closest_is_a_tenth_of_a_second():
    view = HOUR
    for _ in range(40):
        view = view.closer(48000)
    assert view.span == 4800


def test_wider_than_everything_is_everything():
    assert HOUR.wider(5) == HOUR


@given(views(), st.integers(0, 10**9), st.booleans())
def test_zooming_never_leaves_the_sound(view, frame, closer):
    frame = min(frame, view.length)
    zoomed = view.closer(frame) if closer else view.wider(frame)
    assert 0 <= zoomed.start <= zoomed.stop <= view.length
    assert zoomed.span >= 1


@given(views(), st.integers(0, 10**9), st.integers(1, 300))
def test_what_must_be_seen_is_seen(view, frame, width):
    frame = min(frame, view.length)
    assert view.showing(frame).column(frame, width) is not None
    turned = view.turned_to(frame)
    assert turned.column(frame, width) is not None
    assert turned.span == view.span


def test_columns_and_frames_agree():
    view = View(100, 900, 1000, 100)
    assert [view.column(view.frame(column, 80), 80) for column in range(80)] == list(range(80))
    assert view.column(99, 80) is None
    assert view.column(900, 80) == 79


def test_the_ruler_names_both_ends():
    line = ruler(View.whole(8000 * 3, 8000), 60)
    assert line.startswith("0:00.00")
    assert line.endswith("0:03.00")
    assert len(line) == 60


def test_the_ruler_of_an_hour_reads_hours():
    assert ruler(HOUR, 80).endswith("1:00:00")
