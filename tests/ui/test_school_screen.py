"""The school: its name and its colours, chosen from samples with words."""

from lessons.look import Look, Looks
from studio.ui.look_words import named_colours
from studio.ui.screens.office.school import SchoolScreen
from tests.ui.fakes import Keyboard


async def at_the_school(pilot) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    await keys.press("9", "7")
    assert isinstance(keys.app.screen, SchoolScreen)
    return keys


def line_of(word: str) -> int:
    return next(line for line, (_, words) in enumerate(named_colours()) if word in words.split(", "))


async def test_every_colour_has_its_sample_its_words_and_what_it_is_for(app):
    async with app.run_test(size=(80, 60)) as pilot:
        keys = await at_the_school(pilot)
        for _, words in named_colours():
            [line] = [each for each in keys.screen().splitlines() if f"██   {words[:26]}" in each]
            assert "main or second" in line or "second only" in line or "now" in line


async def test_both_colours_are_chosen_with_a_key_each_and_taken_back(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_school(pilot)
        app.screen.listing.marked = line_of("teal")
        await keys.press("enter")
        app.screen.listing.marked = line_of("gold")
        await keys.press("s")
        assert "Main: teal. Second: gold" in keys.screen()
        assert "■ second now" in keys.screen()
        chosen = Looks(library).now()
        await keys.press("z", "z")
        assert "Z undo" not in keys.screen()
    now = Looks(library).now()
    assert (now.main, now.second) == (Look(id="").main, Look(id="").second)
    assert chosen.main != now.main


async def test_a_colour_too_pale_for_letters_is_refused_in_words(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_school(pilot)
        app.screen.listing.marked = line_of("yellow")
        await keys.press("enter")
        assert "too pale to read" in keys.screen()
    assert Looks(library).now().id == ""


async def test_a_sign_from_the_style_guide_is_typed(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_school(pilot)
        await keys.press("o")
        await keys.type("#123456")
        await keys.press("enter", "enter")
        assert "#123456" in keys.screen()
        await keys.press("o")
        await keys.type("bleu")
        await keys.press("enter", "enter")
        assert "not a colour we know" in keys.screen()
    assert Looks(library).now().main == "#123456"


async def test_a_name_that_was_typed_wrong_is_put_right(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_school(pilot)
        await keys.press("n")
        await keys.type("Oak [bold]Hill School")
        await keys.press("enter")
        assert keys.screen().count("Oak [bold]Hill School") == 2
        await keys.press("z")
        assert library.school == "Oak School"
        await keys.press("escape")
        assert "Oak School" in keys.screen()
