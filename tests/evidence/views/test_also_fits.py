"""Hints at texts that say almost the same."""

import pytest

from evidence.views.also_fits import AlsoFitsFault, alike_texts, alike_texts_of, also_fits, once
from rubric.framework import Claim
from rubric.load import shipped_framework
from rubric.tables import parse_table
from tests.evidence.given import an_entry

CLUB, ICT = Claim("MT3", "bronze"), Claim("C6", "silver")


def test_a_club_session_may_fit_c6_silver_and_the_other_way_round():
    (hint,) = also_fits([CLUB])
    assert (hint.claim, hint.beside) == (ICT, CLUB)
    assert hint.words.startswith("It may fit C6:silver too, because both ask for a music technology club")
    assert CLUB in {hint.claim for hint in also_fits([ICT])}


def test_what_is_shown_already_needs_no_hint():
    assert CLUB not in {hint.claim for hint in also_fits([ICT, CLUB])}
    assert also_fits([]) == ()
    assert also_fits([Claim("LM7", "gold")]) == ()


def test_an_entry_that_shows_both_counts_once():
    both, one = an_entry(1, claims=("MT3:bronze", "C6:silver")), an_entry(2, claims=("C6:silver",))
    assert once([both, one, an_entry(3, status="proposed", claims=("C6:silver",))], [CLUB, ICT]) == 2


def test_the_hints_are_about_texts_that_there_are():
    there = set(shipped_framework().claims())
    assert {claim for alike in alike_texts() for claim in alike.claims} <= there


@pytest.mark.parametrize("claims", ['["C6:silver"]', '["C6:silver", "MT3"]', '"C6:silver"'])
def test_a_fault_is_told_with_its_key(claims):
    text = f'[[alike]]\nclaims = {claims}\nbecause = "both ask for it"\n'
    with pytest.raises(AlsoFitsFault) as caught:
        alike_texts_of(parse_table(text.encode(), "also-fits.toml", AlsoFitsFault))
    assert caught.value.key == "alike.1.claims"
