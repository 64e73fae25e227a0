from tests.ui.fakes import Keyboard, a_sound


async def test_a_sound_is_given_its_subject_and_what_one_hears_in_it(app, library):
    sound = a_sound(library, "[b]Rain", seconds=0.3)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "y")
        await keys.type("[/bold] Science")
        await keys.press("tab", "1", "4", "enter")
        assert "Kept with it." in keys.screen()
        await keys.press("y")
        assert "[/bold] Science" in keys.screen()
    stored = library.sound(sound.id)
    assert (stored.subject, stored.dimensions) == ("[/bold] Science", ("pitch", "tempo"))
