import pytest

from studio.ui.place_words import between_words, place_words
from studio.ui.widgets.picture import Place
from studio.ui.widgets.view import View

WHOLE = View.whole(3 * 48000, 48000)


@pytest.mark.parametrize(
    ("markers", "words"),
    [
        ((None, None), ""),
        ((24000, 60000), "0.75 s between the lines"),
        ((60000, 24000), "0.75 s between the lines"),
        ((24000, None), "2.50 s from the line on"),
        ((None, 24000), "0.50 s to the line"),
        ((24000, 24000), "0.00 s between the lines"),
        ((24000, 24048), "0.0010 s between the lines"),
    ],
)
def test_how_much_is_between_the_lines(markers, words):
    assert between_words(Place(WHOLE, 0, markers)) == words


def test_an_hour_is_said_in_minutes():
    hour = View.whole(3600 * 8000, 8000)
    assert between_words(Place(hour, 0, (0, 75 * 8000))) == "1:15.0 between the lines"


def test_where_one_stands_is_as_fine_as_what_is_seen():
    assert place_words(Place(WHOLE, 72000, (None, None))) == "At 0:01.50"
    close = View(72000, 72048, WHOLE.length, 48000)
    assert place_words(Place(close, 72001, (None, None))) == "At 0:01.50002 · 0.0010 s seen"
    assert place_words(Place(WHOLE, 0, (None, None)), snapping=True) == "At 0:00.00 · lines snap"
