"""Numbers that the award asks for."""

import pytest

from evidence.award.figures import BadFigure, Figures, NoMeasure, measure_named, year_groups_with
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.evidence.given import a_library, again, an_entry

FRAMEWORK = shipped_framework()
CLUB, GCSE, WCET = Claim("MT3", "bronze"), Claim("O1", "gold"), Claim("C2", "gold")


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def asked(library: Library, claim: Claim):
    return next(each for each in Figures(library).asked(FRAMEWORK) if each.claim == claim)


def test_a_figure_is_kept_and_laid_beside_its_text(library):
    kept = Figures(library).add(GCSE, value=13, of=150, note="exams 2026", framework=FRAMEWORK, who="lead")
    assert (kept.id, kept.name, kept.claim) == ("FG-0001", "pupils choosing GCSE music", GCSE)
    assert Figures(again(library)).all() == (kept,)
    found = asked(library, GCSE).found
    assert found.met is True
    assert found.words == "13 of 150 is 8.7 %: the text asks for at least 8 %."


def test_the_newest_figure_counts_and_the_older_one_stays(library):
    figures = Figures(library)
    figures.add(CLUB, value=2, framework=FRAMEWORK)
    figures.add(CLUB, value=6, framework=FRAMEWORK)
    assert asked(library, CLUB).figure.value == 6
    assert [each.value for each in figures.all()] == [2, 6]


def test_every_number_of_the_award_is_asked_for(library):
    found = Figures(library).asked(FRAMEWORK)
    assert {str(each.claim) for each in found} >= {
        *("O1:gold", "LM1:silver", "C2:gold", "MT1:bronze", "MT1:silver", "MT1:gold", "MT3:bronze"),
    }
    assert all(each.found is None for each in found)
    primary = Figures(library).asked(FRAMEWORK, phase="primary")
    assert GCSE not in {each.claim for each in primary}


def test_where_a_text_has_two_numbers_the_name_says_which():
    assert measure_named(FRAMEWORK, WCET, "second year").at_least == 50
    with pytest.raises(NoMeasure, match="not clear which number of C2:gold"):
        measure_named(FRAMEWORK, WCET)
    with pytest.raises(NoMeasure) as caught:
        measure_named(FRAMEWORK, Claim("MT2", "gold"))
    assert "MT3:bronze" in caught.value.fix


@pytest.mark.parametrize(
    ("claim", "value", "of"),
    [(CLUB, -1, None), (CLUB, 6, 10), (GCSE, 20, 10), (GCSE, 101, None), (GCSE, float("nan"), None)],
)
def test_numbers_that_cannot_be_are_refused(library, claim, value, of):
    with pytest.raises(BadFigure):
        Figures(library).add(claim, value=value, of=of, framework=FRAMEWORK)
    assert Figures(library).all() == ()


def test_pupil_mode_keeps_no_figure(library):
    library.adults.set_pin("246810")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        Figures(library).add(CLUB, value=6, framework=FRAMEWORK)


def test_year_groups_with_evidence_can_be_counted():
    entries = [an_entry(1, year_groups=("Y3", "Y4")), an_entry(2, year_groups=("Y5",), status="proposed")]
    claim = Claim("MT1", "silver")
    assert year_groups_with(entries, claim, ("Y3", "Y4", "Y5")) == (("Y3", "Y4"), ("Y5",))
