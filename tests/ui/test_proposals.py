from datetime import date

import pytest

from rubric.framework import Claim
from studio.make_evidence import make_evidence
from tests.ui.fakes import Keyboard, a_sound


@pytest.fixture
def sounds(library):
    """Three kept sounds of Year 4: what the rules look at."""
    return [a_sound(library, title, year="Y4") for title in ("Rain", "Robot", "Cow")]


def statuses(library):
    return sorted(entry.status for entry in library.entries())


async def test_opening_proposes_what_the_rules_see_and_says_why(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a")
        assert "Evidence to accept: 3" in keys.screen()
        assert "Because" in keys.screen()
        assert "MT1 silver" in keys.screen()
    assert statuses(library) == ["proposed"] * 3


async def test_one_key_each_accepts_and_the_next_one_stands_there(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a", "a")
        assert "Evidence to accept: 2" in keys.screen()
        assert "Accepted: Cow. Z takes it back." in keys.screen()
        await keys.press("a", "x")
        assert "All done: 2 accepted, 1 in the bin. Press Esc to go back." in keys.screen()
    assert statuses(library) == ["accepted", "accepted", "binned"]


async def test_z_takes_back_one_after_the_other(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a", "a", "x", "z")
        assert "It waits again: Robot." in keys.screen()
        assert "Evidence to accept: 2" in keys.screen()
        await keys.press("z")
        assert "It waits again: Cow." in keys.screen()
        assert "undo" not in keys.screen()
    assert statuses(library) == ["proposed"] * 3


async def test_its_sound_plays_and_falls_silent_on_the_next(app, sounds, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a", "space")
        assert sound_io.the_player.played == [(3.0, 0)]
        assert "█" in keys.screen()  # its picture
        await keys.press("down")
        assert not sound_io.the_player.is_playing


async def test_what_was_binned_is_not_proposed_again(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a", "x", "escape", "a")
        assert "Evidence to accept: 2" in keys.screen()


async def test_a_proposal_is_put_right_before_it_is_accepted(app, library, sounds):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a", "e", "shift+tab", "shift+tab", "shift+tab")
        await keys.type("A cow in the hall")
        await keys.press("enter")
        assert "Press A to accept it." in keys.screen()
        assert "A cow in the hall" in keys.screen()
        await keys.press("a")
    [entry] = [entry for entry in library.entries() if entry.status == "accepted"]
    assert entry.title == "A cow in the hall"
    assert entry.amendments[0].earlier["title"] == "Cow"


async def test_with_nothing_to_propose_it_says_where_they_come_from(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a")
        assert "Nothing waits. Keep sounds with a year group, and they are proposed here." in keys.screen()


async def test_what_pupils_wrote_waits_here_too(app, library):
    library.adults.set_pin("246810")
    library.adults.lock()
    make_evidence(
        library,
        title="Our radio play",
        criteria=[Claim("MT1", "gold")],
        year_groups=["Y6"],
        date_happened=date(2026, 11, 20),
        framework=app.framework,
    )
    library.adults.unlock("246810")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a")
        assert "Our radio play" in keys.screen()
        await keys.press("enter")
        assert "waits for an adult" in keys.screen()
        await keys.press("a", "escape")
        assert "Evidence to accept: 0" in keys.screen()
    assert statuses(library) == ["accepted"]


async def test_pupils_words_show_as_they_were_typed(app, library):
    title = "take [1] [bold]x [/ <b>"
    a_sound(library, title, year="Y4")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "a")
        assert keys.screen().count(title) >= 3  # in the list, above the facts, and with its sound
        await keys.press("a")
        assert f"Accepted: {title}." in keys.screen()
