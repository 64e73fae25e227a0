from dataclasses import replace

import pytest
from textual.content import Content

from evidence.entry import Draft
from evidence.review import bin_entry
from rubric.framework import Claim
from tests.ui.fakes import NOW, Keyboard, a_sound, an_entry


@pytest.fixture
def entries(library):
    """A few entries that differ in everything one can ask for."""
    an_entry(library, "Rain on the roof", "MT1:gold")
    an_entry(library, "Robot voices", "MT2:silver", sounds=(a_sound(library, "Robot"),))
    shared = Draft(title="A café of sounds", criteria=(Claim("C6", "silver"),), date_happened=NOW.date())
    library.add_entry(replace(shared, year_groups=("Y2",), status="proposed"))
    bin_entry(library, an_entry(library, "By mistake", "MT1:gold").id)


async def test_the_list_follows_every_letter_that_is_typed(app, library, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l")
        assert "Evidence: 3 entries" in keys.screen()
        assert "A accept (1)" in keys.screen()
        await keys.press("/", *"ro")
        assert "Evidence: 2 of 3 entries" in keys.screen()
        await keys.press("b")
        assert "Look for   rob" in keys.screen()
        assert "Robot voices" in keys.screen()
        assert "Rain" not in keys.screen()
        await keys.press("enter", "enter")
        assert keys.screen().startswith(" EV-2026-0002  Robot voices")
        await keys.press("escape")
        assert "Look for" in keys.screen()  # it is still asked for
        await keys.press("x")
        assert "Evidence: 3 entries" in keys.screen()
        assert "Look for  rob" not in keys.screen()


async def test_esc_in_the_search_shows_everything_again(app, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "/", *"cafe")
        assert "1 of 3 entries" in keys.screen()
        await keys.press("escape")
        assert "Evidence: 3 entries" in keys.screen()
        await keys.press("down", "enter")
        assert keys.screen().startswith(" EV-2026-0002")


async def test_one_key_for_each_thing_to_ask_for(app, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "c")
        await keys.type("mt1")
        await keys.press("enter")
        assert "Only: MT1" in keys.screen()
        assert "Evidence: 1 of 3 entries" in keys.screen()
        await keys.press("l")
        assert "Only: MT1 bronze" in keys.screen()
        assert "Nothing like that. Press X to see all of them." in keys.screen()
        await keys.press("x", "y", "y", "y")
        assert "Only: Y2" in keys.screen()
        assert "A café of sounds" in keys.screen()
        await keys.press("x", "s")
        assert "Only: waits for an adult" in keys.screen()
        await keys.press("s", "s")
        assert "Only: in the bin" in keys.screen()
        assert "By mistake" in keys.screen()
        await keys.press("x", "t")
        assert "Only: Edited sound" in keys.screen() or "Only: Note" in keys.screen()


async def test_a_criterion_that_is_none_is_said(app, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "c")
        await keys.type("MT99")
        await keys.press("enter")
        assert "! " in keys.screen()
        assert "Evidence: 3 entries" in keys.screen()


async def test_ten_thousand_lines_are_walked_without_drawing_them_all(app, library, entries, monkeypatch):
    drawn = []
    shown = library.entries()
    many = [
        replace(shown[0], id=f"EV-2026-{number:04d}", title=f"Storm {number}") for number in range(1, 10_001)
    ]
    monkeypatch.setattr(library, "entries", lambda: tuple(many))
    monkeypatch.setattr(
        "studio.ui.screens.award.narrowing.marked_line",
        lambda entry, width, **_: drawn.append(entry.id) or Content(entry.title),
    )
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "end", "home", "pagedown")
        assert "Evidence: 10,000 entries" in keys.screen()
        assert len(set(drawn)) < 100
        await keys.press("/", *"9999")
        assert "Evidence: 1 of 10,000 entries" in keys.screen()


async def test_an_empty_list_says_what_to_do(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l")
        assert "Nothing yet. Press E to write it down." in keys.screen()
