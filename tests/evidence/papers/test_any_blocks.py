"""Any blocks in any order make a file of each kind: no paper is lost to what somebody put into it."""

import io

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.papers.document import FORMS, write_document
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
from evidence.papers.pdf import pdf_bytes
from tests.evidence.given import NOW, a_library

# Letters of every script are tested where they are set; here it is what stands beside what.
WORDS = st.one_of(
    st.text("aW <é\n", max_size=20),
    st.sampled_from(["", " ", "W" * 90, "مرحبا بكم", "👻 x", "<b>&{x}[/]", "\x00", "\ud800"]),
)


def in_columns(make, *more):
    """A table of one to eight columns; `more` are what it takes beside its caption and head."""

    def of(columns):
        return st.builds(make, WORDS, row_of(columns), *(each(columns) for each in more))

    return st.integers(1, 8).flatmap(of)


def row_of(columns):
    return st.tuples(*[WORDS] * columns)


def rows_of(columns):
    return st.lists(row_of(columns), max_size=3).map(tuple)


def widths_of(columns):
    return st.tuples(*[st.integers(1, 60)] * columns)


BLOCKS = st.one_of(
    st.builds(Heading, WORDS, st.sampled_from([2, 3])),
    st.builds(Text, WORDS, st.booleans()),
    st.builds(Bullets, st.lists(WORDS, max_size=3).map(tuple)),
    st.builds(Quotation, WORDS, WORDS),
    st.builds(ToFillIn, WORDS),
    st.just(PageEnd()),
    in_columns(Grid, rows_of, widths_of),
    in_columns(WriteIn, widths_of, lambda _: st.integers(0, 30)),
)
PAPERS = st.builds(
    Paper,
    over=WORDS,
    title=WORDS,
    school=WORDS,
    made=st.just(NOW),
    foot=WORDS,
    blocks=st.lists(BLOCKS, max_size=6).map(tuple),
    pages=st.sampled_from([None, 1]),
    large=st.booleans(),
    landscape=st.booleans(),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return a_library(tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(paper=PAPERS)
def test_any_blocks_in_any_order_are_written(library, form, paper):
    out = write_document(library, paper, library.folder / f"paper{form}", overwrite=True)
    assert out.stat().st_size


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_list_is_no_fault(library, form):
    paper = Paper(over="o", title="t", school="s", made=NOW, foot="f", blocks=(Bullets(()), Text("after")))
    assert write_document(library, paper, library.folder / f"list{form}", overwrite=True).stat().st_size


def test_the_outline_of_a_pdf_has_every_heading_whatever_their_ranks():
    blocks = (Heading("Deep", 3), Heading("Part", 2), Heading("Deeper", 3), Heading("Last", 2))
    made = pdf_bytes(Paper(over="o", title="Title", school="s", made=NOW, foot="f", blocks=blocks))
    assert outline(pypdf.PdfReader(io.BytesIO(made)).outline) == [
        "Title", ["Deep", "Part", ["Deeper"], "Last"],
    ]  # fmt: skip


def outline(entries):
    """The titles of an outline, each list of those inside one after it."""
    return [outline(each) if isinstance(each, list) else each.title for each in entries]
