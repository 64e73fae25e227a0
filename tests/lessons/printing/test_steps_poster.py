import pytest

from evidence.safety.adults import AdultsOnly
from lessons.printing.printed import NothingToPrint
from lessons.printing.steps_poster import PosterStep, steps_poster
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

TREE = [
    PosterStep(text="Is the page muted?", yes="Unmute it.", no="Go on."),
    PosterStep(text="Fetch an adult.", stop=True),
]


def test_steps_stand_in_order_with_what_then(library, tmp_path):
    out = steps_poster(library, "No sound", [*TREE, "Ask."], tmp_path / "s.pdf", foot="T3")
    words = said_in(out)
    places = [
        words.index(said) for said in ("No sound", "Is the page muted?", "Unmute it.", "Go on.", "Ask.")
    ]
    assert places == sorted(places)
    assert "Yes" in words
    assert "Oakfield School · T3" in words
    assert pages_of(out) == [(210, 297)]


def test_a_list_of_fourteen_steps_is_on_one_page(library, tmp_path):
    steps = [
        PosterStep(
            text="Every fader down, master down, mute on.", label="T-20 Floor", why="no bang", tick=True
        )
        for _ in range(14)
    ]
    assert len(pages_of(steps_poster(library, "Set-up", steps, tmp_path / "s.pdf"))) == 1


def test_what_does_not_fit_goes_on_over_pages_and_keeps_counting(library, tmp_path):
    steps = [f"Step number {number} " + "and more " * 12 for number in range(1, 41)]
    out = steps_poster(library, "Long", steps, tmp_path / "s.pdf")
    words = said_in(out)
    assert len(pages_of(out)) > 1
    assert all(f"Step number {number} " in words for number in range(1, 41))
    assert f"1 of {len(pages_of(out))}" in words


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_the_page(library, tmp_path, text):
    steps = [PosterStep(text=text * 20, yes=text, no=text, label=text, why=text)] * 5
    assert outside(steps_poster(library, text, steps, tmp_path / "s.pdf", foot=text)) == []


def test_no_steps_and_no_adult_are_refused(library, tmp_path):
    with pytest.raises(NothingToPrint):
        steps_poster(library, "None", [], tmp_path / "s.pdf")
    library.adults.set_pin("482715")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        steps_poster(library, "Tree", TREE, tmp_path / "s.pdf")
