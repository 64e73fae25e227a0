"""Sound to picture, by keys."""

from fractions import Fraction

import pytest

from studio.film.films import Films
from studio.ui.screens.films.film import FilmScreen
from studio.ui.screens.films.films import FilmsScreen
from tests.films import a_film, pictures_in
from tests.ui.fakes import Keyboard, a_sound

PIN = "482913"
NTSC = Fraction(30000, 1001)


@pytest.fixture
def boing(library):
    return a_sound(library, "Boing [/b]", seconds=0.5)


async def at_a_film(pilot, film) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    await keys.press("2", "o", "n")
    await keys.type(str(film))
    await keys.press("enter")
    assert "Enter opens its cue sheet" in keys.screen()
    await keys.press("enter")
    assert isinstance(keys.app.screen, FilmScreen)
    return keys


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_sounds_are_set_moved_and_taken_back(app, library, boing, tmp_path, size):
    film = a_film(tmp_path / "Cat.mp4", rate=NTSC, pictures=90)
    async with app.run_test(size=size) as pilot:
        keys = await at_a_film(pilot, film)
        assert "No cue yet" in keys.screen()
        await keys.press("a")
        await keys.type("p30")
        await keys.press("enter", "enter")
        assert "picture 30" in keys.screen()
        assert "Boing [/b]" in keys.screen()
        await keys.press("right", "right", "left", "]", "+")
        assert "picture 61" in keys.screen()
        assert "+3 dB" in keys.screen()
        await keys.press("w")
        await keys.type("The cat falls")
        await keys.press("enter", "d")
        assert Films(library).all()[0].cues == ()
        await keys.press("z")
        [cue] = Films(library).all()[0].cues
        assert (cue.sound, cue.gain_db, cue.words) == (boing.id, 3.0, "The cat falls")
        assert cue.seconds == pytest.approx(61 * 1001 / 30000)
        await keys.press("z", "z", "z", "z", "z", "z", "z")
        assert Films(library).all()[0].cues == ()
        assert "Z undo" not in keys.screen()


async def test_a_time_outside_the_film_or_none_at_all_is_said(app, library, boing, tmp_path):
    film = a_film(tmp_path / "Cat.mp4")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_a_film(pilot, film)
        for typed, said in (("soon", "is no time"), ("9:00", "not in the film")):
            await keys.press("a")
            await keys.type(typed)
            await keys.press("enter")
            assert said in keys.screen()
            assert isinstance(app.screen, FilmScreen), "before a sound is asked for"
        assert Films(library).all()[0].cues == ()


async def test_the_mix_is_heard_from_the_start_and_from_a_cue(app, library, boing, sound_io, tmp_path):
    film = a_film(tmp_path / "Cat.mp4", pictures=100)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_a_film(pilot, film)
        await keys.press("a")
        await keys.type("3")
        await keys.press("enter", "enter", "space", "space", "enter")
        assert sound_io.the_player.played == [(4.0, 0), (4.0, 96000)]
        assert "▼" in keys.screen()
        await keys.press("escape")
        assert isinstance(app.screen, FilmsScreen)
        assert not app.screen.studio.speaker.is_busy


async def test_adults_make_the_film_the_sound_and_the_sheet(app, library, boing, tmp_path):
    film = a_film(tmp_path / "Cat.mp4")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_a_film(pilot, film)
        await keys.press("a")
        await keys.type("1")
        await keys.press("enter", "enter", "x")
        assert "in class only" in " ".join(keys.screen().split())
        await keys.press("s", "p")
    made = sorted(path.name for path in library.exports.iterdir())
    assert made == ["film-fm-0001.mp4", "film-fm-0001.pdf", "film-fm-0001.wav"]
    assert pictures_in(library.exports / "film-fm-0001.mp4") == pictures_in(film)


async def test_a_film_that_moved_is_said_and_found_again(app, library, tmp_path):
    film = a_film(tmp_path / "Cat.mp4")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_a_film(pilot, film)
        moved = film.rename(tmp_path / "Moved.mp4")
        await keys.press("x")
        assert "not where it was" in keys.screen()
        await keys.press("f")
        await keys.type(str(moved))
        await keys.press("enter", "x")
    assert [path.suffix for path in library.exports.iterdir()] == [".mp4"]


async def test_its_own_sound_is_offered_only_where_there_is_one(app, library, tmp_path):
    import numpy as np

    silent = a_film(tmp_path / "Cat.mp4")
    loud = a_film(tmp_path / "Dog.mp4", sound=np.zeros((96000, 1), dtype=np.float32))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_a_film(pilot, silent)
        assert "U its own sound" not in keys.screen()
        await keys.home()
        await at_a_film(pilot, loud)
        await keys.press("u")
        assert Films(library).all()[0].keeps_sound
        await keys.press("u")
        assert not Films(library).all()[0].keeps_sound


async def test_pupils_set_cues_and_cannot_choose_or_export(app, library, boing, tmp_path):
    Films(library).add(a_film(tmp_path / "Cat.mp4"))
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "o", "n", "escape", "enter", "a")
        await keys.type("1")
        await keys.press("enter", "enter", "x", "escape", "s", "escape", "p", "escape", "f", "escape")
        assert isinstance(app.screen, FilmScreen)
    assert len(Films(library).all()[0].cues) == 1
    assert not library.exports.exists() or list(library.exports.iterdir()) == []


async def test_what_is_no_film_is_said_and_another_may_be_typed(app, library, tmp_path):
    text = tmp_path / "film.mp4"
    text.write_text("not a film", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "o")
        assert "No film yet" in keys.screen()
        await keys.press("n")
        await keys.type(str(text))
        await keys.press("enter")
        assert "film.mp4" in keys.screen()
        await keys.press("enter", "n", "escape")
    assert Films(library).all() == ()
