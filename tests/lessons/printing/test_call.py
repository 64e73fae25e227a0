from dataclasses import replace
from datetime import date

import pytest

from evidence.safety.adults import AdultsOnly
from lessons.competitions.competition import Competition
from lessons.competitions.criteria import questions_for
from lessons.printing.call import call_poster, call_script
from tests.evidence.given import NOW
from tests.lessons.printing.a_result import BRIEF
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

VILLAIN = Competition(
    id="CO-0001",
    title="Voice of a villain",
    brief=BRIEF,
    questions=questions_for(BRIEF),
    half_term="2026-autumn-2",
    opens=date(2026, 11, 3),
    closes=date(2026, 12, 1),
    years=("Y4", "Y5"),
    seed=7,
    made=NOW,
)


def test_the_poster_says_all_that_one_needs_to_begin(library, tmp_path):
    out = call_poster(library, VILLAIN, tmp_path / "p.pdf")
    words = said_in(out)
    for said in (
        "New competition", "Voice of a villain", "Make a voice that gives us shivers!",
        "We want to hear: • repeat one idea", "Length: 1 to 40 seconds. For Y4 and Y5.",
        "Hand it in by 1 December 2026.",
        "Music Tech Ambassadors",
    ):  # fmt: skip
        assert said in words
    assert len(pages_of(out)) == 1


def test_the_script_asks_the_questions_of_the_judges(library, tmp_path):
    words = call_script(library, VILLAIN, tmp_path / "s.txt").read_text(encoding="utf-8")
    assert "This half term's challenge is “Voice of a villain”." in words
    assert all(f"- {question.words}" in words for question in VILLAIN.questions)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_the_page(library, tmp_path, text):
    made = replace(VILLAIN, title=text, brief=replace(BRIEF, hook=text, make=text, must=(text,) * 5))
    assert outside(call_poster(library, made, tmp_path / "p.pdf")) == []


def test_pupils_print_none(pupils, tmp_path):
    for write in (call_poster, call_script):
        with pytest.raises(AdultsOnly):
            write(pupils, VILLAIN, tmp_path / "p.pdf")
