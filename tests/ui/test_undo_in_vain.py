"""What Z could not take back can be taken back later."""

from evidence.award.register_lines import RegisterLines
from lessons.competitions.briefs import Briefs
from studio.errors import StudioError
from tests.ui.competition_room import at_the_competition
from tests.ui.fakes import Keyboard


class DiskIsFull(StudioError):
    """Nothing can be written just now."""


def fails(*_args, **_named):
    raise DiskIsFull("The disk is full.", "Make room, then try again.")


async def test_a_line_that_could_not_be_put_back_is_put_back_by_the_next_z(app, library, monkeypatch):
    RegisterLines(library).add("partners", {"who": "Brass band"})
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("registers")
        await keys.settle()
        await keys.press("enter", "x")
        with monkeypatch.context() as broken:
            broken.setattr(RegisterLines, "strike", fails)
            await keys.press("z")
            assert "The disk is full." in keys.screen()
            assert RegisterLines(library).of("partners") == ()
        await keys.press("z")
        assert "Brass band" in keys.screen()
        assert "Taken back." in keys.screen()


async def test_a_card_that_could_not_come_back_comes_back_by_the_next_z(app, library, monkeypatch):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await at_the_competition(pilot, "b", "n")
        await keys.type("The school bell")
        await keys.press("tab", "tab")
        await keys.type("A new sound for the end of break.")
        await keys.press("enter", "t")
        assert titles(library) == []
        with monkeypatch.context() as broken:
            broken.setattr(Briefs, "strike", fails)
            await keys.press("z")
            assert "The disk is full." in keys.screen()
            assert titles(library) == []
        await keys.press("z")
        assert titles(library) == ["The school bell"]


def titles(library):
    """Of the school's own cards that stand."""
    return [card.title for card in Briefs(library).own() if not card.struck]
