"""Words that try to be more than words, and more of them than there is room for."""

import shutil
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from evidence.award.statement import Statements
from evidence.entry import Feedback
from evidence.library import Library
from evidence.papers.measure import pages_of
from evidence.papers.write import make_paper, write_paper
from evidence.years import YEAR_GROUPS
from rubric.framework import Area
from tests.evidence.given import NOW, a_library
from tests.evidence.papers.school import MARK, add

MARKUP = '=HYPERLINK("http://x") <img src=x onerror=alert(1)> {school} {{ paper }} ]]> &amp; [/bold]'
LONG = ("WMWMWM " * 1500)[:9900]
ODD = "x\ufffe\uffff\u202egnp.exe\u2066 end"


@pytest.fixture(scope="module")
def hostile(school, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "library"
    shutil.copytree(school.folder, folder)
    library = Library.open(folder, clock=lambda: NOW)
    library.rename_school(f"<b>St {'W' * 120}</b>")
    for place, year in enumerate(YEAR_GROUPS, 1):
        for title in (MARKUP, "W" * 200):
            add(
                library, title=title, criterion="MT1:silver", year_groups=(year, "Y5"),
                before=LONG, happened=LONG, impact="字" * 5000, date_happened=date(2026, 11, place),
                people=(f"{year}-fox",),
                key_for=("MT1", "MT2"), tags=("CU1",), action_id="AC-0003",
                feedback=Feedback(works=LONG, next=ODD),
            )  # fmt: skip
    every = [criterion.code for criterion in MARK.criteria]
    for _ in range(9):
        Plans(library).add_action("W" * 200, framework=MARK, criteria=every, owner="lead", success=LONG)
    Statements(library).add(LONG, questions=[LONG] * 20)
    return library


@pytest.mark.parametrize(("kind", "pages"), [("conversation", 2), ("governors", 1), ("letter", 1)])
def test_a_paper_keeps_to_its_pages_whatever_is_in_the_library(hostile, kind, pages):
    assert pages_of(make_paper(hostile, kind, MARK, questions=[LONG, MARKUP])) == pages


@pytest.mark.parametrize(("kind", "pages"), [("conversation", 2), ("governors", 1)])
def test_a_framework_of_many_areas_keeps_to_the_pages_too(tmp_path, kind, pages):
    library = a_library(tmp_path)
    areas = tuple(Area(f"A{number}", f"Area {number} of our own") for number in range(40))
    criteria = tuple(replace(MARK.criteria[0], code=f"{area.code}X", area=area) for area in areas)
    own = replace(MARK, id="own", areas=areas, criteria=criteria)
    Audits(library).start("baseline", view="school", framework=own)
    for criterion in criteria:
        Audits(library).judge(criterion.code, "silver", view="school", framework=own)
    assert pages_of(make_paper(library, kind, own)) == pages


@pytest.mark.parametrize("kind", ["conversation", "report", "case-study"])
def test_markup_is_only_words(hostile, tmp_path, kind):
    write_paper(hostile, kind, tmp_path / "p.docx", MARK, about="AC-0003")
    page = write_paper(hostile, kind, tmp_path / "p.html", MARK, about="AC-0003").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "<b>" not in page
    assert "&lt;img src=x" in page
    words = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "p.docx")).paragraphs)
    assert '=HYPERLINK("http://x") <img src=x' in words
    with ZipFile(tmp_path / "p.docx") as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))
        links = parts.read("word/_rels/document.xml.rels").decode()
    assert 'TargetMode="External"' not in links


def test_letters_that_no_file_can_hold_or_that_turn_words_about_are_left_out(hostile, tmp_path):
    for form in ("docx", "html"):
        write_paper(hostile, "case-study", tmp_path / f"p.{form}", MARK, about="AC-0003")
    words = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "p.docx")).paragraphs)
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    for text in (words, page):
        assert "xgnp.exe end" in text
        assert not set("\ufffe\uffff\u202e\u2066") & set(text)
