"""The audit on the screen: a key, a reason, a key, and the next criterion."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.award.audits import Audits
from rubric.load import shipped_framework
from studio.ui.screens.award.compare import pair
from tests.ui.fakes import Keyboard, an_entry

MARK = shipped_framework()
OURS = {"view": "school", "framework": MARK}


@pytest.fixture
def audits(library) -> Audits:
    return Audits(library)


def said(keys: Keyboard) -> str:
    return " ".join(keys.screen().split())


async def test_a_criterion_takes_three_keys_and_the_next_one_comes(app, audits, library):
    entry = an_entry(library, "Sound hunt", "MT1:silver")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "m")
        assert "Audit: MT1 Curriculum access 1/3" in said(keys)
        assert "silver: “Sound hunt”" in keys.screen()
        await keys.press("2")
        await keys.type("All [record].")
        await keys.press("enter")
        assert "1 sure 2 fairly 3 unsure Esc back" in said(keys)
        await keys.press("1")
        assert "Audit: MT2" in keys.screen()
    [audit] = audits.all()
    [judged] = audit.judgements
    assert (audit.kind, audit.view) == ("baseline", "school")
    assert (judged.level, judged.reason, judged.sure, judged.by) == (
        "silver",
        "All [record].",
        "sure",
        "lead",
    )
    assert judged.evidence == (entry.id,)


async def test_key_pieces_come_first_and_the_judgement_rests_on_what_is_shown(app, audits, library):
    entries = [an_entry(library, f"Number {number}", "MT1:gold") for number in range(4)]
    library.save_entry(replace(entries[0], key_for=("MT1",)), "edited")
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "m")
        assert "gold: 4 entries: * “Number 0” 2026-11-24, “Number 3”" in said(keys)
        assert "0 judged, school view" in keys.screen()
        await keys.press("3", "enter", "1")
        assert "1 judged, school baseline" in keys.screen()
    rests = audits.all()[0].judgements[0].evidence
    assert rests == (entries[0].id, entries[3].id, entries[2].id)


async def test_not_yet_and_not_for_us_are_judgements_too(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "0", "enter", "2", "x", "enter", "3")
    [audit] = audits.all()
    assert [(each.level, each.sure) for each in audit.judgements] == [
        ("not-yet", "fairly"),
        ("does-not-apply", "unsure"),
    ]


async def test_the_last_judgement_is_taken_back_step_by_step_and_on_another_day(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "1", "enter", "1", "2", "enter", "1", "b", "b", "3", "enter", "1")
        assert audits.all()[0].level("O1") == "gold"
        await keys.press("z")
        assert "O1 is bronze again." in keys.screen()
        await keys.press("z")
        assert "O2 is open again." in keys.screen()
        await keys.press("escape", "a", "z")
        assert "O1 is open again." in keys.screen()
        assert "Z undo" not in keys.screen()
    assert audits.all()[0].judgements == ()


async def test_esc_leaves_a_judgement_at_any_point(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "1", "escape", "1", "enter", "escape")
        assert "Not judged." in keys.screen()
        assert "Audit: O1" in keys.screen()
    assert audits.all() == ()


async def test_a_lock_asks_to_be_sure_and_then_holds(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "1", "enter", "1", "k")
        assert "1 of 29 judged. Lock it for good? Type yes:" in said(keys)
        await keys.press("enter")
        assert "Not locked." in keys.screen()
        await keys.press("k")
        await keys.type("Yes")
        await keys.press("enter")
        assert "AU-0001 is locked" in keys.screen()
        await keys.press("1", "z", "k")
        assert "1 bronze" not in keys.screen().splitlines()[-2]
        await keys.press("r")
        assert "Began AU-0002, a review" in keys.screen()
        await keys.press("2", "enter", "1")
    before, after = audits.all()
    assert (before.level("O1"), before.locked is not None) == ("bronze", True)
    assert after.level("O1") == "silver"


async def test_in_a_review_the_next_criterion_comes_though_it_is_judged(app, audits):
    audits.start("baseline", **OURS)
    for criterion in MARK.criteria:
        audits.judge(criterion.code, "bronze", **OURS)
    audits.lock(view="school", framework=MARK.id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "f", "2", "enter", "1")
        assert "Audit: O2" in keys.screen()
    assert audits.all()[-1].kind == "closing"


async def test_the_hubs_view_is_kept_apart_and_laid_beside_ours(app, audits):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "m", "2", "enter", "1", "v", "1", "enter", "1")
        assert "judged, hub" in keys.screen()
        await keys.press("c", "v")
        assert "silver → bronze" in said(keys)
        assert "Both judged 1 criterion, 1 differently." in keys.screen()
        await keys.press("o")
        assert "Curriculum access" in keys.screen()
        assert "Enjoyment" not in keys.screen()
        await keys.press("v")
        assert "nothing to compare with yet: a review is missing" in keys.screen()
    ours, hubs = audits.all()
    assert (ours.view, hubs.view) == ("school", "hub")
    assert [each.by for each in (*ours.judgements, *hubs.judgements)] == ["lead", "hub"]


async def test_who_judges_is_chosen_as_a_role(app, audits):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "w", "1", "enter", "1")
    assert audits.all()[0].judgements[0].by == "head"


async def test_words_for_other_kinds_of_school_are_named(app, audits):
    audits.set_target("gold", by_date=date(2027, 7, 21), decided_by="head", phase="primary", framework=MARK)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a")
        assert "[In secondary schools" in said(keys)
        assert "[ ] is not for primary schools." in said(keys)


def test_then_and_now_are_the_first_and_the_newest_of_our_own(audits):
    audits.start("baseline", **OURS)
    audits.judge("MT1", "bronze", **OURS)
    first = audits.lock(view="school", framework=MARK.id)
    hub = audits.start("baseline", view="hub", framework=MARK)
    assert pair(audits.all(), hubs=False) is None
    newest = audits.start("review", **OURS)
    assert pair(audits.all(), hubs=False) == (first, newest)
    assert pair(audits.all(), hubs=True) == (newest, hub)
