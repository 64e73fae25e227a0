from datetime import UTC, date, datetime

from evidence.bundle.award import Award
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.schema import Facts
from evidence.bundle.story import Story, hints, term_title
from evidence.entry import Entry
from rubric.framework import Claim
from rubric.load import shipped_framework
from rubric.plan import Action
from rubric.profile import Target, gaps
from tests.evidence.bundle.test_profile import an_audit

FRAMEWORK = shipped_framework()
NOW = datetime(2027, 7, 10, tzinfo=UTC)
FACTS = Facts("oak_2027-07-10_v1", "Oak School", NOW, "0" * 64)


def an_entry(number: int, day: date, **given) -> Entry:
    plain = {
        "id": f"EV-2026-{number:04d}",
        "title": f"Piece {number}",
        "criteria": (Claim("MT1", "silver"),),
        "year_groups": ("Y4",),
        "date_happened": day,
        "date_recorded": NOW,
    }
    return Entry(**(plain | given))


def an_action(action_id: str, start: str, end: str, **given) -> Action:
    plain = {"title": f"Do {action_id}", "framework": FRAMEWORK.id, "criteria": ("MT1",), "owner": "lead"}
    return Action(id=action_id, start=start, end=end, made=NOW, **(plain | given))


def a_story(*entries: Entry, award: Award | None = None) -> Story:
    bundled = [BundledEntry(entry, [], []) for entry in entries]
    return Story(FACTS, FRAMEWORK, bundled, award or Award())


def test_mt1_has_a_grid_for_every_school_year_the_newest_first():
    story = a_story(an_entry(1, date(2025, 10, 1)), an_entry(2, date(2026, 11, 3)))
    assert [grid.title for grid in story.grids] == [*("School year 2026 to 2027", "School year 2025 to 2026")]
    assert story.grids[0].terms == ("2026-autumn", "2027-spring", "2027-summer")
    assert story.grids[0].rows["Y4"]["2026-autumn"]["silver"] == 1
    assert story.grids[0].rows["Y4"]["2027-spring"]["silver"] == 0


def test_without_evidence_of_mt1_there_is_no_grid():
    assert a_story(an_entry(1, date(2026, 1, 9), criteria=(Claim("C5", "gold"),))).grids == ()


def test_what_was_not_judged_is_named_and_not_told_at_length():
    audit = an_audit(MT1="bronze", MT2="silver", C6="not_yet")
    target = Target(
        id="TG-0001",
        framework=FRAMEWORK.id,
        level="silver",
        by_date=date(2027, 7, 1),
        decided_by="head",
        phase="primary",
        when=NOW,
    )
    award = Award(then=audit, target=target, gaps=gaps(audit, target, FRAMEWORK))
    story = a_story(award=award)
    assert [(told.gap.criterion.code, told.now.word) for told in story.gaps] == [
        *(("C6", "not yet"), ("MT1", "bronze"))
    ]
    assert story.gaps[1].reason == "Why MT1"
    assert len(story.not_judged) == 26
    assert "MT3" in story.not_judged


def test_the_plan_begins_with_what_begins_first_and_names_its_evidence():
    award = Award(
        actions=(
            an_action("AC-0001", "2027-spring-1", "2027-spring-1"),
            an_action("AC-0002", "2026-autumn-1", "2027-summer-2", status="started"),
        )
    )
    story = a_story(an_entry(1, date(2026, 11, 3), action_id="AC-0001"), award=award)
    assert [(planned.action.id, planned.when, planned.sign) for planned in story.plan] == [
        ("AC-0002", "Autumn, first half 2026 to Summer, second half 2027", "◐"),
        ("AC-0001", "Spring, first half 2027", "○"),
    ]
    assert [entry.title for entry in story.plan[1].pieces] == ["Piece 1"]


def test_hints_are_for_criteria_that_the_framework_has():
    found = hints(FRAMEWORK, (Claim("C6", "silver"),))
    assert Claim("MT3", "bronze") in [hint.claim for hint in found]
    assert hints(FRAMEWORK, (Claim("ZZ9", "gold"),)) == []


def test_a_term_has_its_name():
    assert term_title("2026-autumn") == "Autumn 2026"
