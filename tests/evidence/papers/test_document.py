"""Any paper as a file of any kind."""

from pathlib import Path

import pypdf
import pytest
from docx import Document

from evidence.papers.document import FORMS, PaperExists, PaperNotWritten, write_document
from evidence.papers.paper import (
    Bullets,
    Grid,
    Heading,
    PageEnd,
    Paper,
    Quotation,
    Text,
    ToFillIn,
    WriteIn,
)
from evidence.safety.adults import AdultsOnly
from tests.evidence.given import NOW, a_library

BLOCKS = (
    Heading("What we heard"),
    Text("We listened to eight sounds."),
    Heading("In the hall", 3),
    Bullets(("the red fox", "the grey owl")),
    Quotation("It gave me shivers.", "Y5-otter"),
    ToFillIn("who was there"),
    PageEnd(),
    Grid("Who leads", ("Part", "Who"), (("starter", "Y6-heron"), ("plenary", "Y5-seal")), (1, 2)),
    WriteIn("Notes", ("What", "Who"), (2, 1), lines=3),
    Text("Small print.", soft=True),
)
SAID = (
    "What we heard", "We listened to eight sounds.", "the red fox", "It gave me shivers.", "Y5-otter",
    "To fill in: who was there", "Who leads", "starter", "Y6-heron", "Notes", "Small print.",
)  # fmt: skip


def a_paper(**given) -> Paper:
    """One block of each kind."""
    fields = {"over": "Sound Lab", "title": "Minutes", "school": "Oak", "made": NOW, "foot": "Oak"}
    return Paper(**(fields | {"blocks": BLOCKS} | given))


def words_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return path.read_text(encoding="utf-8").replace("<bdi>", "").replace("</bdi>", "")


@pytest.fixture
def library(tmp_path):
    return a_library(tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_all_of_the_paper(library, tmp_path, form):
    out = write_document(library, a_paper(), tmp_path / f"minutes{form}")
    words = " ".join(words_of(out).split())
    assert [said for said in ("Sound Lab", "Minutes", *SAID) if said not in words] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_same_paper_gives_the_same_bytes(library, tmp_path, form):
    one, two = (write_document(library, a_paper(), tmp_path / f"{name}{form}") for name in "ab")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_there_stays_until_told(library, tmp_path, form):
    out = tmp_path / f"minutes{form}"
    out.write_text("mine")
    with pytest.raises(PaperExists):
        write_document(library, a_paper(), out)
    assert out.read_text() == "mine"
    write_document(library, a_paper(), out, overwrite=True)
    assert b"mine" not in out.read_bytes()[:10]


def test_other_ends_of_names_are_told_what_there_is(library, tmp_path):
    with pytest.raises(PaperNotWritten) as caught:
        write_document(library, a_paper(), tmp_path / "minutes.odt")
    assert caught.value.what == "“minutes.odt” does not end in .pdf, .docx, .html or .txt."


def test_nothing_is_left_behind_where_it_cannot_be_written(library, tmp_path):
    with pytest.raises(PaperNotWritten):
        write_document(library, a_paper(), tmp_path / "missing" / "minutes.pdf")
    assert not (tmp_path / "missing").exists()


def test_pupils_write_no_papers(library, tmp_path):
    library.adults.set_pin("482715")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        write_document(library, a_paper(), tmp_path / "minutes.pdf")
    assert not (tmp_path / "minutes.pdf").exists()


def test_a_wide_table_lays_the_page_on_its_side_in_every_form(library, tmp_path):
    wide = a_paper(blocks=(Grid("Rota", tuple("abcdefg"), (tuple("1234567"),), (1,) * 7),))
    word = write_document(library, wide, tmp_path / "rota.docx")
    section = Document(str(word)).sections[0]
    assert section.page_width > section.page_height
    page = write_document(library, wide, tmp_path / "rota.html").read_text(encoding="utf-8")
    assert "size: A4 landscape;" in page
    upright = write_document(library, a_paper(), tmp_path / "minutes.html").read_text(encoding="utf-8")
    assert "size: A4;" in upright


def test_large_print_is_large_in_every_form(library, tmp_path):
    large = a_paper(large=True)
    word = write_document(library, large, tmp_path / "script.docx")
    assert Document(str(word)).styles["Normal"].font.size.pt == 17
    page = write_document(library, large, tmp_path / "script.html").read_text(encoding="utf-8")
    assert "zoom: 1.7" in page
