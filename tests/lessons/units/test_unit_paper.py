"""A unit on paper."""

import re

import pytest

from evidence.papers.document import write_document
from evidence.papers.paper import Bullets, Grid, Heading, Quotation, Text
from lessons.units.load import shipped_units
from lessons.units.paper import lesson_blocks, unit_paper
from tests.evidence.given import NOW, a_library
from tests.lessons.units.a_unit import a_unit


def test_the_paper_has_everything_in_the_unit(tmp_path):
    library, unit = a_library(tmp_path), a_unit()
    said = str(unit_paper(library, unit).blocks)
    for text in (
        *unit.you_need,
        *unit.prepare,
        *unit.everyone_in,
        *unit.evidence,
        *unit.spread,
        unit.idea,
        unit.look_fors.deeper,
        "ring: to sound like a bell",
        "Make up music",
    ):
        assert text in said, text
    for part in unit.parts:
        assert part.say in said
        assert part.ask in said


def test_the_lesson_itself_says_nothing_that_is_for_the_teacher_alone():
    unit = a_unit()
    said = str(list(lesson_blocks(unit)))
    assert "in secret" not in said
    assert "Working towards it" in said


def test_what_there_is_none_of_has_no_heading():
    blocks = unit_paper_blocks(a_unit())
    assert "Look out" not in [block.text for block in blocks if isinstance(block, Heading)]
    assert {type(block) for block in blocks} >= {Bullets, Grid, Quotation, Text}


def unit_paper_blocks(unit):
    from lessons.units.paper import about_blocks

    return [*about_blocks(unit), *lesson_blocks(unit)]


@pytest.mark.parametrize("unit", shipped_units(), ids=lambda unit: unit.id)
def test_each_shipped_unit_fits_on_two_sides(tmp_path, unit):
    out = write_document(a_library(tmp_path), unit_paper(a_library(tmp_path), unit), tmp_path / "unit.pdf")
    assert len(re.findall(rb"/Type /Page\b", out.read_bytes())) == 2


@pytest.mark.parametrize("form", ["docx", "html", "txt"])
def test_it_is_written_in_every_form(tmp_path, form):
    library = a_library(tmp_path)
    out = write_document(library, unit_paper(library, a_unit()), tmp_path / f"unit.{form}")
    assert out.stat().st_size > 1000
    assert unit_paper(library, a_unit()).made == NOW
