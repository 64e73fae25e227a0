"""Caps Lock on: words keep their capitals; that every letter works large too is in test_every_screen."""

from tests.ui.fakes import Keyboard, a_sound


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
