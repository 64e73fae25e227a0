"""The profile, then and now, and the gaps to a target."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rubric.audit import Judgement, Snapshot
from rubric.load import shipped_framework
from rubric.profile import Gap, Target, areas, compare, counts, gaps

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
MARK = shipped_framework()


def an_audit(**levels: str) -> Snapshot:
    judgements = tuple(Judgement(criterion=code, level=level, when=NOW) for code, level in levels.items())
    return Snapshot(
        id="AU-0001",
        kind="baseline",
        view="school",
        framework=MARK.id,
        date=NOW.date(),
        judgements=judgements,
    )


def a_target(level: str = "silver", phase: str = "primary") -> Target:
    return Target(
        id="TG-0001",
        framework=MARK.id,
        level=level,
        by_date=date(2027, 7, 1),
        decided_by="lead",
        phase=phase,
        when=NOW,
    )


def gap_of(code: str, found: tuple[Gap, ...]) -> Gap:
    return next(gap for gap in found if gap.criterion.code == code)


def test_the_profile_counts_every_criterion_once():
    audit = an_audit(MT1="silver", MT2="does-not-apply", O1="bronze", O2="not-yet")
    counted = counts(audit, MARK)
    assert counted == {
        "not-yet": 1, "bronze": 1, "silver": 1, "gold": 0, "does-not-apply": 1, "not-judged": 25,
    }  # fmt: skip
    assert sum(counts(None, MARK).values()) == 29
    assert sum(sum(of_area.values()) for of_area in areas(audit, MARK).values()) == 29
    assert areas(audit, MARK)["Music technology"]["silver"] == 1


def test_a_level_that_the_framework_no_longer_has_is_not_judged():
    assert counts(an_audit(MT1="platinum"), MARK)["not-judged"] == 29


def test_two_audits_lie_side_by_side():
    moved = compare(an_audit(MT1="bronze", MT2="gold"), an_audit(MT1="silver", MT2="gold"), MARK)
    assert len(moved) == 29
    assert [(m.criterion.code, m.then, m.now) for m in moved if m.changed] == [("MT1", "bronze", "silver")]


def test_a_best_fit_gap_asks_for_the_target_alone():
    gap = gap_of("O1", gaps(an_audit(O1="not-yet"), a_target("silver"), MARK))
    assert [descriptor.level for descriptor in gap.missing] == ["silver"]


def test_a_cumulative_gap_asks_for_each_level_on_the_way():
    found = gaps(an_audit(MT1="bronze"), a_target("gold"), MARK)
    assert [descriptor.level for descriptor in gap_of("MT1", found).missing] == ["silver", "gold"]
    assert [descriptor.level for descriptor in gap_of("MT2", found).missing] == ["bronze", "silver", "gold"]


def test_what_is_reached_or_does_not_apply_is_no_gap():
    found = gaps(an_audit(MT1="silver", MT2="gold", MT3="does-not-apply"), a_target("silver"), MARK)
    assert not {"MT1", "MT2", "MT3"} & {gap.criterion.code for gap in found}
    assert len(found) == 26


def test_words_for_other_kinds_of_school_are_marked():
    primary = gap_of("O4", gaps(None, a_target("gold", "primary"), MARK))
    secondary = gap_of("O4", gaps(None, a_target("gold", "secondary"), MARK))
    assert primary.not_for_us == ()
    assert "first access" in secondary.not_for_us[0]
    assert "GCSE" in gap_of("O1", gaps(None, a_target("gold", "primary"), MARK)).not_for_us[0]


def test_a_criterion_that_is_not_meant_for_our_kind_of_school_is_no_gap():
    only_secondary = replace(MARK, criteria=(replace(MARK.criteria[0], phases=("secondary",)),))
    assert gaps(None, a_target(), only_secondary) == ()
    assert len(gaps(None, a_target(phase="secondary"), only_secondary)) == 1


def test_a_target_for_an_unknown_kind_of_school_is_a_bug():
    with pytest.raises(ValueError, match="phase"):
        a_target(phase="nursery")
