"""The journeys of PRODUCT.md, with the keys they may cost; typed words are not counted."""

from dataclasses import replace

from evidence.bundle.verify import verify_bundle
from tests.ui.fakes import Keyboard, a_sound, an_entry


async def test_j1_a_club_member_records_tidies_hears_and_keeps_in_six_keys(app, library, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter")
        assert sound_io.the_player.played == [(3.0, 0)]  # the take plays itself
        await keys.press("t")
        assert 0.9 < sound_io.the_player.played[-1][0] < 1.5  # and so does the tidied sound
        await keys.press("k")
        await keys.type("Cow")
        await keys.press("enter")
    [sound] = library.sounds()
    assert (sound.title, sound.kept) == ("Cow", True)
    assert sound.seconds_after < 1.5
    assert keys.pressed <= 6


async def test_j2_an_ambassador_shapes_a_take_in_ten_keys(app, library, sound_io):
    a_sound(library, "Older")
    take = a_sound(library, "Recorder solo")
    library.save_sound(replace(take, kept=False), "edit")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        await keys.press("8", "]", "c")
        assert round(sound_io.the_player.played[-1][0], 1) == 2.4
        await keys.press("o", "l", "b")
        assert sound_io.the_player.played[-1] == (3.0, 0)  # before: as it was recorded
        await keys.press("k", "enter")
    sound = library.sound(take.id)
    assert [step.name for step in sound.recipe.steps] == ["trim", "fade-out", "gain"]
    assert sound.kept
    assert keys.pressed <= 10


async def test_j3_a_teacher_accepts_what_a_session_made_with_one_key_each(app, library):
    for number in range(12):
        a_sound(library, f"Child {number}", seconds=1.0, year="Y4")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a", *["a"] * 12)
        assert "All done: 12 accepted" in keys.screen()
    assert [entry.status for entry in library.entries()] == ["accepted"] * 12
    assert keys.pressed <= 20


async def test_j7_key_pieces_are_chosen_and_sealed_to_a_stick_in_eight_keys(
    app, library, tmp_path, monkeypatch
):
    stick = tmp_path / "STICK"
    stick.mkdir()
    monkeypatch.setattr("studio.sticks.sticks", lambda: (stick,))
    for title in ("Assembly", "Club"):
        an_entry(library, title, "O1:bronze", sounds=(a_sound(library, title),))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter", "k", "b", "k", "w", "enter")
        assert "Going in: 1 of 2 entries" in keys.screen()  # and none that may not leave
        assert "may not leave" not in keys.screen()
        await keys.press("enter")
        assert "Sealed:" in keys.screen()
    assert [entry.title for entry in library.entries() if entry.key_for == ("O1",)] == ["Club"]
    [bundle] = stick.glob("*.zip")
    assert verify_bundle(bundle).valid
    assert keys.pressed <= 8


async def test_j7_the_music_lead_chooses_entries_and_seals_in_eight_keys(app, library):
    beep = a_sound(library, "Beep")
    for title in ("Assembly", "Club", "Lesson"):
        an_entry(library, title, "MT1:gold", sounds=(beep,))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "b", "down", "space", "enter")
        assert "Sealed:" in keys.screen()
        await keys.press("v")
        assert "nothing changed, added or taken away" in keys.screen()
    [bundle] = library.exports.glob("*.zip")
    assert verify_bundle(bundle).valid
    assert keys.pressed <= 8
