import io
from datetime import UTC, datetime

import pypdf
import pytest

from evidence.printing.paper import Paper

MADE = datetime(2026, 7, 10, tzinfo=UTC)


def a_paper() -> Paper:
    return Paper(title="Names", foot="Oak", made=MADE)


def pages_of(paper: Paper) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper.finish())).pages]


def test_a_table_goes_on_over_pages_under_its_head():
    paper = a_paper()
    paper.table(
        ("Name", "Sounds"),
        [(f"{name} {number}", "3") for number in range(60) for name in ("李", "A")],
        widths=(3, 1),
    )
    pages = pages_of(paper)
    assert len(pages) > 2
    assert all("Sounds" in page for page in pages)


@pytest.mark.parametrize("lines", range(40, 56))
def test_a_heading_its_soft_line_and_a_bold_line_stay_with_what_follows(lines):
    paper = a_paper()
    paper.text("before\n" * lines)
    paper.heading("The evidence")
    paper.heading("A cow")
    paper.text("Happened in June.", soft=True)
    paper.text("What we did", bold=True)
    paper.text("We listened.")
    pages = pages_of(paper)
    assert [page for page in pages if "The evidence" in page] == [
        page for page in pages if "We listened." in page
    ]


@pytest.mark.parametrize("lines", range(40, 56))
def test_a_short_table_stays_whole_with_its_heading(lines):
    paper = a_paper()
    paper.text("before\n" * lines)
    paper.heading("MT1 by year group")
    paper.table(("Year", "Gold"), [("first", "1"), ("second", "2"), ("last", "3")], widths=(3, 1))
    pages = pages_of(paper)
    (page,) = (page for page in pages if "MT1 by" in page)
    assert "last" in page


@pytest.mark.parametrize("lines", range(48, 58))
def test_no_line_of_a_paragraph_is_alone_on_a_page(lines):
    paper = a_paper()
    paper.text("\n".join(["word"] * lines))
    assert all(page.count("word") != 1 for page in pages_of(paper))


@pytest.mark.parametrize("tall", ["学" * 400, "བསྟན་" * 80, "\n" * 399 + "x"])
def test_a_row_is_never_taller_than_a_page(tall):
    paper = a_paper()
    paper.table(("a", "b"), [("x", tall), ("y", "last")], widths=(12, 1))
    (page,) = pages_of(paper)
    assert "last" in page


def test_no_line_is_drawn_at_the_top_of_a_page():
    paper = a_paper()
    paper.line()
    assert b" l S" not in pypdf.PdfReader(io.BytesIO(paper.finish())).pages[0].get_contents().get_data()


def test_a_heading_at_the_end_is_not_lost():
    paper = a_paper()
    paper.heading("The end")
    assert "The end" in pages_of(paper)[-1]


def test_a_heading_longer_than_a_page_leaves_no_page_empty():
    paper = a_paper()
    paper.heading("long " * 2000)
    paper.text("short")
    pages = pages_of(paper)
    assert len(pages) > 2
    assert all("long" in page for page in pages[:-1])
