"""Papers as PDFs."""

import io
from dataclasses import replace

import pypdf
import pytest

from evidence.papers.kinds import PAPERS
from evidence.papers.paper import Grid, Heading, Paper, Text, WriteIn
from evidence.papers.pdf import pdf_bytes
from evidence.papers.write import write_paper
from tests.evidence.given import NOW
from tests.evidence.papers.school import MARK


def a_paper(*blocks, **given) -> Paper:
    fields = {"over": "Sound Lab", "title": "Minutes", "school": "Oak", "made": NOW, "foot": "Oak"}
    return Paper(**(fields | {"blocks": blocks} | given))


def read(paper: Paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(paper)))


def size_of(paper: Paper) -> tuple[int, int]:
    box = read(paper).pages[0].mediabox
    return round(box.width), round(box.height)


@pytest.mark.parametrize("kind", PAPERS.values(), ids=lambda kind: kind.id)
def test_every_kind_of_paper_keeps_to_its_pages(school, tmp_path, kind):
    about = "AC-0003" if kind.needs_about else None
    out = write_paper(school, kind.id, tmp_path / "p.pdf", MARK, about=about)
    most = {"conversation": 2, "governors": 1, "letter": 1, "case-study": 1}
    assert len(pypdf.PdfReader(out).pages) <= most.get(kind.id, 4)


def test_a_page_lies_on_its_side_where_asked_or_for_a_wide_table():
    wide = Grid("Rota", tuple("abcdefg"), (tuple("1234567"),), (1,) * 7)
    assert size_of(a_paper(Text("x"))) == (595, 842)
    assert size_of(a_paper(Text("x"), landscape=True)) == (842, 595)
    assert size_of(a_paper(wide)) == (842, 595)


def test_large_print_is_larger():
    text = Text("We are your Ambassadors. " * 60)
    small, large = read(a_paper(text)), read(a_paper(text, large=True))
    assert len(small.pages) == 1
    assert len(large.pages) == 2


def test_a_table_goes_on_under_its_head_and_no_cell_is_cut():
    grid = Grid(
        "Notes", ("who", "said"), (("Y4-heron", "word " * 3000 + "last"), ("Y4-otter", "end")), (1, 3)
    )
    pages = [page.extract_text() for page in read(a_paper(grid)).pages]
    assert len(pages) > 3
    assert all("who" in page for page in pages)
    assert sum(page.count("word") for page in pages) == 3000
    assert "last" in pages[-1]
    assert "end" in pages[-1]


@pytest.mark.parametrize("lines", range(36, 52, 3))
def test_a_heading_stays_with_what_follows(lines):
    before = [Text("before") for _ in range(lines)]
    paper = a_paper(*before, Heading("A heading"), WriteIn("Notes", ("what",), (1,), lines=3))
    pages = [page.extract_text() for page in read(paper).pages]
    assert [page for page in pages if "A heading" in page] == [page for page in pages if "what" in page]


@pytest.mark.parametrize(
    "words", ["مرحبا بكم في النادي", "音楽の時間", "नमस्ते", "Ψηφιακός ήχος", "👻 ghost", "W" * 400]
)
def test_letters_of_every_script_fit_in_every_place(words):
    grid = Grid(words, (words, "b"), ((words, words),), (1, 1))
    paper = a_paper(Heading(words), Text(words), grid, title=words, over=words, foot=words)
    assert len(read(paper).pages) <= 3


def test_headings_are_in_the_outline():
    outline = read(a_paper(Heading("One"), Text("x"), Heading("Two"), Text("y"))).outline
    assert outline[0].title == "Minutes"
    assert [each.title for each in outline[1]] == ["One", "Two"]


def test_a_paper_for_one_page_is_set_smaller_until_it_fits():
    text = [Text("Some words for a line that is not so short. " * 3) for _ in range(26)]
    paper = a_paper(*text)
    assert len(read(paper).pages) == 2
    assert len(read(replace(paper, pages=1)).pages) == 1
