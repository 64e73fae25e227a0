import io

import pypdf
import pytest

from lessons.colour import Colour
from lessons.printing.sheet import Box, Sheet, Type
from tests.evidence.given import NOW
from tests.lessons.printing.on_paper import HOSTILE


def a_sheet(**given) -> Sheet:
    sheet = Sheet(title="Test", made=NOW, **given)
    sheet.page()
    return sheet


def page_of(sheet: Sheet) -> pypdf.PageObject:
    return pypdf.PdfReader(io.BytesIO(sheet.finish())).pages[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_paragraphs_stay_in_their_place(text):
    assert a_sheet().paragraphs([text] * 12, Box(20, 20, 80, 100), Type(22, least=4)) <= 122


def test_words_stand_where_they_are_told_to():
    sheet = a_sheet()
    box = Box(20, 50, 100, 40)
    assert sheet.words("Top", box, Type(20), up=0.0) == pytest.approx(50 + 20 * 1.3 * 25.4 / 72)
    assert sheet.words("Bottom", box, Type(20), up=1.0) == pytest.approx(90)
    assert page_of(sheet).extract_text().split() == ["Top", "Bottom"]


def test_shapes_have_the_colour_they_are_given():
    sheet = a_sheet(landscape=True)
    sheet.fill(Box(10, 10, 20, 20), Colour(255, 0, 0))
    sheet.stroke([(0, 0), (10, 10)], Colour(0, 0, 255), thick=1)
    drawn = page_of(sheet).get_contents().get_data().decode("latin-1")
    assert "1 0 0 rg" in drawn
    assert "0 0 1 RG" in drawn
    assert (round(sheet.width), round(sheet.height)) == (297, 210)
