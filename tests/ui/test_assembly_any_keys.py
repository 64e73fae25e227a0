"""Somebody leans on the keyboard while there is a team, a rota and an assembly today: the program stays."""

import random

import pytest

from lessons.assembly.rotas import Rotas
from lessons.assembly.runs import Runs
from tests.ui.assembly_day import CREW, an_assembly_day, for_pupils
from tests.ui.fakes import Keyboard

pytestmark = pytest.mark.walk

PLACES = {
    "assembly": ("5",),
    "set-up": ("5", "1"),
    "pack-down": ("5", "3"),
    "a question": ("5", "t", "3"),
    "rota": ("5", "r"),
    "offers": ("5", "r", "s"),
    "levels": ("5", "l"),
    "events": ("5", "e"),
    "passports": ("5", "p"),
    "team": ("5", "m"),
    "a list": ("5", "s", "1"),
}
PRESSED = [
    *"abcdefghijklmnoprstuvwxyz0123456789-= []",
    *("enter", "escape", "space", "tab", "up", "down", "left", "right", "home", "end", "pagedown", "pageup"),
]
SIZES = ((60, 15), (20, 6), (120, 40), (80, 24))
AT_ONCE, TIMES = 15, 3


@pytest.mark.parametrize("whose", ["adults", "pupils"])
@pytest.mark.parametrize("place", PLACES)
async def test_any_keys_end_nothing(app, library, tmp_path, monkeypatch, place, whose):
    monkeypatch.chdir(tmp_path)
    an_assembly_day(library, crew=(*CREW, "Y6-toad", "Y6-wasp"), learning=("Y4-wren",))
    if whose == "pupils":
        for_pupils(library)
    chance = random.Random(f"{place} {whose}")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press(*PLACES[place])
        for _ in range(TIMES):
            await keys.mash(*chance.choices(PRESSED, k=AT_ONCE))
            await pilot.resize_terminal(*chance.choice(SIZES))
            await keys.settle()
        await keys.home()
    assert Rotas(library).all()
    assert all(len(run.steps) > 1 for run in Runs(library).all())
