"""Patterns: boxes, rows, tempo, and what is refused."""

from dataclasses import replace

import pytest

from lessons.rhythm.pattern import BadPattern, Pattern, Row
from lessons.rhythm.shipped import RhythmFault, UnknownRhythm, rhythm_book, rhythm_book_of, start_named
from rubric.tables import parse_table

MARCH = start_named("march").pattern


def test_enter_goes_round_strong_soft_and_rest():
    row = 3 - len(MARCH.rows)
    levels = []
    pattern = MARCH
    for _ in range(4):
        pattern = pattern.next_hit(row, 1)
        levels.append(pattern.rows[row].hits[1])
    assert levels == ["X", "x", ".", "X"]


def test_tempo_stops_at_its_ends():
    assert MARCH.faster(500).tempo == 180
    assert MARCH.faster(-500).tempo == 40


def test_a_bar_may_be_cut_and_made_longer():
    short = MARCH.with_beats(2)
    assert {len(row.hits) for row in short.rows} == {8}
    assert short.with_beats(4).rows[0].hits == "X...x..........."


def test_clearing_keeps_the_sounds():
    assert MARCH.cleared().is_empty
    assert [row.sound for row in MARCH.cleared().rows] == [row.sound for row in MARCH.rows]


def test_missing_rows_are_filled_with_sounds_that_are_free():
    filled = MARCH.filled(("drum", "clap", "wood", "bell"))
    assert [row.sound for row in filled.rows] == ["drum", "wood", "shaker", "clap"]
    assert filled.sound_ids == MARCH.sound_ids


@pytest.mark.parametrize(
    "change",
    [
        {"tempo": 39},
        {"tempo": 181},
        {"beats": 5},
        {"rows": (Row("clap", "x..."),)},
        {"rows": (Row("clap", "." * 16),) * 5},
    ],
)
def test_what_is_no_pattern_is_refused(change):
    with pytest.raises(BadPattern):
        replace(MARCH, **change)


def test_other_letters_are_refused():
    with pytest.raises(BadPattern):
        Row("clap", "x.o.")


def test_what_comes_with_the_program_can_be_played():
    for start in rhythm_book().starts:
        assert not start.pattern.is_empty
        assert Pattern(title="x", beats=start.pattern.beats, rows=start.pattern.rows)


def test_an_unknown_pattern_is_told_with_the_nearest():
    with pytest.raises(UnknownRhythm, match="march"):
        start_named("marsh")


GOOD = '[[sounds]]\nid = "clap"\ntitle = "Clap"\nfile = "clap.flac"\n{}' + "".join(
    f'[[names]]\nbeat = "{"".join("x" if number >> at & 1 else "." for at in range(4))}"\nsay = "s{number}"\n'
    for number in range(16)
)
PATTERN = '[[patterns]]\nid = "one"\ntitle = "One"\nabout = "One."\ntempo = {}\nrows = ["{}"]\n'


@pytest.mark.parametrize(
    ("tempo", "row", "said"),
    [
        (100, "clap X...x...", "has no sound"),
        (100, "clop: X...x...", "clap"),
        (100, "clap: X..ox...", "other boxes"),
        (100, "clap: X...x...x", "not as long"),
        (300, "clap: X...x...", "tempo"),
    ],
)
def test_faults_of_the_file_name_their_place(tempo, row, said):
    table = parse_table(GOOD.format(PATTERN.format(tempo, row)).encode(), "rhythms.toml", RhythmFault)
    with pytest.raises(RhythmFault, match=said) as caught:
        rhythm_book_of(table)
    assert "patterns.one" in str(caught.value)


def test_a_beat_without_a_name_is_told():
    text = GOOD.format(PATTERN.format(100, "clap: X...x...")).replace('beat = "xxxx"', 'beat = "...."')
    with pytest.raises(RhythmFault):
        rhythm_book_of(parse_table(text.encode(), "rhythms.toml", RhythmFault))
