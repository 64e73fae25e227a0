import pytest

from evidence.review import put_back, set_key
from tests.ui.fakes import Keyboard, an_entry


@pytest.fixture
def entries(library):
    """Four entries for the level that the grid stands on first."""
    return [an_entry(library, f"Entry {number}", "O1:bronze") for number in range(1, 5)]


async def test_k_chooses_key_pieces_and_z_takes_the_last_choice_back(app, library, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter")
        assert "O1 bronze: 4 entries" in keys.screen()
        await keys.press("k", "down", "k")
        assert "A key piece for O1. Z takes it back." in keys.screen()
        assert "O1 has 2 key pieces" in keys.screen()
        assert keys.screen().count(" * 2026-11-24") == 2
        await keys.press("z", "k", "k")
        assert "No longer a key piece for O1." in keys.screen()
    assert [entry.title for entry in library.entries() if entry.key_for] == ["Entry 4"]


async def test_a_fourth_is_refused_and_the_three_are_named(app, library, entries):
    for entry in entries[:3]:
        set_key(library, entry.id, "O1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter", "k")
        assert "! O1 has 3 key pieces already" in keys.screen()
        assert "undo" not in keys.screen()


async def test_the_star_is_for_this_criterion_only(app, library):
    entry = an_entry(library, "Two things", "O1:bronze", "MT1:gold")
    set_key(library, entry.id, "MT1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter")
        assert "* 2026-11-24" not in keys.screen()


async def test_what_waits_cannot_be_a_key_piece(app, library, entries):
    put_back(library, entries[-1].id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter")
        assert "K key piece" not in keys.screen()
        await keys.press("down")
        assert "K key piece" in keys.screen()


async def test_the_entries_of_a_level_can_be_looked_through(app, entries):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter", "/", *"entry 3", "enter")
        assert "O1 bronze: 1 entry" in keys.screen()
        await keys.press("x")
        assert "O1 bronze: 4 entries" in keys.screen()
