"""Numbers beside what the texts ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.framework import Measure
from rubric.load import shipped_framework
from rubric.measured import measured

SESSIONS = Measure("club sessions", "sessions", at_least=6, about=True)
GCSE = Measure("pupils choosing GCSE music", "% of the cohort", at_least=8)
YEARS = Measure("time since the training", "years", at_most=3)


@pytest.mark.parametrize(
    ("measure", "value", "of", "met", "words"),
    [
        (GCSE, 13, 150, True, "13 of 150 is 8.7 %: the text asks for at least 8 %."),
        (GCSE, 12, 150, True, "12 of 150 is 8 %: the text asks for at least 8 %."),
        (GCSE, 11, 150, False, "11 of 150 is 7.3 %: the text asks for at least 8 %."),
        (GCSE, 9.5, None, True, "9.5 %: the text asks for at least 8 %."),
        (SESSIONS, 6, None, True, "6 sessions: the text asks for at least 6 sessions."),
        (SESSIONS, 1, None, False, "1 session: the text asks for at least 6 sessions."),
        (YEARS, 2, None, True, "2 years: the text asks for at most 3 years."),
        (YEARS, 4, None, False, "4 years: the text asks for at most 3 years."),
    ],
)
def test_the_sum_is_said_in_words(measure, value, of, met, words):
    assert measured(measure, value, of) == (found := measured(measure, value, of))
    assert (found.met, found.words) == (met, words)


def test_a_near_miss_of_an_approximate_number_is_left_to_people():
    found = measured(SESSIONS, 5)
    assert found.met is None
    assert "people decide" in found.words
    assert measured(SESSIONS, 4).met is False


def test_nothing_to_count_is_not_a_failure():
    assert measured(GCSE, 0, 0).met is None


def test_a_share_just_below_is_not_shown_as_the_bound_itself():
    found = measured(GCSE, 799, 10_000)
    assert found.met is False
    assert found.words.startswith("799 of 10000 is 7.99 %")


def test_each_measure_of_the_quality_mark_can_be_laid_beside_a_number():
    measures = [
        measure
        for criterion in shipped_framework().criteria
        for descriptor in criterion.descriptors
        for measure in descriptor.measures
    ]
    assert len(measures) >= 11
    for measure in measures:
        found = measured(measure, 7, 7 if measure.unit.startswith("%") else None)
        assert found.words.endswith(".")
        assert found.met is not None


@given(value=st.integers(0, 5000), of=st.integers(1, 5000))
def test_the_words_agree_with_the_answer(value, of):
    found = measured(GCSE, value, of)
    assert found.met is (value * 100 >= 8 * of)
    shown = float(found.words.partition(" is ")[2].partition(" %")[0])
    assert (shown >= 8) is found.met
