"""The numbers that the texts ask for, typed or counted, laid beside them."""

from datetime import date

import pytest

from evidence.award.audits import Audits
from evidence.award.figures import Figures
from rubric.load import shipped_framework
from tests.ui.fakes import Keyboard, an_entry

MARK = shipped_framework()


def said(keys: Keyboard) -> str:
    return " ".join(keys.screen().split())


async def test_a_share_is_typed_and_the_sum_is_shown_in_the_audit_too(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a")
        assert "1 number that the texts ask for is not known yet (U)." in said(keys)
        await keys.press("u", "enter")
        await keys.type("13 of 150")
        await keys.press("enter")
        assert "13 of 150 is 8.7 %: the text asks for at least 8 %." in said(keys)
        await keys.press("escape")
        assert "pupils choosing GCSE music: 13 of 150 is 8.7 %" in said(keys)
    [figure] = Figures(library).all()
    assert (str(figure.claim), figure.value, figure.of) == ("O1:gold", 13, 150)


async def test_year_groups_are_counted_in_the_library(app, library):
    an_entry(library, "Sound hunt", "MT1:bronze")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "m", "u")
        assert "C count it" in keys.screen()
        await keys.press("c")
        assert "1 of 7 is 14.3 %: the text asks for at least 100 %." in said(keys)
        assert "without any: EYFS, Y1, Y2, Y3, Y5, Y6." in said(keys)
        await keys.press("home")
        assert "C count it" not in keys.screen()


@pytest.mark.parametrize(
    ("answer", "words"), [("many", "“many” is not a number."), ("20 of 10", "more than all")]
)
async def test_what_is_no_number_is_said(app, library, answer, words):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "u", "enter")
        await keys.type(answer)
        await keys.press("enter")
        assert words in said(keys)
    assert Figures(library).all() == ()


async def test_numbers_for_other_kinds_of_school_stay_away(app, library):
    Audits(library).set_target(
        "gold", by_date=date(2027, 7, 21), decided_by="head", phase="primary", framework=MARK
    )
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "a", "u")
        assert "GCSE" not in keys.screen()
