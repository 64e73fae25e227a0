"""Audits and targets in the library."""

from datetime import date

import pytest

from evidence.award.audits import AuditOpen, Audits, NoAudit, NoTarget, UnknownLevel
from evidence.check import check_library
from evidence.codes import UnknownRole
from evidence.library import UnknownRecord
from evidence.records.store import LibraryDamaged
from rubric.audit import SnapshotLocked
from rubric.framework import UnknownCriterion
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_draft, a_library, again

MARK = shipped_framework()
OURS = {"view": "school", "framework": MARK}


@pytest.fixture
def audits(tmp_path) -> Audits:
    return Audits(a_library(tmp_path))


def test_an_audit_is_kept_and_read_by_another_program(audits, tmp_path):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft())
    audits.start("baseline", **OURS)
    audit = audits.judge(
        "mt1", "Silver", reason="All record. ", sure="sure", evidence=[entry.id.lower()], by="Lead", **OURS
    )
    (judgement,) = audit.judgements
    assert (judgement.criterion, judgement.level, judgement.reason) == ("MT1", "silver", "All record.")
    assert (judgement.evidence, judgement.by, judgement.when) == ((entry.id,), "lead", NOW)
    assert Audits(again(library)).all() == (audit,)
    assert check_library(library) == ()


def test_each_action_is_one_line_of_the_log(audits, tmp_path):
    audits.start("baseline", **OURS)
    audits.judge("MT1", "silver", by="lead", **OURS)
    audits.lock(view="school", framework=MARK.id)
    audits.set_target("gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK)
    lines = [(line.action, line.kind, line.id, line.who) for line in a_library(tmp_path).journal.lines()]
    assert lines == [
        ("added", "audit", "AU-0001", None),
        ("judged", "audit", "AU-0001", "lead"),
        ("locked", "audit", "AU-0001", None),
        ("added", "target", "TG-0001", "head"),
    ]


def test_a_locked_baseline_never_changes(audits, tmp_path):
    library = a_library(tmp_path)
    audits.start("baseline", **OURS)
    audits.judge("MT1", "silver", **OURS)
    locked = audits.lock(view="school", framework=MARK.id)
    before = library.record("audit", locked.id)
    with pytest.raises(NoAudit, match="audit start"):
        audits.judge("MT1", "gold", **OURS)
    with pytest.raises(NoAudit):
        audits.lock(view="school", framework=MARK.id)
    with pytest.raises(SnapshotLocked):
        audits._audits.change(locked.id, lambda stored: stored.lock(NOW), action="locked", who=None)
    audits.start("review", carry_on=True, **OURS)
    audits.judge("MT1", "gold", **OURS)
    assert again(library).record("audit", locked.id) == before
    assert [audit.level("MT1") for audit in audits.all()] == ["silver", "gold"]


def test_a_lock_by_another_program_stops_a_judgement_that_was_under_way(audits, tmp_path):
    audit = audits.start("baseline", **OURS)
    audits.judge("MT1", "silver", **OURS)

    def meanwhile(**_: str):
        Audits(a_library(tmp_path)).lock(view="school", framework=MARK.id)
        return audit

    audits.open_one = meanwhile
    with pytest.raises(SnapshotLocked):
        audits.judge("MT1", "gold", **OURS)


def test_one_audit_of_a_view_is_open_at_a_time_and_views_are_apart(audits):
    audits.start("baseline", **OURS)
    with pytest.raises(AuditOpen, match="AU-0001"):
        audits.start("review", **OURS)
    audits.start("baseline", view="hub", framework=MARK)
    audits.judge("MT1", "bronze", view="hub", framework=MARK)
    audits.judge("MT1", "gold", **OURS)
    assert audits.newest(view="hub", framework=MARK.id).level("MT1") == "bronze"
    assert audits.newest(view="school", framework=MARK.id).level("MT1") == "gold"
    then, now = audits.pair("AU-0001", "AU-0002", view="school", framework=MARK.id)
    assert (then.view, now.view) == ("school", "hub")


def test_two_audits_are_needed_to_compare(audits):
    for expected in ("no audit", "only AU-0001"):
        with pytest.raises(NoAudit, match=expected):
            audits.pair(None, None, view="school", framework=MARK.id)
        audits.start("baseline", **OURS) if expected == "no audit" else None


def test_what_is_not_known_is_refused_and_not_kept(audits):
    audits.start("baseline", **OURS)
    with pytest.raises(UnknownCriterion):
        audits.judge("MT9", "gold", **OURS)
    with pytest.raises(UnknownRecord):
        audits.judge("MT1", "gold", evidence=["EV-2026-0009"], **OURS)
    with pytest.raises(UnknownRole, match="Names are not kept"):
        audits.judge("MT1", "gold", by="Ms Jones", **OURS)
    assert audits.all()[0].judgements == ()


def test_the_newest_target_stands(audits):
    with pytest.raises(NoTarget, match="target set"):
        audits.need_target(MARK)
    with pytest.raises(UnknownLevel, match="bronze, silver, gold"):
        audits.set_target("met", by_date=NOW.date(), decided_by="lead", phase="primary", framework=MARK)
    for level in ("silver", "gold"):
        audits.set_target(level, by_date=NOW.date(), decided_by="lead", phase="primary", framework=MARK)
    assert audits.need_target(MARK).level == "gold"


def test_a_record_that_cannot_be_read_is_said(audits, tmp_path):
    audits.start("baseline", **OURS)
    with a_library(tmp_path).store.turn() as turn:
        turn.put("audit", "AU-0001", {"id": "AU-0001", "view": 5}, action="changed", who=None)
    with pytest.raises(LibraryDamaged, match="AU-0001"):
        audits.all()


def test_a_judgement_is_taken_back_to_what_was_there_before(audits):
    audits.start("baseline", **OURS)
    first = audits.judge("MT1", "silver", reason="All record.", **OURS).judgement("MT1")
    audits.judge("MT1", "gold", **OURS)
    assert audits.take_back("MT1", first, view="school", framework=MARK.id).judgements == (first,)
    assert audits.take_back("MT1", None, view="school", framework=MARK.id).judgements == ()


def test_a_locked_judgement_stays(audits):
    audits.start("baseline", **OURS)
    audits.judge("MT1", "silver", **OURS)
    audits.lock(view="school", framework=MARK.id)
    with pytest.raises(NoAudit):
        audits.take_back("MT1", None, view="school", framework=MARK.id)
