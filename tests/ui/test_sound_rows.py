"""What is in a sound as rows of blocks."""

from dataclasses import dataclass

import pytest

from studio.audio.pitches import NAMES
from studio.ui.text import SAFE_GLYPHS
from studio.ui.widgets.sound_rows import hertz_words, level_rows, note_rows, shade, spectrum_rows
from studio.ui.widgets.tuning_bar import WORDS, place_of, scale, word_for, word_line


@dataclass(frozen=True)
class ANote:
    start: float
    stop: float
    number: float
    is_steady: bool = True


def test_the_louder_a_cell_the_darker_it_is():
    assert [shade(level) for level in (0, -15, -30, -50, -200)] == ["█", "▒", "░", " ", " "]
    assert {block for block in map(shade, range(-60, 1)) if block != " "} <= SAFE_GLYPHS


def test_a_spectrum_says_high_at_its_top_and_low_at_its_bottom():
    rows = spectrum_rows([[0.0, -50.0]] * 4, [8000.0, 2000.0, 500.0, 120.0])
    assert rows.cells == ["█ "] * 4
    assert rows.labels[0] == "high 8.0 kHz"
    assert rows.labels[-1] == "low 120 Hz"
    assert spectrum_rows([], []).cells == []


@pytest.mark.parametrize(("hertz", "words"), [(61.4, "61 Hz"), (1000, "1.0 kHz"), (12600, "13 kHz")])
def test_hertz_in_words(hertz, words):
    assert hertz_words(hertz) == words


def test_loudness_stands_on_the_lowest_row():
    rows = level_rows([-60.0, -30.0, 0.0], 3, 4)
    assert rows.cells == ["  █", "  █", " ██", " ██"]
    assert rows.labels == ["loud", "", "", "quiet"]
    assert level_rows([], 3, 2).cells == ["   ", "   "]
    assert level_rows([0.0], 3, 0).cells == []
    assert len(level_rows([-10.0] * 1000, 7, 2).cells[0]) == 7


def test_notes_stand_in_the_row_of_their_name():
    track = [71.0] * 5 + [None] * 5 + [69.0] * 10
    rows = note_rows([ANote(0, 0.5, 71.0), ANote(1.0, 2.0, 69.0)], track, 2.0, 20, 7, NAMES)
    drawn = dict(zip(rows.labels, rows.cells, strict=True))
    assert drawn["B4"].rstrip() == "█████"
    assert drawn["A4"].strip() == "█" * 10
    assert set(drawn["Bb4"]) == {" "}
    assert len(rows.labels) == 7


def test_slides_are_lighter_and_many_notes_share_rows():
    track = [float(number) for number in range(40, 80)]
    rows = note_rows([ANote(0.0, 0.2, 40.2, is_steady=False)], track, 4.0, 40, 8, NAMES)
    assert rows.cells[-1].startswith("▒▒")
    assert sum(row.count("░") for row in rows.cells) == 38
    assert rows.labels[-1] == "E2"
    assert note_rows([], [None, None], 1.0, 5, 2, NAMES).cells == ["     ", "     "]
    assert note_rows([], [69.0], 1.0, 5, 0, NAMES).cells == []


def test_the_tuner_says_low_high_and_in_tune_by_place_and_by_word():
    assert [word_for(cents) for cents in (-30, -10, 0, 10, 11)] == [
        WORDS[0], WORDS[1], WORDS[1], WORDS[1], WORDS[2],
    ]  # fmt: skip
    assert [place_of(cents, 11) for cents in (-90, -50, 0, 50, 70)] == [0, 0, 5, 10, 10]
    assert scale(11) == "░░░░▒▒▒░░░░"
    line = word_line(60)
    assert [line.find(word) for word in WORDS] == [0, 26, 50]
    for width in range(40):
        assert len(word_line(width)) == width
