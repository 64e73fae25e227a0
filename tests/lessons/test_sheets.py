"""Sheets for staff and classes, and the content that stands on them."""

import re

import pytest

from evidence.papers.document import write_document
from evidence.papers.paper import Grid
from lessons.challenges import ChallengeFault, challenges_of, shipped_challenges
from lessons.good_recording import GoodRecordingFault, good_recording, points_of
from lessons.listening import ListeningFault, listening_sheet, listening_sheet_of
from lessons.part_names import PARTS, PartNamesFault, part_names, part_names_of
from lessons.progression import ProgressionFault, progression, years_of_work
from lessons.sheets import SHEETS, UnknownSheet, sheet_named, sheet_paper
from lessons.units.own import OwnUnits
from rubric.tables import parse_table
from tests.evidence.given import a_library
from tests.lessons.units.a_unit import a_unit_file

POINT = """
[[points]]
good = "Clear."
check = "Listen."
fix = "Go nearer."
"""
YEAR = """
[[years]]
year = "Y1"
record = "a"
change = "b"
arrange = "c"
perform = "d"
talk = "e"
"""
LISTENING = """
title = "Two pieces"
about = "Listen."
[[lines]]
dimension = "tempo"
ask = "How fast?"
words = ["slow", "fast"]
[[finish]]
start = "A is ..."
[[facts]]
ask = "Title"
"""
NAMES = "".join(f'[[parts]]\nid = "{name}"\ntitle = "T"\nscreen = "S"\n' for name in PARTS)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.id)
def test_each_sheet_is_printed_and_keeps_to_its_pages(tmp_path, sheet):
    library = a_library(tmp_path)
    out = write_document(library, sheet_paper(library, sheet), tmp_path / "sheet.pdf")
    pages = len(re.findall(rb"/Type /Page\b", out.read_bytes()))
    assert pages <= (sheet.pages or 4)


def test_a_sheet_is_found_by_its_name_however_it_is_typed():
    assert sheet_named("Good Recording").id == "good-recording"
    with pytest.raises(UnknownSheet) as caught:
        sheet_named("wrds")
    assert caught.value.fix == "Did you mean “words”?"


def test_the_units_of_the_school_stand_in_the_overview_and_the_curriculum(tmp_path):
    library = a_library(tmp_path)
    OwnUnits(library).keep(a_unit_file(tmp_path))
    for sheet_id in ("overview", "curriculum"):
        assert "OUR-BELLS" in str(sheet_paper(library, sheet_named(sheet_id)).blocks)


def test_the_sheet_for_two_pieces_has_no_link_and_room_for_both(tmp_path):
    paper = sheet_paper(a_library(tmp_path), sheet_named("listening"))
    grid = next(block for block in paper.blocks if isinstance(block, Grid))
    assert grid.head[1:] == ("Piece A", "Piece B")
    assert all(row[1] == row[2] for row in grid.rows)
    assert "http" not in str(paper)


def test_the_shipped_content_is_complete():
    assert len(good_recording()) >= 6
    assert [each.year for each in progression()] == ["EYFS", *(f"Y{n}" for n in range(1, 7)), "KS3"]
    assert len(listening_sheet().lines) >= 7
    assert list(part_names()) == list(PARTS)
    assert all(len(name.screen) <= 10 for name in part_names().values())
    assert set(good_recording()[0].as_dict()) == {"good", "check", "fix"}
    assert set(progression()[0].as_dict()) == {"year", "record", "change", "arrange", "perform", "talk"}


@pytest.mark.parametrize(
    ("read", "fault", "text", "old", "new", "key"),
    [
        (points_of, GoodRecordingFault, POINT, 'fix = "Go nearer."', "", "points.1.fix"),
        (points_of, GoodRecordingFault, POINT, "fix =", "fx =", "points.1.fix"),
        (years_of_work, ProgressionFault, YEAR, 'talk = "e"', "talk = 5", "years.1.talk"),
        (years_of_work, ProgressionFault, YEAR, "[[years]]", "[[year]]", "years"),
        (listening_sheet_of, ListeningFault, LISTENING, '"tempo"', '"temp"', "lines.1.dimension"),
        (listening_sheet_of, ListeningFault, LISTENING, '["slow", "fast"]', "[]", "lines.1.words"),
        (listening_sheet_of, ListeningFault, LISTENING, "title =", "titel =", "title"),
        (part_names_of, PartNamesFault, NAMES, 'id = "plenary"', 'id = "end"', "parts.end.id"),
        (part_names_of, PartNamesFault, NAMES, 'id = "plenary"', 'id = "input"', "parts"),
    ],
)
def test_each_fault_names_its_key(read, fault, text, old, new, key):
    assert read(parse_table(text.encode(), "a.toml", fault))
    with pytest.raises(fault) as caught:
        read(parse_table(text.replace(old, new).encode(), "a.toml", fault))
    assert caught.value.key == key


def test_a_year_is_there_once_and_every_part_has_a_name():
    with pytest.raises(ProgressionFault, match="twice"):
        years_of_work(parse_table((YEAR + YEAR).encode(), "a.toml", ProgressionFault))
    with pytest.raises(PartNamesFault, match="no name"):
        part_names_of(parse_table(NAMES.rpartition("[[")[0].encode(), "a.toml", PartNamesFault))


CHALLENGE = """
[[challenges]]
make = "a laser"
things = ["a cup"]
how = "Tap it."
then = "Cut it."
"""


def test_challenges_say_what_to_make_with_what_and_what_to_do_then():
    found = shipped_challenges()
    assert len(found.challenges) >= 12
    assert len(found.hunt) >= 8
    words = [text for each in found.challenges for text in (each.how, each.then)]
    assert all(len(sentence.split()) <= 12 for text in words for sentence in re.split("[.?!]", text))


def test_a_challenge_that_is_there_twice_is_named():
    with pytest.raises(ChallengeFault, match="a laser"):
        challenges_of(parse_table((CHALLENGE * 2).encode(), "foley.toml", ChallengeFault))
