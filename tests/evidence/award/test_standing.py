"""Where a school stands: what it can show, judged, aims for, and what waits."""

from dataclasses import replace
from datetime import date

from evidence.award.audits import Audits
from evidence.award.standing import evidence_for, evidence_of_actions, standing
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, a_library

MARK = shipped_framework()


def test_a_new_library_stands_nowhere_and_nothing_waits(tmp_path):
    now = standing(a_library(tmp_path), MARK)
    assert (now.snapshot, now.target, now.gaps, now.proposed, now.late, now.due) == (
        None,
        None,
        (),
        0,
        (),
        (),
    )
    assert set(now.judged(MARK).values()) == {0}


def test_only_the_schools_own_view_is_its_standing(tmp_path):
    library = a_library(tmp_path)
    audits = Audits(library)
    audits.start("baseline", view="hub", framework=MARK)
    audits.judge("MT1", "gold", view="hub", framework=MARK)
    assert standing(library, MARK).snapshot is None


def test_a_target_at_a_level_that_is_gone_is_none(tmp_path):
    library = a_library(tmp_path)
    Audits(library).set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK
    )
    older = replace(MARK, levels=("bronze", "silver"))
    assert standing(library, older).target is None


def test_evidence_is_sorted_by_what_it_shows_newest_first(tmp_path):
    library = a_library(tmp_path)
    claim = Claim("MT1", "gold")
    old = library.add_entry(a_draft(criterion=str(claim), date_happened=date(2025, 1, 7)))
    new = library.add_entry(a_draft(criterion=str(claim), date_happened=date(2025, 3, 7)))
    library.add_entry(a_draft(criterion=str(claim), status="proposed"))
    assert evidence_for(library.entries()) == {claim: (new, old)}


def test_evidence_stands_with_the_action_whose_impact_it_shows(tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft(action_id="AC-0001"))
    library.add_entry(a_draft())
    assert evidence_of_actions(library.entries()) == {"AC-0001": (entry,)}
