"""Reports of the desk, in every form that a file's name can ask for."""

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from evidence.library import Library
from evidence.papers.document import PaperExists, PaperNotWritten
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from lessons.club.club import Clubs, NoClub
from lessons.competitions.briefs import Briefs
from lessons.competitions.competitions import Competitions
from lessons.desk.report import REPORTS, NothingToReport, UnknownReport, write_report
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_draft, a_library

FRAMEWORK = shipped_framework()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = a_library(tmp_path)
    Clubs(library).set(name="Sound Lab")
    Competitions(library).set(Briefs(library).all()[0].id, title='=HYPERLINK("x")')
    Events(library).add("assembly", NOW.date() + timedelta(days=1))
    rotas = Rotas(library)
    rotas.draft(first=NOW.date(), last=NOW.date() + timedelta(days=7))
    library.add_entry(a_draft())
    return library


def words_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".xlsx":
        return " ".join(
            str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row if cell.value
        )
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [each.id for each in REPORTS])
@pytest.mark.parametrize("form", [".pdf", ".docx", ".html", ".txt", ".xlsx"])
def test_every_report_comes_in_every_form(library, tmp_path, kind, form):
    out = tmp_path / f"report{form}"
    assert write_report(library, kind, out, FRAMEWORK) == out
    if form != ".docx":
        assert words_of(out).strip()
    with pytest.raises(PaperExists):
        write_report(library, kind, out, FRAMEWORK)


def test_coverage_counts_what_was_accepted(library, tmp_path):
    said = words_of(write_report(library, "coverage", tmp_path / "c.txt", FRAMEWORK))
    assert "MT1" in said
    assert "MT2: bronze, silver and gold" in said


def test_a_title_is_never_a_formula(library, tmp_path):
    out = write_report(library, "competitions", tmp_path / "c.xlsx", FRAMEWORK)
    cells = [cell for row in load_workbook(out).active.iter_rows() for cell in row]
    (title,) = (cell for cell in cells if cell.value == '=HYPERLINK("x")')
    assert title.data_type == "s" or title.quotePrefix
    assert all(cell.data_type != "f" for cell in cells if cell is not title)


def test_of_nothing_there_is_no_report(tmp_path):
    library = a_library(tmp_path)
    with pytest.raises(NothingToReport):
        write_report(library, "rota", tmp_path / "r.pdf", FRAMEWORK)
    with pytest.raises(NothingToReport):
        write_report(library, "competitions", tmp_path / "c.pdf", FRAMEWORK)
    with pytest.raises(NoClub):
        write_report(library, "register", tmp_path / "r.pdf", FRAMEWORK)


def test_a_word_that_is_no_report_and_a_name_that_is_no_form_are_said(library, tmp_path):
    with pytest.raises(UnknownReport, match="coverag"):
        write_report(library, "coverag", tmp_path / "c.pdf", FRAMEWORK)
    with pytest.raises(PaperNotWritten):
        write_report(library, "coverage", tmp_path / "c.exe", FRAMEWORK)
