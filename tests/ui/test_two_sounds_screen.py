"""Two sounds side by side, by keys."""

from dataclasses import replace

import pytest

from lessons.comparing import Comparisons
from lessons.occasion import Occasions
from studio.audio.live.devices import NoSpeakers
from studio.ui.screens.lessons.two_sounds import TwoSoundsScreen
from studio.ui.screens.lessons.two_sounds_lists import ChoosePieceScreen
from tests.builders import a_sine, a_wav
from tests.ui.fakes import Keyboard, a_sound

PIN = "482913"


@pytest.fixture
def two(library):
    return a_sound(library, "Rain [/b]", year="Y4"), a_sound(library, "Laser")


async def at_two(pilot) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    await keys.press("2", "t", "enter", "enter")
    assert isinstance(keys.app.screen, TwoSoundsScreen)
    return keys


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_words_are_chosen_for_a_then_b_then_the_next_question(app, library, two, size):
    async with app.run_test(size=size) as pilot:
        keys = await at_two(pilot)
        assert "Rain [/b]" in keys.screen()
        assert Comparisons(library).all() == (), "nothing is kept before something is said"
        await keys.press("2", "3", "1")
        assert "walking" in keys.screen()
        assert "For B:" in keys.screen()
        await keys.press("end", "w")
        await keys.type("If I made a third version, I would change the end.")
        await keys.press("enter")
    [kept] = Comparisons(library).all()
    assert [(each.dimension, each.a, each.b) for each in kept.answers] == [
        ("tempo", "walking", "running"),
        ("pitch", "low like a bear", ""),
    ]
    assert kept.said == ("If I made a third version, I would change the end.",)


async def test_both_are_heard_and_equally_loud_with_one_key(app, two, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_two(pilot)
        await keys.press("a", "b", "e")
        assert "B  Rain [/b]  ■ playing" in keys.screen()
        assert len(sound_io.the_player.played) == 3
        await keys.press("space")
        assert "playing" not in keys.screen()


async def test_without_speakers_it_says_which_keys_to_press(app, two, sound_io):
    sound_io.missing = NoSpeakers("No speakers were found.", "Plug some in.")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_two(pilot)
        await keys.press("a")
        assert "then press A or B." in " ".join(keys.screen().split())


async def test_a_sound_is_not_offered_beside_itself(app, library, two):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "t", "end")
        assert [sound.title for sound in app.screen.sounds] == ["Laser", "Rain [/b]"]
        await keys.press("enter")
        assert [sound.title for sound in app.screen.sounds] == ["Laser"]
        await keys.press("escape", "escape")
        library.save_sound(replace(two[1], binned=True), "binned")
        await keys.press("t", "enter")
        assert "No sound but “Rain [/b]”" in keys.screen()


async def test_every_column_has_room_for_its_longest_word(app, two):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_two(pilot)
        await keys.press("down", "down", "4", "4")
        assert keys.screen().count("it grows or shrinks") == 2, "for A and for B"
        assert "…" not in keys.screen()


async def test_all_of_it_can_be_taken_back_and_opened_later(app, library, two):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_two(pilot)
        await keys.press("2", "3", "z")
        [kept] = Comparisons(library).all()
        assert kept.answers[0].b == ""
        await keys.press("z", "z", "2", "escape", "t", "escape")
        assert isinstance(app.screen, TwoSoundsScreen)
        assert "Choose two sounds with C" in keys.screen()
        await keys.press("t", "enter")
        assert "walking" in keys.screen()


async def test_it_becomes_something_that_took_place(app, library, two):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_two(pilot)
        assert "O it took place" not in keys.screen()
        await keys.press("2", "o")
        await keys.type("y4, Y5")
        await keys.press("enter")
        assert "Written down as OC-0001" in keys.screen()
        await keys.press("o")
        assert "already" in keys.screen()
    [occasion] = Occasions(library).all("listening")
    assert occasion.year_groups == ("Y4", "Y5")


async def test_pupils_have_no_files_and_adults_hear_one_that_is_not_kept(app, library, two, tmp_path):
    library.adults.set_pin(PIN)
    library.adults.lock()
    song = a_wav(tmp_path / "A song.wav", a_sine(0.5))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "t", "f", "escape")
        assert isinstance(app.screen, ChoosePieceScreen)
        await keys.press("f")
        await keys.type(PIN)
        await keys.press("enter")
        await keys.type(str(tmp_path / "nothing.wav"))
        await keys.press("enter")
        assert isinstance(app.screen, ChoosePieceScreen), "what is no file is said, and another may be typed"
        await keys.press("f")
        await keys.type(str(song))
        await keys.press("enter")
        assert "a file, not kept" in keys.screen()
        await keys.press("space", "space", "enter", "enter", "a", "2")
        assert "A  A song" in keys.screen()
        assert len(list(library.folder.glob(".import-*"))) >= 1
        await keys.home()
    assert list(library.folder.glob(".import-*")) == []
    assert len(library.sounds()) == 2
    assert Comparisons(library).all()[0].a.sound == ""


async def test_the_filled_sheet_is_printed_by_adults(app, library, two):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_two(pilot)
        await keys.press("2", "p", "f", "f", "f", "p")
    [file] = library.exports.glob("two-sounds*.txt")
    assert "walking" in file.read_text(encoding="utf-8")


async def test_without_sounds_it_says_what_to_do(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("7", "w", "t")
        assert "No sounds yet" in keys.screen()
        await keys.press("enter", "space", "escape")
        assert "Choose two sounds with C" in keys.screen()
        await keys.press("1", "a", "b", "w", "o", "escape")
