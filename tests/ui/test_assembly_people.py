"""The team and its skills passports on the screen."""

from datetime import date

from evidence.safety.names import Names
from evidence.safety.people import People
from lessons.assembly.away import Aways
from lessons.assembly.passport import Passports
from lessons.assembly.team import Team
from tests.lessons.assembly.a_team import a_team, add_pupil
from tests.ui.assembly_day import CREW, PIN, said
from tests.ui.fakes import Keyboard


async def test_everybody_can_be_put_into_the_team_and_out_of_it(app, library):
    [one, two] = People(library).add("Y5", count=2)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "m")
        assert "Nobody is in the team yet." in keys.screen()
        await keys.press("enter", "down", "enter")
        assert "2 pupils in the team: 2 in Y5." in keys.screen()
        assert {each.code for each in Team(library).members()} == {one.code, two.code}
        await keys.press("z")
        assert len(Team(library).members()) == 1
        await keys.press("z")
    assert Team(library).members() == ()


async def test_without_people_it_says_where_codes_are_made(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "m", "enter", "a", "z")
        assert "Nobody has a code yet." in keys.screen()


async def test_what_somebody_still_needs_is_said(app, library):
    add_pupil(library, "Y4-wren", trained=("picture",))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "m")
        assert "■ Y4-wren Y4 Picture" in said(keys)
        assert "Sound: still needs" in said(keys)


async def test_days_away_are_written_down_and_taken_back(app, library):
    a_team(library, CREW[:1])
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "m", "a")
        await keys.type("2026-11-27 2026-12-01")
        await keys.press("enter")
        assert "Away: Fri 27 Nov to Tue 1 Dec" in said(keys)
        await keys.press("z")
        assert Aways(library).all() == ()
        await keys.press("a", "enter")
        [away] = Aways(library).all()
        assert (away.first, away.last) == (date(2026, 11, 24), date(2026, 11, 24))
        await keys.press("b")
        assert "can come" in keys.screen()
    assert Aways(library).all() == ()


async def test_days_that_are_none_are_refused(app, library):
    a_team(library, CREW[:1])
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        for answer in ("Friday", "2026-11-27 2026-11-26"):
            await keys.press("5", "m", "a")
            await keys.type(answer)
            await keys.press("enter")
            assert "!" in keys.screen()
            await keys.home()
    assert Aways(library).all() == ()


async def test_a_digit_ticks_a_skill_and_the_same_digit_takes_it_back(app, library):
    add_pupil(library, "Y4-wren", trained=())
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "p", "1", "2")
        assert "Y4-wren ■ ■ · · · · · · Picture" in said(keys)
        assert Team(library).trained("Y4-wren", "picture")
        await keys.press("2")
        assert not Team(library).trained("Y4-wren", "picture")
        await keys.press("z")
        assert Team(library).trained("Y4-wren", "picture")
        await keys.press("9")
    assert Passports(library).of("Y4-wren").skills == ("inputs", "windows-p")


async def test_names_are_shown_to_adults_behind_a_pin(app, library):
    a_team(library, CREW[:1])
    library.adults.set_pin(PIN)
    Names(library).set(CREW[0], "Zoë [/b] O")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "m")
        assert "Zoë [/b] O" in keys.screen()
        await keys.press("p")
        assert "Zoë [/b] O" in said(keys)
