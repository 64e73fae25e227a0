import pytest

from evidence.safety.adults import AdultsOnly
from lessons.printing.poster import Poster, poster
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

VILLAIN = Poster(
    title="Our winner", big="Voice of a villain", lines=("One tune comes back.",), code="Y4-heron"
)


def test_it_says_all_of_it_on_one_page(library, tmp_path):
    out = poster(library, VILLAIN, tmp_path / "p.pdf")
    words = said_in(out)
    for said in ("Our winner", "Voice of a villain", "made by Y4-heron", "One tune comes back.", "Oakfield"):
        assert said in words
    assert pages_of(out) == [(210, 297)]


def test_without_a_code_nobody_made_it(library, tmp_path):
    words = said_in(poster(library, Poster(title="New", big="Silence please"), tmp_path / "p.pdf"))
    assert "made by" not in words


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_the_page(library, tmp_path, text):
    what = Poster(title=text, big=text, lines=(text,) * 20, code=text, peaks=(0.0,) * 7)
    out = poster(library, what, tmp_path / "p.pdf")
    assert outside(out) == []
    assert len(pages_of(out)) == 1


def test_pupils_print_none(pupils, tmp_path):
    with pytest.raises(AdultsOnly):
        poster(pupils, VILLAIN, tmp_path / "p.pdf")
