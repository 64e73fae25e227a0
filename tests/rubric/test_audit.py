"""Judgements and the audit that holds them."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest

from assets import asset
from rubric.audit import (
    Judgement,
    NothingJudged,
    Snapshot,
    SnapshotLocked,
    UnknownOutcome,
    outcomes,
    parse_outcome,
)
from rubric.load import load_framework, shipped_framework

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


def an_audit(**levels: str) -> Snapshot:
    return Snapshot(
        id="AU-0001",
        kind="baseline",
        view="school",
        framework="lsms-mqm-2015",
        date=date(2026, 11, 21),
        judgements=tuple(a_judgement(code, level) for code, level in levels.items()),
    )


def a_judgement(code: str = "MT1", level: str = "silver") -> Judgement:
    return Judgement(criterion=code, level=level, when=NOW)


def test_a_criterion_judged_again_has_one_judgement():
    audit = an_audit(MT1="bronze", MT2="gold").judged(a_judgement("MT1", "silver"))
    assert (audit.level("MT1"), audit.level("MT2"), audit.level("MT3")) == ("silver", "gold", None)
    assert len(audit.judgements) == 2


def test_a_locked_audit_can_never_change():
    locked = an_audit(MT1="silver").lock(NOW)
    with pytest.raises(SnapshotLocked, match="2026-11-21"):
        locked.judged(a_judgement("MT1", "gold"))
    with pytest.raises(SnapshotLocked):
        locked.lock(NOW)
    with pytest.raises(FrozenInstanceError):
        locked.judgements = ()
    assert locked.level("MT1") == "silver"


def test_an_audit_without_a_judgement_is_not_locked():
    with pytest.raises(NothingJudged):
        an_audit().lock(NOW)


@pytest.mark.parametrize("text", ["not-yet", "Not yet", " NOT  YET "])
def test_an_outcome_is_read_however_it_is_typed(text):
    assert parse_outcome(text, shipped_framework()) == "not-yet"


def test_the_outcomes_follow_the_framework():
    membership = load_framework(asset("frameworks", "music-mark-membership.toml"))
    assert outcomes(membership) == ("not-yet", "met", "does-not-apply")
    assert outcomes(shipped_framework())[1:4] == ("bronze", "silver", "gold")
    with pytest.raises(UnknownOutcome, match="not-yet, met, does-not-apply"):
        parse_outcome("gold", membership)
    with pytest.raises(UnknownOutcome, match="Did you mean silver"):
        parse_outcome("sliver", shipped_framework())


@pytest.mark.parametrize("given", [{"sure": "very"}, {"when": datetime(2026, 1, 1)}])
def test_a_judgement_that_cannot_be_is_a_bug(given):
    with pytest.raises(ValueError, match=r"sure|when"):
        Judgement(**({"criterion": "MT1", "level": "gold", "when": NOW} | given))


def test_an_audit_with_a_criterion_twice_is_a_bug():
    with pytest.raises(ValueError, match="twice"):
        Snapshot(
            id="AU-0001", kind="review", view="hub", framework="x", date=date(2026, 1, 1),
            judgements=(a_judgement(), a_judgement()),
        )  # fmt: skip
