"""The mark at a glance: marks, the aim, what to do next, and the ways from it."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.plans import Plans
from evidence.award.standing import month_of, standing
from rubric.load import shipped_framework
from studio.ui.next_step import next_step
from studio.ui.screens.award.make_evidence import MakeEvidenceScreen
from tests.ui.fakes import Keyboard, an_entry

MARK = shipped_framework()
OURS = {"view": "school", "framework": MARK}


def lines_with(keys: Keyboard, start: str) -> list[str]:
    return [line for line in keys.screen().splitlines() if line.startswith(start)]


async def test_marks_say_what_there_is_for_each_level(app, library):
    an_entry(library, "A", "O1:bronze")
    an_entry(library, "B", "O1:bronze", "MT1:gold")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6")
        assert lines_with(keys, " O1 ")[0].split()[:4] == ["O1", "o2", "·", "·"]
        assert lines_with(keys, " LM1 ")[0].split()[-4:] == ["Y4", "·", "·", "o1"]
        assert "* key   o some   · none" in keys.screen()


async def test_key_pieces_old_evidence_and_what_may_not_go_out_have_their_own_marks(app, library):
    key = an_entry(library, "Key", "O1:bronze")
    library.save_entry(replace(key, key_for=("O1",)), "edited")
    old = an_entry(library, "Old", "O2:silver")
    library.save_entry(replace(old, date_happened=date(2020, 1, 7)), "edited")
    staff = an_entry(library, "Staff", "O3:gold")
    library.save_entry(replace(staff, sensitivity="staff"), "edited")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6")
        shown = [lines_with(keys, f" {code} ")[0].split()[1:4] for code in ("O1", "O2", "O3")]
    assert shown == [["*1", "·", "·"], ["·", "~1", "·"], ["·", "·", "!1"]]


async def test_the_title_says_the_aim_and_the_judgement_of_the_school(app, library):
    audits = Audits(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6")
        assert "no aim yet" in keys.screen()
        assert "not judged yet" in keys.screen()
        await keys.home()
        audits.start("baseline", **OURS)
        audits.judge("MT1", "silver", **OURS)
        audits.judge("MT2", "bronze", **OURS)
        audits.set_target(
            "gold", by_date=date(2027, 7, 21), decided_by="head", phase="primary", framework=MARK
        )
        await keys.press("6")
        assert "aim: gold by July" in keys.screen()
        assert "self-judged: 1 bronze 1 silver" in keys.screen()
        await keys.press("m")
        assert "MT1 bronze: Curriculum access, self-judged silver." in " ".join(keys.screen().split())


async def test_only_music_technology_can_be_shown(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "end", *["down"] * 20, "m")
        assert lines_with(keys, " O1 ") == []
        assert lines_with(keys, " MT3 ")
        assert "MT3 bronze:" in keys.screen()  # the cursor came along
        await keys.press("m")
        assert lines_with(keys, " O1 ")


async def test_a_level_opens_and_evidence_can_be_written_for_it(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "m", "right", "w")
        assert isinstance(app.screen, MakeEvidenceScreen)
        assert "It shows: MT1 silver" in keys.screen()
        await keys.press("escape", "enter")
        assert "MT1 silver: 0 entries" in keys.screen()
        await keys.press("escape", "right", "right", "down", "w")
        assert "■Y1" in keys.screen()  # in the grid of the year groups


def test_what_to_do_next_follows_how_far_one_is(library):
    def words() -> str:
        return next_step(standing(library, MARK), MARK)

    assert "first audit (A)" in words()
    audits = Audits(library)
    audits.start("baseline", **OURS)
    for criterion in MARK.criteria:
        audits.judge(criterion.code, "gold" if criterion.area.code != "MT" else "bronze", **OURS)
    assert "aim for (T)" in words()
    audits.set_target("silver", by_date=date(2027, 7, 21), decided_by="head", phase="primary", framework=MARK)
    assert words() == "MT1 silver has no evidence yet (G shows ideas)"
    an_entry(library, "A", "MT1:silver")
    assert words() == "3 gaps to silver, 1 with evidence (G)"
    Plans(library).add_action(
        "Buy [two]",
        framework=MARK,
        criteria=["MT1"],
        owner="lead",
        start="2026-autumn-1",
        end="2026-autumn-1",
    )
    assert words() == "“Buy [two]” should be done by now (P)"
    Diary(library).add_training("Recording", by="lead", answers=("", "", ""), day=date(2026, 9, 1))
    assert words() == "ask what came of “Recording” (D)"
    entry = an_entry(library, "B", "MT2:silver")
    library.save_entry(replace(entry, status="proposed"), "proposed")
    assert words() == "1 entry to accept (E)"


def test_without_gaps_the_bundle_is_next(library):
    audits = Audits(library)
    audits.start("baseline", **OURS)
    for criterion in MARK.criteria:
        audits.judge(criterion.code, "gold", **OURS)
    audits.set_target("silver", by_date=date(2027, 7, 21), decided_by="head", phase="primary", framework=MARK)
    assert next_step(standing(library, MARK), MARK).startswith("no gaps to silver in your own eyes")


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2027, 7, 21), "July"), (date(2026, 11, 30), "November"), (date(2028, 7, 21), "July 2028")],
)
def test_a_month_far_away_has_its_year(day, words):
    assert month_of(day, date(2026, 11, 24)) == words


async def test_the_key_says_how_much_waits(app, library):
    entry = an_entry(library, "B", "MT2:silver")
    library.save_entry(replace(entry, status="proposed"), "proposed")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6")
        assert "E accept 1" in keys.screen()
        assert "next: 1 entry to accept (E)" in keys.screen()


async def test_what_is_shown_holds_for_all_screens_of_the_award(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "m", "a")
        assert "1/3" in keys.screen()
        await keys.press("m", "escape")
        assert lines_with(keys, " O1 ")
