"""Giving sounds away, and whom to thank."""

import pytest

from evidence.safety.people import People
from evidence.safety.releases import Releases
from studio.giving import audacity
from studio.whose import say_whose
from tests.ui.fakes import Keyboard, a_sound

HOSTILE = "[/bold] Ó'Néill <script>"


@pytest.fixture
def sounds(library):
    return [a_sound(library, title, seconds=0.3) for title in ("One", HOSTILE)]


async def test_ticked_sounds_become_slides_that_play(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "m", "m")
        assert "2 ticked" in keys.screen()
        await keys.press("p")
        assert "Give away: 2 sounds" in keys.screen()
        await keys.press("enter")
        assert "Made: " in keys.screen()
    made = library.exports / "sounds-2026-11-24.pptx"
    assert made.is_file()


async def test_the_marked_sound_becomes_a_file_in_a_folder(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "p")
        assert HOSTILE in keys.screen()
        await keys.press("down", "down", "l", "enter")
    files = sorted(path.name for path in (library.exports / "sounds-2026-11-24").iterdir())
    assert files == ["01 bold] Ó'Néill _script_.wav"]


async def test_a_no_keeps_a_sound_in_and_the_others_may_go(app, library, sounds):
    code = People(library).add("Y4")[0].code
    say_whose(library, sounds[0], by=code)
    Releases(library).set(code, "website", "no")
    other = People(library).add("Y4")[0].code
    say_whose(library, sounds[1], by=other)
    Releases(library).set(other, "website", "yes")
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "m", "m", "p", "c", "c", "c", "c")
        assert f"“One” must stay: There is a “no” for the school's website: {code}." in keys.screen()
        await keys.press("down", "enter")
        assert "leave them out" in keys.screen()
        assert not (library.exports / "sounds-2026-11-24").exists()
        await keys.press("o", "enter")
        assert "Made: " in keys.screen()
    assert len(list((library.exports / "sounds-2026-11-24").iterdir())) == 1


async def test_pupils_are_asked_for_the_pin(app, library, sounds):
    library.adults.set_pin("246813")
    library.adults.lock()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "p")
        assert "PIN" in keys.screen()
        assert "Give away" not in keys.screen()


async def test_without_audacity_it_is_said(app, sounds, monkeypatch):
    monkeypatch.setattr(audacity, "find_audacity", lambda: None)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "p", "end", "enter")
        assert "Audacity is not on this computer." in keys.screen()


async def test_a_found_sound_gets_its_card(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "f")
        await keys.type("Rain")
        await keys.press("tab")
        await keys.type(HOSTILE)
        await keys.press("tab", "2", "enter")
        assert f"Kept with it: “Rain” by {HOSTILE} (CC BY)." in keys.screen()
        await keys.press("f")
        assert HOSTILE in keys.screen()
    assert library.sound(sounds[1].id).card.licence == "BY"
