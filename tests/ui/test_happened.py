import pytest

from lessons.occasion import Occasions
from studio.whose import say_whose
from tests.ui.fakes import Keyboard, a_sound


async def test_a_club_session_is_written_down_and_proposed_as_evidence(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "o")
        for _ in range(40):
            if "← Club session →" in keys.screen():
                break
            await keys.press("right")
        await keys.press("tab")
        await keys.type("Kitchen sounds")
        await keys.press("tab", "tab", "5", "6", "tab")
        await keys.type("Y6-otter")
        await keys.press("enter")
        assert "Written down as OC-0001. Press A to see what it shows." in keys.screen()
        await keys.press("a")
        assert "Kitchen sounds" in keys.screen()
        assert "Because" in keys.screen()
    [made] = Occasions(library).all()
    assert made.title == "Kitchen sounds"
    assert made.year_groups == ("Y5", "Y6")
    assert made.led_by == ("Y6-otter",)
    assert made.date.isoformat() == "2026-11-24"


async def test_it_says_what_to_tell_about_each_kind(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "o")
        assert "Tell: Which tool was used for what" in keys.screen()
        await keys.press("right")
        assert "Tell: Which pieces or sounds" in keys.screen()


@pytest.mark.parametrize(
    ("tabs", "typed", "words"),
    [(2, "24.11.", "is not a date"), (2, "2026-12-24", "is in the future"), (4, "Anna", "is not a code")],
)
async def test_what_cannot_be_is_said_and_nothing_typed_is_lost(app, library, tabs, typed, words):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "o", *["tab"] * tabs)
        await keys.type(typed)
        await keys.press("enter")
        assert words in keys.screen()
        assert typed in keys.screen()
    assert Occasions(library).all() == ()


async def test_a_found_sound_used_in_a_presentation_is_proposed_for_bronze(app, library):
    thunder = say_whose(library, a_sound(library, "Thunder"), credit="a free library of weather")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "o")
        for _ in range(40):
            if "← Presentation" in keys.screen():
                break
            await keys.press("right")
        await keys.press(*["tab"] * 3, "4", *["tab"] * 5)
        await keys.type(thunder.id.lower())
        await keys.press("enter", "a")
        assert "MT1 bronze" in keys.screen()
    assert Occasions(library).all()[0].sounds == (thunder.id,)
