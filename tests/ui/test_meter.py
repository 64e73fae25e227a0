import pytest

from studio.ui.widgets.meter import cells_lit, word_for, word_line, zone_starts


@pytest.mark.parametrize(("dbfs", "cells"), [(-140, 0), (-60, 0), (-30, 20), (0, 40), (3, 40)])
def test_the_bar_grows_with_the_level(dbfs, cells):
    assert cells_lit(dbfs, 40) == cells


@pytest.mark.parametrize(
    ("dbfs", "word"),
    [(-140, "TOO QUIET"), (-31, "TOO QUIET"), (-12, "GOOD"), (-3, "TOO LOUD"), (0, "TOO LOUD")],
)
def test_the_word_says_how_loud(dbfs, word):
    assert word_for(dbfs) == word


@pytest.mark.parametrize("width", [40, 72, 112])
def test_all_three_words_fit_in_order(width):
    line = word_line(width)
    assert len(line) == width
    assert line.index("TOO QUIET") < line.index("GOOD") < line.index("TOO LOUD")


def test_the_zones_follow_each_other():
    first, good, loud = zone_starts(60)
    assert first == 0
    assert 0 < good < loud < 60


@pytest.mark.parametrize("width", range(0, 40, 3))
def test_a_narrow_line_of_words_is_cut_and_no_fault(width):
    assert len(word_line(width)) == width
