import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.colour import (
    BLACK,
    READABLE,
    WHITE,
    Colour,
    UnknownColour,
    colour_words,
    contrast,
    parse_colour,
)

PARTS = st.integers(0, 255)
COLOURS = st.builds(Colour, PARTS, PARTS, PARTS)


@pytest.mark.parametrize(
    ("text", "rgb"),
    [("dark blue", "#1f3f77"), ("Dark-Blue", "#1f3f77"), ("#1F4E79", "#1f4e79"), ("light gray", "#b4bac2")],
)
def test_a_colour_is_read_as_words_or_as_numbers(text, rgb):
    assert str(parse_colour(text)) == rgb


def test_a_slip_of_the_keys_is_told_the_nearest():
    with pytest.raises(UnknownColour) as caught:
        parse_colour("marroon")
    assert caught.value.fix == "Did you mean “maroon”?"


def test_contrast_is_that_of_the_standard():
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(Colour.of("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)


@given(COLOURS)
def test_text_on_any_colour_is_readable(colour):
    assert contrast(colour.ink, colour) >= READABLE


@given(COLOURS)
def test_any_colour_becomes_readable_on_paper(colour):
    assert contrast(colour.readable(), WHITE) >= READABLE
    assert contrast(colour.readable(), colour.tint(0.07)) >= READABLE


@given(COLOURS)
def test_what_is_written_is_read_back(colour):
    assert Colour.of(str(colour)) == colour


def test_every_colour_of_the_list_has_words_in_small_letters():
    assert len(colour_words()) > 30
    assert all(words == words.lower() for words in colour_words())
