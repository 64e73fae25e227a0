"""The music lead's journey of PRODUCT.md, with the keys it may cost; typed words are not counted."""

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from rubric.load import shipped_framework
from tests.ui.fakes import Keyboard

MARK = shipped_framework()


async def test_j6_the_music_lead_audits_mt1_to_mt3_aims_and_plans_at_three_keys_a_criterion(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "m")
        before = keys.pressed
        for code, level, sure in (("MT1", "2", "1"), ("MT2", "1", "2"), ("MT3", "0", "3")):
            assert f"Audit: {code}" in keys.screen()
            await keys.press(level)
            await keys.type(f"What we saw of {code}.")
            await keys.press("enter", sure)
        assert keys.pressed - before == 3 * 3
        assert "All 3 are judged: T chooses a target" in keys.screen()
        await keys.press("t", "2", "enter")
        assert "gaps to silver" in keys.screen()
        assert "2 gaps to silver" in keys.screen()  # of music technology still
        await keys.press("a")
        assert "Planned AC-0001" in keys.screen()
        assert keys.pressed <= 3 + 3 * 3 + 4
        await keys.home()
        await keys.press("6")
        assert "aim: silver by July" in keys.screen()
        assert "self-judged: 1 bronze 1 silver" in keys.screen()
    [audit] = Audits(library).all()
    assert {each.criterion: (each.level, each.sure) for each in audit.judgements} == {
        "MT1": ("silver", "sure"),
        "MT2": ("bronze", "fairly"),
        "MT3": ("not-yet", "unsure"),
    }
    [action] = Plans(library).actions()
    assert action.criteria == ("MT2",)
    assert Audits(library).target(MARK.id).level == "silver"
