"""Papers as files: Word and web, alike, whole, and the same each time."""

import re
import zipfile
from html import unescape
from io import BytesIO

import pytest
from docx import Document

from evidence.papers.kinds import PAPERS, UnknownPaper
from evidence.papers.write import PaperExists, PaperNotWritten, write_paper
from evidence.safety.adults import AdultsOnly
from tests.evidence.given import NOW, a_library, again
from tests.evidence.papers.school import MARK


def about(kind: str) -> str | None:
    return "AC-0003" if PAPERS[kind].needs_about else None


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_is_a_word_file_of_the_school_without_a_name(school, tmp_path, kind):
    made = write_paper(school, kind, tmp_path / "p.docx", MARK, about=about(kind))
    document = Document(str(made))
    assert document.core_properties.author == document.core_properties.last_modified_by == "Oakfield School"
    assert document.core_properties.created == NOW
    assert document.core_properties.comments == ""
    assert "Heading 1" in [paragraph.style.name for paragraph in document.paragraphs]
    assert "SECRET" not in all_words(document)


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_has_the_same_words_on_the_page_as_in_word(school, tmp_path, kind):
    write_paper(school, kind, tmp_path / "p.docx", MARK, about=about(kind))
    write_paper(school, kind, tmp_path / "p.html", MARK, about=about(kind))
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    plain = " ".join(unescape(re.sub("<[^>]*>", "", page)).split())
    for line in all_words(Document(str(tmp_path / "p.docx"))).split("\n"):
        assert " ".join(line.split()) in plain


@pytest.mark.parametrize("form", ["docx", "html", "pdf", "txt"])
def test_the_same_library_gives_the_same_bytes(school, tmp_path, form):
    first = write_paper(school, "conversation", tmp_path / f"1.{form}", MARK).read_bytes()
    second = write_paper(again(school), "conversation", tmp_path / f"2.{form}", MARK).read_bytes()
    assert first == second


def test_the_parts_of_a_word_file_have_the_date_of_the_paper(school, tmp_path):
    made = write_paper(school, "governors", tmp_path / "p.docx", MARK).read_bytes()
    with zipfile.ZipFile(BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2026, 11, 21, 15, 30, 0)}


def test_a_page_asks_for_nothing_and_runs_nothing(school, tmp_path):
    page = write_paper(school, "conversation", tmp_path / "p.html", MARK).read_text(encoding="utf-8")
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    for word in ("<script", "http:", "https:", "src=", "href=", "url("):
        assert word not in page
    assert page.count("<h1") == 1
    assert page.count("<caption") == page.count("<table")


def test_a_paper_replaces_a_file_only_when_told(school, tmp_path):
    out = tmp_path / "p.docx"
    out.write_text("mine")
    with pytest.raises(PaperExists):
        write_paper(school, "report", out, MARK)
    assert out.read_text() == "mine"
    write_paper(school, "report", out, MARK, overwrite=True)
    assert out.read_bytes()[:2] == b"PK"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("out", ["paper.rtf", "paper", "missing/paper.docx"])
def test_a_place_that_cannot_be_is_refused(school, tmp_path, out):
    with pytest.raises(PaperNotWritten):
        write_paper(school, "report", tmp_path / out, MARK)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_kind_is_told_what_there_is(school, tmp_path):
    with pytest.raises(UnknownPaper) as caught:
        write_paper(school, "goverment", tmp_path / "p.docx", MARK)
    assert caught.value.fix == "Did you mean “governors”?"


def test_pupils_cannot_write_papers(tmp_path):
    library = a_library(tmp_path)
    library.adults.set_pin("482715")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        write_paper(library, "report", tmp_path / "p.docx", MARK)
    assert not (tmp_path / "p.docx").exists()


@pytest.mark.parametrize("kind", sorted(set(PAPERS) - {"case-study", "letter"}))
@pytest.mark.parametrize("form", ["docx", "html", "pdf", "txt"])
def test_a_new_library_gives_a_paper_full_of_prompts(tmp_path, kind, form):
    made = write_paper(a_library(tmp_path), kind, tmp_path / f"p.{form}", MARK)
    if form == "html":
        assert "To fill in" in made.read_text(encoding="utf-8")


def all_words(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
