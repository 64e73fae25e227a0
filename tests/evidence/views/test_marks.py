"""The one sign a level."""

from datetime import date

import pytest

from evidence.views.marks import LEGEND, Mark, marks
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.evidence.given import an_entry

TODAY = date(2026, 11, 22)
SILVER = Claim("MT1", "silver")


def sign(*entries, blocked=()) -> str:
    return marks(entries, shipped_framework(), today=TODAY, blocked=set(blocked))[SILVER].glyph


def test_every_level_of_every_criterion_has_a_mark():
    found = marks([], shipped_framework(), today=TODAY)
    assert len(found) == 87
    assert {mark.glyph for mark in found.values()} == {"·"}


def test_the_signs():
    old = {"date_happened": date(2024, 11, 21)}
    assert sign(an_entry()) == "o"
    assert sign(an_entry(key_for=("MT1",))) == "*"
    assert sign(an_entry(**old)) == "~"
    assert sign(an_entry(**old), an_entry(2)) == "o"
    assert sign(an_entry(), blocked=["EV-2026-0001"]) == "!"
    assert sign(an_entry(), an_entry(2), blocked=["EV-2026-0001"]) == "o"
    assert sign(an_entry(key_for=("MT1",)), an_entry(2), blocked=["EV-2026-0001"]) == "!"


def test_a_key_piece_of_another_criterion_is_none_of_this_one():
    assert sign(an_entry(claims=("MT1:silver", "C6:gold"), key_for=("C6",))) == "o"


@pytest.mark.parametrize("status", ["proposed", "binned", "withdrawn"])
def test_only_what_an_adult_accepted_counts(status):
    assert sign(an_entry(status=status)) == "·"


def test_each_sign_is_explained():
    assert {glyph for glyph, _ in LEGEND} == {"*", "o", "~", "!", "·"}
    assert Mark().glyph == "·"
