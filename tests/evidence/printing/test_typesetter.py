import io

import pypdf
import pytest

from evidence.printing.blank import blank_pdf
from evidence.printing.typesetter import Style, Typesetter
from tests.evidence.given import NOW

ROUND = Style(30.0, round=True)


@pytest.fixture
def pdf():
    made = blank_pdf(title="Test", made=NOW, margin=10)
    made.add_page()
    return made


def fonts_of(pdf) -> set[str]:
    (page,) = pypdf.PdfReader(io.BytesIO(bytes(pdf.output()))).pages
    named = (each.get_object()["/BaseFont"] for each in page["/Resources"]["/Font"].values())
    return {name.partition("+")[2] for name in named}


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Saucepan laser", "SoundingboardRoundBold"),
        ("Zażółć Ünï", "SoundingboardRoundBold"),
        ("Ψηφιακός ήχος", "NotoSansBold"),
        ("صوت", "NotoSansArabic"),
    ],
)
def test_large_words_are_round_where_the_round_font_has_all_their_letters(pdf, text, font):
    typesetter = Typesetter(pdf)
    (line,) = typesetter.lines(text, ROUND, 180)
    typesetter.draw(line, ROUND, 10, 10, 180)
    assert font in fonts_of(pdf)


@pytest.mark.parametrize("text", ["Y4-heron", "Saucepan laser", "صوت الشرير", "音楽", "a 音 b"])
@pytest.mark.parametrize("style", [Style(12.0), Style(12.0, bold=True), Style(12.0, round=True)])
def test_a_line_breaks_only_where_there_is_less_room_than_it_is_wide(pdf, text, style):
    typesetter = Typesetter(pdf)
    width = typesetter.width(text, style)
    assert len(list(typesetter.lines(text, style, width + 0.01))) == 1
    assert len(list(typesetter.lines(text, style, width * 0.9))) > 1


def test_a_style_has_the_ink_it_is_given(pdf):
    assert Style(10.0, colour=(1, 2, 3), soft=True).ink == (1, 2, 3)
    assert Style(10.0, soft=True).ink == (95, 95, 95)
