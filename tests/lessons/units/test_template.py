"""A file to write one's own unit in."""

import pytest

from lessons.units.load import parse_unit, shipped_units
from lessons.units.own import OwnUnits, UnknownUnit
from lessons.units.template import TemplateNotWritten, template, write_template
from tests.evidence.given import a_library


@pytest.mark.parametrize("unit", shipped_units(), ids=lambda unit: unit.id)
def test_each_of_ours_can_be_typed_over(unit):
    made = parse_unit(template(unit.id.lower()), "our-lesson.toml")
    assert (made.id, made.title) == ("OUR-LESSON", unit.title)
    assert template(unit.id).startswith(b"# A unit of work")
    assert b"HOW TO WRITE YOUR OWN" in template(unit.id)


def test_what_was_written_can_be_added_as_it_is(tmp_path):
    file = write_template(tmp_path / "our-lesson.toml")
    assert OwnUnits(a_library(tmp_path)).keep(file).id == "OUR-LESSON"


def test_no_file_is_lost_and_no_other_end_is_taken(tmp_path):
    write_template(tmp_path / "a.toml")
    with pytest.raises(TemplateNotWritten, match="there already"):
        write_template(tmp_path / "a.toml")
    with pytest.raises(TemplateNotWritten, match="does not end"):
        write_template(tmp_path / "a.docx")
    with pytest.raises(TemplateNotWritten, match="could not be written"):
        write_template(tmp_path / "none" / "a.toml")
    with pytest.raises(TemplateNotWritten, match="no disk"):
        write_template(tmp_path / "a\0.toml")
    with pytest.raises(UnknownUnit):
        template("Y9-Z")
