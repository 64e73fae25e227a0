import pytest

from tests.ui.fakes import Keyboard, a_sound

TOOLS = ("beats a minute", "Sound buttons", "Two sounds", "Tuner", "Films", "Edit clinic")


@pytest.mark.parametrize(("number", "words"), enumerate(TOOLS, 1))
async def test_every_tool_is_two_keys_from_home(app, library, number, words):
    for title in ("Cow", "Rain"):
        a_sound(library, title, seconds=0.3)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("t")
        assert "Tools" in keys.screen()
        await keys.press(str(number))
        assert words.lower() in keys.screen().lower()
        await keys.press("escape")
        if number == 3:  # its list of sounds lies over the page for both
            await keys.press("escape")
        assert "Tools" in keys.screen()


@pytest.mark.parametrize(("key", "words"), [("j", "Join"), ("x", "Mix"), ("a", "favourite")])
async def test_ticked_sounds_are_joined_mixed_or_changed_together(app, library, key, words):
    for title in ("One", "[/bold] Two"):
        a_sound(library, title, seconds=0.3)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "m")
        assert "J join" not in keys.screen()
        await keys.press("m", key)
        assert words.lower() in keys.screen().lower()
