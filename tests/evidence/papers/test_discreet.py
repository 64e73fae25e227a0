"""Names and codes in what people wrote."""

import pytest

from evidence.papers.discreet import discreet
from evidence.safety.names import Names
from evidence.safety.people import People
from tests.evidence.given import a_draft, a_library
from tests.evidence.papers.school import MARK
from tests.evidence.papers.test_kinds import make_paper, words_of


@pytest.fixture
def library(tmp_path):
    return a_library(tmp_path)


def test_codes_are_pupils_of_a_year_and_other_words_stay(library):
    without = discreet(library, [], keeps_codes=False)
    assert (
        without("Y4-badger and y5-ACORN2 helped head-1.")
        == "a pupil in Y4 and a pupil in Y5 helped an adult."
    )
    assert without("The Y6-led club, Y4-xylophone") == "The Y6-led club, Y4-xylophone"


def test_a_code_that_the_evidence_names_goes_whatever_its_word(library):
    entry = library.add_entry(a_draft(people=("Y4-xylophone",)))
    assert discreet(library, [entry], keeps_codes=False)("Y4-xylophone led") == "a pupil in Y4 led"


def test_papers_for_the_hub_keep_codes(library):
    assert discreet(library, [], keeps_codes=True)("Y4-badger led") == "Y4-badger led"


def test_names_that_the_key_holds_never_get_into_a_paper(library):
    library.adults.set_pin("482715")
    (person,) = People(library).add("Y4")
    Names(library).set(person.code, "Robyn Lark")
    library.add_entry(a_draft("Robyn’s robots", impact="Robyn Lark spoke up; larks sang.", key_for=("MT1",)))
    for kind in ("conversation", "governors", "report"):
        told = words_of(make_paper(library, kind, MARK))
        assert "Robyn" not in told
        assert "[name taken out]’s robots" in told
        assert "[name taken out] spoke up; larks sang." in told
