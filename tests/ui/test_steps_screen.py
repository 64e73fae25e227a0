"""The steps of a sound, favourites, and the same for many sounds."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from lessons.club.club import Clubs
from lessons.club.sessions import Sessions
from studio.audio.recipe import Step
from studio.editing.favourites import Favourites
from studio.takes import bin_sound, do
from studio.ui.screens.sounds.apply import ApplyScreen
from studio.ui.screens.sounds.favourites import FavouritesScreen
from studio.ui.screens.sounds.steps import StepsScreen
from studio.ui.widgets.ask_line import AskLine
from tests.ui.fakes import Keyboard, a_sound


@pytest.fixture
def sound(library):
    """Three seconds with three steps."""
    return do(library, a_sound(library, "Take"), *map(Step.parse, ["trim 0.5 2.5", "gain 3", "fade-out 1"]))


@asynccontextmanager
async def open_on(app, screen, size=(80, 24)):
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.push_screen(screen)
        await keys.settle()
        yield keys


def texts(library, sound):
    return library.sound(sound.id).recipe.texts()


async def test_a_step_is_taken_out_moved_and_brought_back_and_it_plays(app, library, sound, sound_io):
    played = sound_io.the_player.played
    async with open_on(app, StepsScreen(sound)) as keys:
        assert "2  Louder by 3.0 dB" in keys.screen()
        await keys.press("d")
        assert texts(library, sound) == ["gain 3", "fade-out 1"]
        assert "is out. Z brings it back." in keys.screen()
        assert played[-1] == (3.0, 0)
        await keys.press("]")
        assert texts(library, sound) == ["fade-out 1", "gain 3"]
        assert app.screen.listing.marked == 1
        await keys.press("]")
        assert "It is the last already." in keys.screen()
        await keys.press("shift+up")
        assert texts(library, sound) == ["gain 3", "fade-out 1"]
        await keys.press("z", "z", "z")
        assert texts(library, sound) == ["trim 0.5 2.5", "gain 3", "fade-out 1"]
        assert played[-1] == (2.0, 0)
        await keys.press("y")
        assert texts(library, sound) == ["gain 3", "fade-out 1"]


async def test_a_step_gets_other_numbers(app, library, sound):
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("end", "n")
        assert "Fade-out: seconds, straight/gentle/quick?" in keys.screen()
        await keys.type("1,5 gentle")
        await keys.press("enter")
        assert texts(library, sound)[2] == "fade-out 1.5 gentle"
        assert "Fade out gently over 1.5 s. Z takes it back." in keys.screen()
        await keys.press("n")
        await keys.type("much")
        await keys.press("enter")
        assert "cannot use “much”" in keys.screen()
        assert texts(library, sound)[2] == "fade-out 1.5 gentle"


async def test_numbers_that_would_leave_nothing_change_nothing(app, library, sound):
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("n")
        await keys.type("60 70")
        await keys.press("enter")
        assert "Then the other steps do not fit." in keys.screen()
        assert texts(library, sound)[0] == "trim 0.5 2.5"
        await keys.press("d")
        assert texts(library, sound) == ["gain 3", "fade-out 1"]


async def test_a_step_without_numbers_says_so(app, library):
    sound = do(library, a_sound(library, "Take"), Step.parse("reverse"))
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("n")
        assert "“reverse” has no numbers." in keys.screen()
        assert not app.screen.query_one(AskLine).is_asking


async def test_it_is_heard_as_it_was_after_a_step(app, library, sound, sound_io):
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("d", "z", "space", "space", "down", "enter")
        assert sound_io.the_player.played[-1] == (2.0, 0)
        assert "As it was after step 2." in keys.screen()
        assert len(texts(library, sound)) == 3


async def test_without_steps_only_favourites_are_offered(app, library):
    sound = a_sound(library, "Take")
    async with open_on(app, StepsScreen(sound)) as keys:
        assert "Nothing is done to it." in keys.screen()
        for key in ("d", "[", "]", "n", "enter", "f", "a", "z", "y"):
            await keys.press(key)
        assert texts(library, sound) == []
        assert isinstance(app.screen, StepsScreen)


async def test_a_sound_in_the_bin_is_only_looked_at(app, library, sound):
    sound = bin_sound(library, sound)
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("d", "[", "n", "z", "f", "a", "u")
        assert isinstance(app.screen, StepsScreen)
        assert len(texts(library, sound)) == 3


async def test_steps_become_a_favourite_that_another_sound_tries_and_takes(app, library, sound, sound_io):
    other = a_sound(library, "Other [/b]", seconds=4)
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("f")
        await keys.type("Cave [bold]")
        await keys.press("enter")
        assert "“Cave [bold]” is a favourite now." in keys.screen()
        await keys.press("escape")
        app.push_screen(StepsScreen(other))
        await keys.settle()
        await keys.press("u", "space")
        assert sound_io.the_player.played[-1] == (2.0, 0)
        assert texts(library, other) == []
        await keys.press("enter")
        assert texts(library, other) == ["trim 0.5 2.5", "gain 3", "fade-out 1"]
        await keys.press("z")
        assert texts(library, other) == []
        await keys.press("enter", "escape")
        assert "3  Fade out over 1.0 s" in keys.screen()


async def test_a_favourite_is_forgotten_and_brought_back(app, library, sound):
    Favourites(library).keep("Cave", sound.recipe.steps)
    async with open_on(app, FavouritesScreen(sound)) as keys:
        await keys.press("d")
        assert Favourites(library).all() == ()
        assert "is off the list" in keys.screen()
        await keys.press("z")
        assert [each.title for each in Favourites(library).all()] == ["Cave"]
        await keys.press("a")
        assert isinstance(app.screen, ApplyScreen)


async def test_the_same_is_done_to_those_that_were_chosen_and_taken_back_in_all(app, library, sound):
    one, two, short = (a_sound(library, title, seconds=s) for title, s in (("A", 3), ("B", 3), ("C", 0.3)))
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("a", "space", "down", "space", "down", "space")
        assert "3 sounds chosen." in keys.screen()
        await keys.press("enter")
        assert "Done to 2 sounds. Not to “C”" in keys.screen()
        assert texts(library, one) == texts(library, two) == texts(library, sound)
        assert texts(library, short) == []
        await keys.press("z")
        assert "Taken back in 2 sounds." in keys.screen()
        await keys.press("enter")
        assert "No sound is chosen. Press Space on a sound, then Enter." in keys.screen()
        assert texts(library, one) == texts(library, two) == []
        assert len(texts(library, sound)) == 3


async def test_one_key_chooses_all_sounds_or_none(app, library, sound):
    others = [a_sound(library, f"Take {number}", seconds=3) for number in range(3)]
    async with open_on(app, StepsScreen(sound)) as keys:
        await keys.press("a", "down", "space", "a")
        assert "3 sounds chosen." in keys.screen()
        await keys.press("a")
        assert "sounds chosen." not in keys.screen()
        await keys.press("a", "enter")
        assert "Done to 3 sounds." in keys.screen()
    assert all(texts(library, each) == texts(library, sound) for each in others)


async def test_one_key_chooses_every_sound_of_todays_club(app, library, sound):
    others = [a_sound(library, f"Club {number}", seconds=3) for number in range(3)]
    Clubs(library).set(name="Sound Lab")
    (session,) = Sessions(library).plan_term(dates=[library.now().date()])
    for each in others[:2]:
        library.save_sound(replace(each, session=session.id), "edited")
    async with open_on(app, ApplyScreen("Do it", sound.recipe.steps, leave_out=[sound.id])) as keys:
        await keys.press("c")
        assert "2 sounds chosen." in keys.screen()
        await keys.press("c")
        assert "Space chooses the sounds" in keys.screen()
        await keys.press("c", "enter")
        assert [bool(texts(library, each)) for each in others] == [True, True, False]


async def test_sounds_that_were_chosen_before_are_chosen(app, library, sound):
    others = [a_sound(library, title) for title in ("A", "B", "C")]
    Favourites(library).keep("Cave", (Step.parse("reverse"),))
    async with open_on(app, FavouritesScreen(others[0], ticked=[each.id for each in others[:2]])) as keys:
        await keys.press("a")
        assert "2 sounds chosen." in keys.screen()
        await keys.press("enter")
        assert [texts(library, each) for each in others] == [["reverse"], ["reverse"], []]


async def test_what_is_stopped_by_esc_changed_nothing(app, library, sound, monkeypatch):
    others = [a_sound(library, f"Take {number}") for number in range(3)]
    screen = ApplyScreen("Do it", sound.recipe.steps, leave_out=[sound.id])
    from studio.editing import applying

    real = applying.settled_sound

    def pressed_meanwhile(*given):
        app.call_from_thread(screen.action_back)
        return real(*given)

    monkeypatch.setattr(applying, "settled_sound", pressed_meanwhile)
    async with open_on(app, screen) as keys:
        await keys.press("space", "down", "space", "enter")
        assert "It was stopped" in keys.screen()
        assert app.screen is screen
        assert not any(texts(library, each) for each in others)


async def test_a_change_from_another_program_is_told_and_shown(app, library, sound):
    async with open_on(app, StepsScreen(sound)) as keys:
        do(library, library.sound(sound.id), Step.parse("reverse"))
        await keys.press("d")
        assert "was changed by another program meanwhile" in keys.screen()
        assert "4  Play it backwards" in keys.screen()
        await keys.press("d")
        assert len(texts(library, sound)) == 3
