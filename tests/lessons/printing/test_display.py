import pytest

from evidence.safety.adults import AdultsOnly
from evidence.safety.releases import Releases
from lessons.printing.badge import WholeName
from lessons.printing.display import Card, NotForDisplay, display
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

HERON = Card(
    code="Y6-heron",
    title="Music Tech Ambassador",
    genres="Grime and film music",
    artists="Hans Zimmer",
    instrument="Cello",
    software="Scratch",
    tip="Record it twice.",
)


def test_the_four_fields_stand_under_their_names(library, tmp_path):
    out = display(library, [HERON, Card(code="Ada", title="Helper")], tmp_path / "d.pdf")
    assert pages_of(out) == [(210, 297)] * 2
    words = said_in(out)
    for said in (
        "Meet the leaders", "Y6-heron", "Genres and artists I like Grime and film music. Hans Zimmer",
        "My favourite instrument Cello", "My favourite software Scratch", "My tip for you Record it twice.",
    ):  # fmt: skip
        assert said in words
    assert words.count("Ask me!") == 4


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (Card(code="Y6-fox", title="x", genres="Jazz."), "Genres and artists I like Jazz."),
        (
            Card(code="Y6-fox", title="x", artists="Clara Schumann"),
            "Genres and artists I like Clara Schumann",
        ),
    ],
)
def test_music_is_told_by_what_there_is(library, tmp_path, card, said):
    assert said in said_in(display(library, [card], tmp_path / "d.pdf"))


def test_who_said_no_to_a_display_is_on_none(library, tmp_path):
    Releases(library).set("Y6-heron", "display", "no")
    with pytest.raises(NotForDisplay) as caught:
        display(library, [HERON], tmp_path / "d.pdf")
    assert caught.value.what == "There is no “yes” for a display in school: Y6-heron."
    assert not (tmp_path / "d.pdf").exists()


def test_a_surname_is_refused(library, tmp_path):
    with pytest.raises(WholeName):
        display(library, [Card(code="Ada Quagga", title="x")], tmp_path / "d.pdf")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_the_page(library, tmp_path, text):
    card = Card(
        code=text.replace(" ", "")[:60],
        title=text,
        genres=text * 4,
        instrument=text,
        software=text,
        tip=text * 9,
    )
    out = display(library, [card], tmp_path / "d.pdf")
    assert outside(out) == []
    assert len(pages_of(out)) == 1


def test_pupils_print_none(pupils, tmp_path):
    with pytest.raises(AdultsOnly):
        display(pupils, [HERON], tmp_path / "d.pdf")
