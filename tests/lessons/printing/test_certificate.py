from datetime import date

import pytest

from evidence.papers.document import PaperExists, PaperNotWritten
from evidence.safety.adults import AdultsOnly
from lessons.look import Looks
from lessons.printing.certificate import Certificate, certificate
from lessons.printing.printed import NothingToPrint
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

DAY = date(2026, 11, 20)
HERON = Certificate(
    to="Y4-heron",
    line="for winning “Voice of a villain”",
    reason="One tune comes back three times. The laugh goes backwards.",
    signed_by=("Music Tech Ambassadors", "Music lead"),
    date=DAY,
)


def test_it_says_who_what_for_why_and_when(library, tmp_path):
    out = certificate(library, [HERON], tmp_path / "c.pdf")
    words = said_in(out)
    for said in (
        "Oakfield School", "Certificate", "Y4-heron", "for winning “Voice of a villain”",
        "The laugh goes backwards.", "Music Tech Ambassadors", "Music lead", "20 November 2026",
    ):  # fmt: skip
        assert said in words
    assert pages_of(out) == [(297, 210)]


def test_without_a_name_there_is_a_line_to_write_it_on(library, tmp_path):
    blank = Certificate(line="Thank you", date=DAY, mark="Y5-otter", over="Well done")
    words = said_in(certificate(library, [blank], tmp_path / "c.pdf"))
    assert "name" in words
    assert "20 November 2026 · Y5-otter" in words
    assert "Certificate" not in words


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_the_page(library, tmp_path, text):
    each = Certificate(to=text, line=text, reason=text * 9, signed_by=(text, text), date=DAY, mark=text)
    out = certificate(library, [each], tmp_path / "c.pdf")
    assert outside(out) == []
    assert len(pages_of(out)) == 1


def test_each_has_its_page_and_the_same_are_the_same_bytes(library, tmp_path):
    one, two = (certificate(library, [HERON, HERON], tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert len(pages_of(one)) == 2
    assert one.read_bytes() == two.read_bytes()


def test_it_has_the_colours_of_the_school(library, tmp_path):
    ours = certificate(library, [HERON], tmp_path / "a.pdf").read_bytes()
    Looks(library).set("maroon", "gold")
    assert certificate(library, [HERON], tmp_path / "b.pdf").read_bytes() != ours


def test_what_cannot_be_is_refused(library, tmp_path):
    with pytest.raises(NothingToPrint):
        certificate(library, [], tmp_path / "c.pdf")
    with pytest.raises(PaperNotWritten):
        certificate(library, [HERON], tmp_path / "c.docx")
    certificate(library, [HERON], tmp_path / "c.pdf")
    with pytest.raises(PaperExists):
        certificate(library, [HERON], tmp_path / "c.pdf")
    certificate(library, [HERON], tmp_path / "c.pdf", overwrite=True)


def test_pupils_print_none(pupils, tmp_path):
    with pytest.raises(AdultsOnly):
        certificate(pupils, [HERON], tmp_path / "c.pdf")
