"""How a row is written and said."""

import itertools

import pytest

from lessons.rhythm.notation import beat_name, beat_symbols, said, second_beams, symbols
from lessons.rhythm.pattern import Row
from lessons.rhythm.score import BOXES, NOTES, SHAPES, counting, draw

EVERY_BEAT = ["".join(boxes) for boxes in itertools.product("xX.", repeat=4)]


@pytest.mark.parametrize("boxes", EVERY_BEAT)
def test_a_beat_is_filled_exactly_with_notes_where_the_boxes_are(boxes):
    found = beat_symbols(boxes, 8)
    assert sum(symbol.length for symbol in found) == 4
    assert [symbol.step for symbol in found if not symbol.is_rest] == [
        8 + at for at, box in enumerate(boxes) if box != "."
    ]
    assert [symbol.is_strong for symbol in found if not symbol.is_rest] == [
        box == "X" for box in boxes if box != "."
    ]
    assert beat_name(boxes)


@pytest.mark.parametrize(
    ("boxes", "lengths"),
    [("x...", [4]), ("x.x.", [2, 2]), ("xxxx", [1, 1, 1, 1]), ("x..x", [3, 1]), ("..x.", [2, 2])],
)
def test_lengths_are_those_of_the_notes(boxes, lengths):
    assert [symbol.length for symbol in beat_symbols(boxes)] == lengths


def test_only_the_shortest_have_a_second_beam():
    def beams(boxes):
        return second_beams([each for each in beat_symbols(boxes) if each.has_beam])

    assert beams("x.x.") == ()
    assert beams("xxxx") == ((0, 1, 0), (1, 2, 0), (2, 3, 0))
    assert beams("x..x") == ((1, 1, -1),)
    assert beams("xx..") == ((0, 0, 1),)
    assert beams("xx.x") == ((0, 0, 1), (2, 2, -1))
    assert beams("...x") == ((0, 0, 1),)


def test_a_row_is_said():
    assert said(Row("clap", "X...x.x.xxxx....")) == "ta, ti-ti, tika-tika, shh; strong on 1"
    assert said(Row("clap", "x.......")) == "ta, shh"


def test_notes_are_drawn():
    assert [line.rstrip() for line in draw(Row("clap", "X.x.x..x.x..xxxx"), NOTES)] == [
        ">",
        "┌───────┐         ┌───────────┐         ┌─            ┌───┬───┬───┐",
        "│       │         │          ─┤         │             ├───┼───┼───┤",
        "│       │         │           │     7   │             │   │   │   │",
        "●       ●         ●·          ●     7   ●·            ●   ●   ●   ●",
        "ti-ti             tim-ka            h-tim             tika-tika",
    ]


def test_boxes_and_shapes_are_drawn():
    row = Row("clap", "X...x.x.")
    assert counting(8) == "1  ·  ·  ·    2  ·  ·  ·  "
    assert draw(row, BOXES) == ("■■ ·  ·  ·    ■  ·  ■  ·  ",)
    assert [line.rstrip() for line in draw(row, SHAPES)] == ["██", "██░░░░░░░░░   ▒▒▒▒▒ ▒▒▒▒▒"]


def test_a_bar_is_written_beat_by_beat():
    assert [len(beat) for beat in symbols(Row("clap", "x...xxxx...."))] == [1, 4, 1]
