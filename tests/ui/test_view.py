from hypothesis import given
from hypothesis import strategies as st

from studio.ui.widgets.view import CLOSEST_FRAMES, View, decimals_of, ruler

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


def test_closest_shows_single_frames():
    view = HOUR
    for _ in range(40):
        view = view.closer(48000)
    assert view.span == CLOSEST_FRAMES
    assert view.start <= 48000 <= view.stop


def test_a_part_is_fitted_with_a_little_room():
    view = HOUR.fitted(48000, 96000)
    assert (view.start, view.stop) == (45600, 98400)
    assert HOUR.fitted(0, HOUR.length) == HOUR


def test_a_part_of_no_length_still_shows_something():
    view = HOUR.fitted(48000, 48000)
    assert view.span >= CLOSEST_FRAMES
    assert view.column(48000, 80) is not None


def test_pages_are_turned_and_end_at_the_ends():
    view = View(1000, 2000, 10_000, 1000)
    assert view.paged(1).start == 1900
    assert view.paged(-1).start == 100
    assert view.paged(-2).start == 0
    assert view.paged(9).stop == 10_000


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


def test_what_is_seen_stays_when_the_sound_becomes_longer_or_shorter():
    view = View(1000, 2000, 10_000, 1000)
    assert view.of_length(20_000) == View(1000, 2000, 20_000, 1000)
    assert view.of_length(1500) == View(500, 1500, 1500, 1000)
    assert view.of_length(800) == View.whole(800, 1000)
    assert View.whole(5, 1000).of_length(50) == View.whole(50, 1000)


def test_times_are_as_fine_as_what_is_seen():
    spans = {3600.0: 0, 60.0: 1, 3.0: 2, 0.2: 3, 0.02: 4, 0.001: 5}
    for seconds, decimals in spans.items():
        assert decimals_of(View(0, round(seconds * 48000), 10**9, 48000)) == decimals
    assert "0:01.0067" in ruler(View(48000, 48960, 10**9, 48000), 80)


def test_no_two_times_of_a_ruler_read_the_same():
    view = HOUR
    while view != view.closer(48000 * 1800):
        view = view.closer(48000 * 1800)
        times = ruler(view, 80).split()
        assert len(set(times)) == len(times), times
