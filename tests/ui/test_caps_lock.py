"""Caps Lock on: every letter that works small works large, and words keep their capitals."""

import pytest
from textual.widgets import Input

from tests.ui.fakes import Keyboard, a_sound, an_entry
from tests.ui.places import PLACES


@pytest.fixture
def filled(library):
    for title in ("One", "Two"):
        an_entry(library, title, "O1:bronze", sounds=(a_sound(library, title),))


async def test_every_letter_of_every_place_does_the_same_as_a_capital(app, filled, monkeypatch):
    asked: list[str] = []

    async def only_note(action, default_namespace=None, namespaces=None):
        asked.append(action)
        return True

    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        with_letters = 0
        for place, way in PLACES.items():
            await keys.press(*way)
            letters = [key for key in app.screen.active_bindings if len(key) == 1 and key.isalpha()]
            if isinstance(app.focused, Input):  # they belong to the answer
                letters = []
            with monkeypatch.context() as patch:
                patch.setattr(app, "run_action", only_note)
                for letter in letters:
                    asked.clear()
                    await keys.mash(letter, letter.upper())
                    small, capital = asked
                    assert small == capital, (place, letter)
            with_letters += bool(letters)
            await keys.home()
    assert with_letters > len(PLACES) / 2


async def test_capitals_in_an_answer_stay_capitals(app, library):
    sound = a_sound(library, "Rain")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "N", "H", "i", "space", "R", "X", "enter")
    assert library.sound(sound.id).title == "Hi RX"


async def test_capitals_in_the_form_stay_capitals(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "E", "H", "S", "down", "down", "E", "down", "G", "enter")
    [entry] = library.entries()
    assert (entry.title, entry.year_groups) == ("HS", ("EYFS",))
    assert [str(claim) for claim in entry.criteria] == ["MT1:gold"]
