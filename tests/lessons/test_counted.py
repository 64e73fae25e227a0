"""Numbers that the library counts itself."""

import pytest

from evidence.award.figures import NoMeasure
from lessons.counted import can_count, counted
from rubric.framework import Claim
from tests.evidence.given import a_draft, a_library


def test_year_groups_with_evidence_are_counted_and_those_without_are_named(tmp_path):
    library = a_library(tmp_path)
    library.add_entry(a_draft(criterion="MT1:gold", year_groups=("Y3", "Y4")))
    found = counted(library, Claim("MT1", "gold"))
    assert (found.value, found.of) == (2, 7)
    assert "without any: EYFS, Y1, Y2, Y5, Y6" in found.note


def test_a_club_that_never_met_has_no_sessions(tmp_path):
    assert counted(a_library(tmp_path), Claim("MT3", "bronze")).value == 0


def test_what_only_people_know_is_not_counted(tmp_path):
    assert not can_count(Claim("C2", "gold"))
    with pytest.raises(NoMeasure):
        counted(a_library(tmp_path), Claim("C2", "gold"))
