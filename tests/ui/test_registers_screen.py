"""Registers in the app."""

from evidence.award.register_lines import RegisterLines
from tests.ui.fakes import Keyboard


async def test_a_line_is_written_changed_taken_out_and_put_back(app, library):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        app.open_place("registers")
        await keys.settle()
        await keys.press("enter")
        assert "No partner yet" in keys.screen()
        await keys.press("a")
        await keys.type("[b]Brass[/b] band")
        await keys.press("tab", "tab")
        await keys.type("much")
        await keys.press("enter")
        assert "is not a cost" in keys.screen()
        await keys.type("120")
        await keys.press("enter")
        assert "A new partner is written down" in keys.screen()
        assert "[b]Brass[/b] band" in keys.screen()
        await keys.press("enter", "tab")
        await keys.type("Concerts")
        await keys.press("enter")
        (line,) = RegisterLines(library).of("partners")
        assert line.values == {"who": "[b]Brass[/b] band", "what": "Concerts", "cost": "12000"}
        await keys.press("x")
        assert "No partner yet" in keys.screen()
        await keys.press("z")
        assert "£120.00" in keys.screen()
