"""Swaps and stand-ins on the screen: asked for by pupils, answered by adults, marked, taken back."""

from lessons.assembly.away import Aways
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import team_roles
from lessons.assembly.swaps import Swaps
from studio.ui.rota_words import changed_cells
from studio.ui.screens.assembly.rota import RotaScreen
from studio.ui.screens.assembly.rota_offers import OffersScreen
from tests.lessons.assembly.a_team import add_pupil
from tests.ui.assembly_day import CREW, an_assembly_day, for_pupils, said, who_has
from tests.ui.fakes import Keyboard

SIX = (*CREW, "Y6-toad", "Y6-wasp")


def line_of(keys: Keyboard, title: str) -> str:
    [line] = [line for line in keys.screen().splitlines() if title in line and "Nov " in line]
    return line


async def test_a_pupil_asks_for_a_swap_and_an_adult_says_yes(app, library):
    event = an_assembly_day(library, crew=SIX)
    was = who_has(library, event, "picture")
    for_pupils(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "s")
        assert f"Picture: {was}" in keys.screen()
        assert isinstance(app.screen, OffersScreen)
        await keys.press("1")
        assert "It holds when an adult says yes." in said(keys)
        assert who_has(library, event, "picture") == was
        assert "Y yes" not in keys.screen()
        library.adults.unlock("482913")
        await keys.press("down", "up")
        assert "Asked:" in keys.screen()
        await keys.press("y")
        assert "Swapped. The rota says so." in keys.screen()
        assert "! Y" not in keys.screen()
    comes = who_has(library, event, "picture")
    assert comes != was
    [swap] = Rotas(library).all()[0].swaps
    assert (swap.code, swap.with_code, swap.answer) == (was, comes, "yes")


async def test_an_adult_may_say_no_and_nothing_changes(app, library):
    event = an_assembly_day(library, crew=SIX)
    rota = Rotas(library).all()[0]
    was = who_has(library, event, "sound")
    free = next(code for code in SIX if code not in rota.crew(event.id))
    Swaps(library).ask(rota.id, event.id, "sound", free)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "n")
        assert "The swap is refused" in keys.screen()
        assert "Asked:" not in keys.screen()
    assert who_has(library, event, "sound") == was


async def test_an_adult_swaps_at_once_what_changed_is_marked_and_z_takes_it_back(app, library):
    event = an_assembly_day(library, crew=SIX)
    was = who_has(library, event, "picture")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "s", "1")
        comes = who_has(library, event, "picture")
        assert comes != was
        assert f"!{comes}" in line_of(keys, "Harvest")
        assert "changed Tue 24 Nov" in keys.screen()
        await keys.press("z")
        assert f"!{was}" not in line_of(keys, "Harvest")
    assert who_has(library, event, "picture") == was


async def test_the_stand_in_comes_also_in_pupil_mode(app, library):
    event = an_assembly_day(library, crew=SIX)
    comes = who_has(library, event, "sound", "stand-in")
    for_pupils(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "right", "i")
        assert "The stand-in does it." in keys.screen()
    assert who_has(library, event, "sound") == comes


async def test_a_place_that_nobody_has_is_given_by_an_adult(app, library):
    event = an_assembly_day(library, crew=CREW[:3])
    empty = next(role.id for role in team_roles() if not who_has(library, event, role.id))
    add_pupil(library, "Y4-wren")
    column = [role.id for role in team_roles()].index(empty)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", *["right"] * column, "s", "1")
        assert "Y4-wren has the place now." in keys.screen()
    assert who_has(library, event, empty) == "Y4-wren"


async def test_nobody_else_to_take_a_place_is_said(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "s")
        assert "Nobody else is trained, free and here that day." in said(keys)
        await keys.press("1", "enter", "escape")
        assert isinstance(app.screen, RotaScreen)


async def test_days_in_return_are_offered(app, library):
    an_assembly_day(library, crew=SIX, weeks=4)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "s")
        assert "takes it, and gives" in keys.screen()


def test_changes_that_were_taken_back_are_not_marked(library):
    event = an_assembly_day(library, crew=SIX)
    rotas, swaps = Rotas(library), Swaps(library)
    rota = rotas.all()[0]
    assert changed_cells(rota) == frozenset()
    changed = swaps.stand_in(rota.id, event.id, "sound")
    assert changed_cells(changed) == {(event.id, "sound")}
    assert changed_cells(rotas.undo(rota.id)) == frozenset()


async def test_whoever_has_the_marked_place_is_away_and_z_takes_it_back(app, library):
    event = an_assembly_day(library, crew=SIX)
    was = who_has(library, event, "cues")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "right", "right", "u")
        assert f"{was} cannot come that day." in said(keys)
        assert f"{was} is away and cannot do Cues." in said(keys)
        await keys.press("z")
        assert "Every place is right." in keys.screen()
    assert Aways(library).all() == ()
