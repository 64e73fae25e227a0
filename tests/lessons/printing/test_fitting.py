import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.printing.fitting import Box, Type
from lessons.printing.sheet import Sheet
from tests.evidence.given import NOW

WORDS = st.text(st.sampled_from("aW 音م👻-é"), min_size=1, max_size=120)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    sheet = Sheet(title="Test", made=NOW)
    sheet.page()
    return sheet


@settings(max_examples=60, deadline=None)
@given(WORDS, st.floats(20, 150), st.floats(8, 60), st.booleans())
def test_whatever_is_written_fits_its_place(sheet, text, width, height, round_):
    fitted = sheet.fitter.fit(text, Box(0, 0, width, height), Type(60, least=5, round=round_))
    assert fitted.height <= height + 0.02
    assert all(line.width <= width + 0.5 for line in fitted.lines)


def test_words_are_as_large_as_they_fit(sheet):
    small = sheet.fitter.fit("Y4-heron", Box(0, 0, 40, 20), Type(60))
    large = sheet.fitter.fit("Y4-heron", Box(0, 0, 120, 20), Type(60))
    assert 10 < small.style.size < large.style.size <= 60


def test_no_word_is_broken_while_a_smaller_size_keeps_it_whole(sheet):
    fitted = sheet.fitter.fit("Saucepan laser", Box(0, 0, 60, 60), Type(60, round=True))
    assert [line.text for line in fitted.lines] == ["Saucepan", "laser"]


def test_what_never_fits_ends_with_three_dots(sheet):
    fitted = sheet.fitter.fit("word " * 400, Box(0, 0, 60, 10), Type(20, least=8))
    assert str(fitted.lines[-1].text).endswith("…")


def test_lines_of_large_words_are_about_as_long(sheet):
    fitted = sheet.fitter.fit(
        "The kitchen orchestra plays on", Box(0, 0, 150, 60), Type(40, round=True), most=2
    )
    assert [line.text for line in fitted.lines] == ["The kitchen", "orchestra plays on"]
