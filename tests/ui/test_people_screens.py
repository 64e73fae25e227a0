"""People and releases in the app."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.releases import Releases
from tests.ui.fakes import Keyboard, a_sound, an_entry


async def opened(app, pilot, place: str) -> Keyboard:
    keys = Keyboard(pilot)
    app.open_place(place)
    await keys.settle()
    return keys


async def test_codes_are_made_with_one_key(app, library):
    async with app.run_test() as pilot:
        keys = await opened(app, pilot, "people")
        assert "Nobody has a code yet" in keys.screen()
        await keys.press("a")
        await keys.type("Y4 3")
        await keys.press("enter")
        assert "3 people here" in keys.screen()
        codes = [person.code for person in People(library).all()]
        assert all(code in keys.screen() for code in codes)
        await keys.press("a")
        await keys.type("Y4 many")
        await keys.press("enter")
        assert "is no number" in keys.screen()


async def test_a_name_needs_a_pin_and_is_shown_to_adults_only(app, library):
    (person,) = People(library).add("Y4")
    async with app.run_test() as pilot:
        keys = await opened(app, pilot, "people")
        await keys.press("n")
        assert "Names need a PIN" in keys.screen()
        library.adults.set_pin("482913")
        await keys.press("n")
        await keys.type("Zoë [bold] Ó'Néill")
        await keys.press("enter")
        assert "Zoë [bold] Ó'Néill" in keys.screen()
        assert Names(library).of(person.code) == "Zoë [bold] Ó'Néill"
        app.door.lock()
        await keys.settle()
        assert "Zoë" not in keys.screen()
        await keys.press("9")
        assert "For adults" in keys.screen()


async def test_roles_leaving_and_coming_back(app, library):
    (person,) = People(library).add("Y5")
    async with app.run_test() as pilot:
        keys = await opened(app, pilot, "people")
        await keys.press("r")
        assert "Member" in keys.screen()
        await keys.press("r", "r")
        assert People(library).one(person.code).roles == ("ambassador",)
        await keys.press("g")
        assert not People(library).one(person.code).is_here
        await keys.press("g", "r", "r", "r")
        assert People(library).one(person.code).is_here
        assert People(library).one(person.code).roles == ()
        await keys.press("m")
        await keys.type("no")
        await keys.press("enter")
        assert People(library).one(person.code).year == "Y5"


@pytest.fixture
def heard(library):
    codes = sorted(person.code for person in People(library).add("Y4", count=2))
    sound = library.save_sound(replace(a_sound(library, "Duet"), by=codes[0]), "edited")
    an_entry(library, "Duet", "MT1:silver", sounds=(sound,))
    return codes


async def test_a_no_blocks_and_can_be_taken_back(app, library, heard):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot, "releases")
        for code in heard:
            assert code in keys.screen()
        assert "(yes)" in keys.screen()
        await keys.press("right", "right", "n")
        assert Releases(library).answer(heard[0], "hub-bundle") == "no"
        assert "→no" in keys.screen()
        await keys.press("c")
        assert "1 entry cannot go into the bundle for the hub" in keys.screen()
        await keys.press("z", "c")
        assert "may go into the bundle for the hub" in keys.screen()
        assert Releases(library).answer(heard[0], "hub-bundle") == "yes"


async def test_a_yes_has_a_last_day_and_rests_on_something(app, library, heard):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot, "releases")
        await keys.press("down", *["right"] * 4, "b")
        assert "Decide first" in keys.screen()
        await keys.press("y")
        assert "consent, given for this use" in keys.screen()
        await keys.press("b")
        assert "legitimate interests" in keys.screen()
        await keys.press("u")
        await keys.type("2027-01-31")
        await keys.press("enter")
        assert Releases(library).of(heard[1])["website"].until == date(2027, 1, 31)
        await keys.press("u")
        await keys.type("soon")
        await keys.press("enter")
        assert "is not a date" in keys.screen()


async def test_from_a_person_to_their_row(app, library, heard):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot, "people")
        await keys.press("down", "l")
        assert f"{heard[1]} in the class" in keys.screen()


async def test_the_mark_stays_on_who_has_left_and_leads_to_their_releases(app, library):
    first = min(People(library).add("Y5", count=2), key=lambda person: person.code)
    async with app.run_test() as pilot:
        keys = await opened(app, pilot, "people")
        await keys.press("g", "l")
        assert f"{first.code} in the class" in keys.screen()
        await keys.press("escape", "g")
        assert f"{first.code} is here again." in keys.screen()
    assert all(person.is_here for person in People(library).all())


async def test_a_new_last_day_is_said_and_clears_what_went_wrong_before(app, library):
    People(library).add("Y5")
    async with app.run_test() as pilot:
        keys = await opened(app, pilot, "releases")
        await keys.press("u")
        await keys.type("someday")
        await keys.press("enter")
        assert "is not a date" in keys.screen()
        await keys.press("u")
        await keys.type("2099-07-31")
        await keys.press("enter")
        assert "yes until 31 July 2099" in keys.screen()
        assert "is not a date" not in keys.screen()
        await keys.press("b")
        assert "rests on something else" in keys.screen()


async def test_who_was_withdrawn_is_no_adult_for_it(app, library):
    from evidence.safety.withdrawal import withdraw

    (person,) = People(library).add("Y5")
    withdraw(library, code=person.code, framework=app.framework)
    async with app.run_test() as pilot:
        keys = await opened(app, pilot, "people")
        (line,) = (line for line in keys.screen().splitlines() if person.code in line)
        assert "withdrawn " in line
        assert "adult" not in line
        await keys.press("g")
        assert f"Everything of {person.code} was withdrawn." in keys.screen()
    assert not People(library).one(person.code).is_here
