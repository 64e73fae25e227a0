from hypothesis import given
from hypothesis import strategies as st

from studio.ui.text import SAFE_GLYPHS
from studio.ui.widgets.drawing import big_figures, peaks_strip, seen, trace_rows, wave_rows

amplitudes = st.floats(-1, 1, width=32)


def test_full_scale_fills_every_row():
    assert wave_rows([-1.0, -1.0], [1.0, 1.0], 5) == ["██"] * 5


def test_silence_is_a_line_in_the_middle():
    assert wave_rows([0.0] * 3, [0.0] * 3, 5) == ["   ", "   ", "───", "   ", "   "]


def test_a_little_sound_differs_from_silence():
    assert wave_rows([-0.01, 0.0], [0.01, 0.0], 3)[1] == "░─"


def test_half_as_loud_is_half_as_tall():
    rows = wave_rows([-0.5], [0.5], 8)
    assert [row == "█" for row in rows] == [False, False, True, True, True, True, False, False]


@given(st.lists(st.tuples(amplitudes, amplitudes), max_size=40), st.integers(1, 20))
def test_any_wave_is_a_block_of_safe_glyphs(pairs, rows):
    lows, highs = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    drawn = wave_rows(lows, highs, rows)
    assert [len(row) for row in drawn] == [len(pairs)] * rows
    assert set("".join(drawn)) <= SAFE_GLYPHS | {" "}


@given(st.lists(st.floats(0, 1), max_size=700), st.integers(1, 100))
def test_the_last_minute_always_fills_its_width(peaks, width):
    assert [len(row) for row in peaks_strip(peaks, width, 3)] == [width] * 3


def test_the_newest_peak_stands_at_the_right_and_the_loudest_of_a_column_shows():
    assert peaks_strip([1.0], 4, 3)[0] == "   █"
    assert peaks_strip([0.0, 1.0, 0.0, 0.0], 2, 3)[0] == "█ "


def test_big_figures_are_five_rows_of_one_width():
    rows = big_figures("0:07.4")
    assert len(rows) == 5
    assert len({len(row) for row in rows}) == 1
    assert set("".join(rows)) == {"█", " "}


def test_every_digit_looks_different():
    assert len({tuple(big_figures(digit)) for digit in "0123456789"}) == 10


def test_a_quiet_sound_is_drawn_taller_than_it_is_and_full_scale_as_it_is():
    assert 0.05 < seen(0.01) < seen(0.1) < 0.3
    assert [seen(1.0), seen(0.0), seen(-1.0)] == [1.0, 0.0, -1.0]


def test_a_wave_that_is_a_line_is_drawn_without_gaps():
    heights = [0.9, 0.2, -0.5, -0.9]
    rows = trace_rows(heights, heights, 9)
    for column in range(4):
        cells = [row[column] not in " ─" for row in rows]
        assert any(cells)
        drawn = [index for index, is_drawn in enumerate(cells) if is_drawn]
        assert drawn == list(range(drawn[0], drawn[-1] + 1)) or 4 in range(drawn[0], drawn[-1])
    assert rows[4].count("─") >= 2  # the axis


@given(st.lists(st.tuples(amplitudes, amplitudes), max_size=40), st.integers(1, 20))
def test_any_line_is_a_block_of_safe_glyphs(pairs, rows):
    lows, highs = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    drawn = trace_rows(lows, highs, rows)
    assert [len(row) for row in drawn] == [len(pairs)] * rows
    assert set("".join(drawn)) <= SAFE_GLYPHS | {" "}
