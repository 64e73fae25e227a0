import io
from zipfile import ZipFile

import pypdf
import pytest

from evidence.bundle.seal import seal_bundle
from rubric.load import shipped_framework
from tests.evidence.full_library import a_full_library


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> pypdf.PdfReader:
    library = a_full_library(tmp_path_factory.mktemp("printed"))
    seal_bundle(library, library.exports / "oak.zip", shipped_framework())
    with ZipFile(library.exports / "oak.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("summary.pdf")]
        return pypdf.PdfReader(io.BytesIO(archive.read(name)))


def words(pdf: pypdf.PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in pdf.pages).split())


def test_the_award_comes_before_the_evidence(pdf):
    titles = [part.title for part in pdf.outline[1] if not isinstance(part, list)]
    assert titles == [
        *("Where the school stands", "Key pieces", "What the school still works on"),
        *("The plan and what came of it", "Numbers that the award asks for", "Questions for the hub"),
        *("Statement of the school", "At a glance", "MT1 by year group", "The evidence"),
        *("What these levels ask for", "Credits"),
    ]


def test_it_tells_all_of_the_award(pdf):
    text = words(pdf)
    for wanted in (
        *("Aims for gold by 1 July 2027.", "First audit, 21 November 2026, self-judged", "1 ●●○ silver"),
        *("○○○ not yet", "●●○ silver ↑", "EV-2026-0001 Version two", "Gold asks: All year groups"),
        *("In the plan: Buy microphones.", "£40.00", "13 sessions", "1. What would gold need?"),
        *("The school is not sure how to judge 1 criterion:", "We stand by it.", "Head, 21 November 2026"),
        *("Signed", "MT1 term by term, school year 2026 to 2027", "Autumn 2026", "●●○ silver 1"),
    ):
        assert wanted in text


def test_it_tells_an_entry_with_both_versions(pdf):
    text = words(pdf)
    for wanted in (
        *("Edited sound in Science.", "Before It was quiet.", "What we did They made it louder."),
        *("Now Everyone heard it.", "What works: The end.", "Try next: Try it louder.", "Version 1: Siren"),
        *("Version 2: Siren, louder by Y4-heron", "Heard or seen: Y4-otter and Y4-heron."),
        *("Shows, as the school judges it: MT1:silver (Curriculum access, key piece).",),
        *("Also fits: CU1 Time for music each week.", "Part of the plan: Buy microphones."),
    ):
        assert wanted in text


def test_what_stays_in_the_school_is_not_on_paper(pdf):
    text = words(pdf)
    assert "A secret reason" not in text
    assert "OC-0001" not in text
