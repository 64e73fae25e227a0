from datetime import UTC, date, datetime

import pytest

from evidence.bundle.profile import Outcome, outcome_of, profile_of
from rubric.audit import Judgement, Snapshot
from rubric.load import load_framework, shipped_framework

FRAMEWORK = shipped_framework()
NOW = datetime(2026, 7, 10, tzinfo=UTC)


def an_audit(number=1, *, kind="baseline", view="school", locked=True, **levels: str) -> Snapshot:
    judgements = tuple(
        Judgement(criterion=code, level=level.replace("_", "-"), reason=f"Why {code}", when=NOW)
        for code, level in levels.items()
    )
    return Snapshot(
        id=f"AU-{number:04d}",
        kind=kind,
        view=view,
        framework=FRAMEWORK.id,
        date=date(2026, number, 1),
        judgements=judgements,
        locked=NOW if locked else None,
    )


@pytest.mark.parametrize(
    ("level", "word", "sign"),
    [
        ("not-yet", "not yet", "○○○"),
        ("bronze", "bronze", "●○○"),
        ("gold", "gold", "●●●"),
        ("does-not-apply", "does not apply", ""),
        (None, "not judged", ""),
        ("platinum", "not judged", ""),
    ],
)
def test_every_outcome_has_a_word_and_a_sign(level, word, sign):
    shown = outcome_of(level, FRAMEWORK)
    assert (shown.word, shown.sign) == (word, sign)


def test_a_framework_of_one_level_has_one_dot():
    from assets import asset

    framework = load_framework(asset("frameworks", "music-mark-membership.toml"))
    assert outcome_of(framework.levels[0], framework) == Outcome("met", "met", "●")


def test_without_an_audit_there_is_no_profile():
    assert profile_of((), None, FRAMEWORK) is None


def test_two_audits_are_laid_side_by_side():
    then = an_audit(1, MT1="not_yet", MT2="silver", O1="bronze")
    now = an_audit(6, kind="review", MT1="silver", MT2="bronze", O2="gold")
    profile = profile_of((then, now), None, FRAMEWORK)
    assert [column.title for column in profile.columns] == ["First audit", "Review"]
    rows = {row.criterion.code: row for row in profile.rows}
    assert len(rows) == 29
    assert [shown.word for shown in rows["MT1"].outcomes] == ["not yet", "silver"]
    assert [rows[code].move for code in ("MT1", "MT2", "O1", "O2", "MT3")] == [2, -1, 0, 0, 0]
    assert (profile.moved_up, profile.moved_down) == (1, 1)
    assert rows["MT1"].judgement.reason == "Why MT1"
    assert [(shown.word, number) for shown, number in profile.columns[0].totals] == [
        ("not yet", 1),
        ("bronze", 1),
        ("silver", 1),
        ("not judged", 26),
    ]


def test_the_hub_has_a_column_of_its_own():
    profile = profile_of((an_audit(MT1="gold"),), an_audit(2, view="hub", MT1="bronze"), FRAMEWORK)
    assert [column.judged_by for column in profile.columns] == ["self-judged", "judged by the hub"]
    row = next(row for row in profile.rows if row.criterion.code == "MT1")
    assert [shown.sign for shown in row.outcomes] == ["●●●", "●○○"]
    assert row.move == 0


def test_an_audit_that_goes_on_says_so():
    profile = profile_of((an_audit(locked=False, MT1="gold"),), None, FRAMEWORK)
    assert profile.columns[0].judged_by == "self-judged, not finished"
