"""Pulse and rhythm by keys."""

import pytest

from lessons.rhythm.kept import Rhythms
from studio.ui.screens.home import HomeScreen
from studio.ui.screens.lessons.pulse import PulseScreen
from tests.ui.fakes import Keyboard, a_sound

PIN = "482913"


async def at_the_grid(pilot) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    await keys.press("2", "r")
    assert isinstance(keys.app.screen, PulseScreen)
    return keys


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_rhythm_is_made_and_kept_with_its_sound(app, library, size):
    async with app.run_test(size=size) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("4", "right", "enter")
        assert "Clap, beat 1, box 2: strong" in keys.screen()
        await keys.press("enter")
        assert "box 2: soft" in keys.screen()
        await keys.press("+", "k")
        await keys.type("Our march [1]")
        await keys.press("enter")
        assert "Kept: “Our march [1]”" in keys.screen()
    [rhythm], [sound] = Rhythms(library).all(), library.sounds()
    assert rhythm.tempo == 112
    assert rhythm.rows[3].hits == ".x.............."
    assert (sound.title, sound.origin) == ("Our march [1]", "made")


async def test_the_same_rhythm_is_seen_three_ways(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("3")
        assert "■  ·  ■  ·" in keys.screen()
        await keys.press("v")
        assert "▒▒▒▒▒ ▒▒▒▒▒" in keys.screen()
        await keys.press("v")
        assert "┌───────┐" in keys.screen()
        assert "ti-ti" in keys.screen()
        assert "2 Wood" not in keys.screen()
        await pilot.resize_terminal(120, 44)
        await keys.settle()
        assert "2 Wood" in keys.screen(), "where there is room all rows are written"


async def test_it_plays_follows_changes_and_stops(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("space")
        assert len(sound_io.the_player.played) == 1
        app.screen.playhead_moved(round(2.5 * 48000 * 15 / 108))
        assert app.screen.playing == 2
        await keys.handled()
        assert "▼" in keys.screen()
        before = app.screen._loop.bar
        await keys.press("enter")
        assert app.screen._loop.bar is not before, "a change is heard in the loop that plays"
        assert len(sound_io.the_player.played) == 1
        await keys.press("+")
        assert len(sound_io.the_player.played) == 2, "another tempo begins again"
        await keys.press("space")
        assert not app.screen.is_hearing
        assert "▼" not in keys.screen(), "nothing moves unless something sounds"


async def test_every_change_can_be_taken_back(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        first = app.screen.pattern
        await keys.press("enter", "c", "l", "-", "b", "z", "z", "z", "z")
        assert app.screen.pattern != first
        await keys.press("z")
        assert app.screen.pattern == first
        assert "Z undo" not in keys.screen()


async def test_what_was_changed_is_kept_on_leaving_and_opened_again(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("escape")
        assert Rhythms(library).all() == ()
        await keys.press("r", "enter", "escape")
        [kept] = Rhythms(library).all()
        assert kept.title == "Our boots on a bridge"
        await keys.press("r", "t", "enter", "-", "escape")
        [again] = Rhythms(library).all()
        assert (again.id, again.tempo) == (kept.id, kept.tempo - 4)
        await keys.press("r", "t", "x")
        assert Rhythms(library).all() == ()
        await keys.press("z")
        assert len(Rhythms(library).all()) == 1
        await keys.press("down", "down", "enter")
        assert "Walking the dog" in keys.screen()
        await keys.home()
        assert isinstance(app.screen, HomeScreen)


async def test_undo_after_keeping_leaves_the_name(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("enter", "k")
        await keys.type("Rain [/b]")
        await keys.press("enter")
        await keys.press("z")
        assert "Rain [/b] · 108" in keys.screen()
        await keys.press("right", "enter", "escape")
    [kept] = Rhythms(library).all()
    assert kept.title == "Rain [/b]"


async def test_undo_after_a_look_at_the_list_leaves_the_name(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("enter", "l", "t", "escape", "z", "escape")
    [kept] = Rhythms(library).all()
    assert (kept.title, kept.beats) == ("Our boots on a bridge", 4)


async def test_a_sound_of_the_class_is_played_in_a_row(app, library):
    sound = a_sound(library, "Tin [/b]")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("s", "end", "enter")
        assert app.screen.pattern.rows[0].sound == sound.id
        assert "1 Tin [/b]" in keys.screen()
        await keys.press("space", "space", "k", "enter", "t")
        assert "Tin [/b]: ta" in keys.screen(), "the list says its name, too"
    assert library.sounds()[-1].made_of == (sound.id,)


async def test_questions_are_asked_one_after_the_other(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("q")
        assert "Where is the pulse?" in keys.screen()
        await keys.press("q")
        assert "one step is left empty" in keys.screen()


async def test_silence_is_not_kept_and_says_so(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("c", "k")
        assert "Nothing is played" in keys.screen()
        await keys.press("escape")
    assert Rhythms(library).all() == ()


async def test_only_adults_print(app, library):
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_grid(pilot)
        await keys.press("p", "escape")
        assert isinstance(app.screen, PulseScreen)
        await keys.press("p")
        await keys.type(PIN)
        await keys.press("enter", "p")
        assert [path.name for path in library.exports.iterdir()] == ["rhythm.pdf"]


async def test_the_club_leads_there_too(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("3", "b")
        assert isinstance(app.screen, PulseScreen)
