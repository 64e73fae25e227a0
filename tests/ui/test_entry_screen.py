from dataclasses import replace
from datetime import date

import pytest

from evidence.entry import Entry, Feedback, SoundUse
from evidence.review import amend, set_key
from rubric.framework import Claim
from studio.audio.recipe import Step
from studio.takes import do
from studio.ui.entry_facts import sound_lines
from studio.ui.screens.award.entry import EntryScreen
from tests.ui.fakes import Keyboard, a_sound, an_entry


@pytest.fixture
def storm(app, library) -> Entry:
    """An entry with everything one can say: two versions, pupils' words, the way from before to now."""
    one, two = a_sound(library, "Storm [one]", year="Y5"), a_sound(library, "Storm two", year="Y5")
    two = do(library, two, Step.parse("fade-out 0.5"))
    entry = an_entry(library, "The storm", "MT1:gold", "C6:silver", sounds=(one, two))
    return amend(
        library,
        entry.id,
        framework=app.framework,
        before="Drums only.",
        impact="They listen for the quiet parts.",
        feedback=Feedback(works="Scary thunder.", next="Let the rain fade out.", by="Y5-otter"),
        people=("Y5-heron",),
        names_spoken=True,
        sensitivity="school",
        tags=("CU2",),
    )


async def test_it_shows_everything_that_was_said(app, storm):
    async with app.run_test(size=(80, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter")
        shown = keys.screen()
        for words in (
            "today",
            "the same day",
            "heard or seen: Y5-heron",
            "somebody says a name",
            "MT1 gold, C6 silver",
            "Drums only.",
            "They listen for the quiet parts.",
            "CU2 A curriculum that builds up",
            "the school and its hub only",
            "Let the rain fade out.  (Y5-otter)",
            "changed: ",
        ):
            assert words in shown, words


async def test_two_versions_stand_side_by_side(app, storm):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter")
        [head] = [line for line in keys.screen().splitlines() if "Version 1" in line]
        assert "→" in head
        assert "Version 2" in head
        [titles] = [line for line in keys.screen().splitlines() if "Storm [one]" in line]
        assert "Storm two" in titles


def test_more_sounds_than_two_follow_below(library, storm):
    third = SoundUse.of(a_sound(library, "Rain"))
    lines = [line.plain for line in sound_lines(replace(storm, sounds=(*storm.sounds, third)), 70)]
    assert lines[-1].startswith("Sound          Rain")


async def test_k_makes_it_a_key_piece_of_the_criterion_one_names_and_z_takes_it_back(app, library, storm):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "k")
        assert "For which criterion: MT1, C6?" in keys.screen()
        await keys.type("c6")
        await keys.press("enter")
        assert "A key piece for C6. Z takes it back." in keys.screen()
        assert library.entry(storm.id).key_for == ("C6",)
        await keys.press("z")
        assert library.entry(storm.id).key_for == ()


async def test_a_fourth_key_piece_is_refused_with_the_names_of_the_three(app, library):
    entries = [an_entry(library, f"Entry {number}", "MT1:gold") for number in range(4)]
    for entry in entries[:3]:
        set_key(library, entry.id, "MT1")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "k")
        assert "! MT1 has 3 key pieces already: EV-2026-0001, EV-2026-0002, EV-2026-0003." in keys.screen()
        assert "undo" not in keys.screen()


async def test_x_bins_it_and_z_makes_it_what_it_was(app, library, storm):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "x")
        assert "In the bin. Z takes it back." in keys.screen()
        await keys.press("z")
        assert library.entry(storm.id).status == "accepted"
        await keys.press("x", "escape")
        assert "Nothing yet." in keys.screen()
        await keys.press("s", "s", "s", "enter", "a")
    assert library.entry(storm.id).status == "accepted"


async def test_both_versions_play_one_after_the_other(app, storm, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "space", "space", "space")
        assert len(sound_io.the_player.played) == 2


async def test_a_change_made_elsewhere_shows_when_one_comes_back(app, library, storm):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "h")
        amend(
            library,
            storm.id,
            framework=app.framework,
            title="The great storm",
            criteria=(Claim("MT1", "gold"),),
        )
        await keys.press("escape")
        assert keys.screen().startswith(f" {storm.id}  The great storm")


async def test_r_leads_to_withdrawing_it_which_asks_first(app, library, storm):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "r")
        assert type(app.screen).__name__ == "WithdrawScreen"
        await keys.press("escape")
    assert library.entry(storm.id).status == "accepted"


async def test_old_evidence_says_so(app, library):
    entry = an_entry(library, "Long ago", "MT1:gold")
    amend(library, entry.id, framework=app.framework, date_happened=date(2024, 6, 1))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l")
        assert " ~ 2024-06-01" in keys.screen()
        await keys.press("enter")
        assert "it is old" in keys.screen()


async def test_pupils_read_and_listen_and_decide_nothing(app, library, storm):
    library.adults.set_pin("246810")
    library.adults.lock()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.push_screen(EntryScreen(storm))
        await keys.settle()
        assert "Space play its sound" in keys.screen()
        for words in ("key piece", "E change", "X bin", "A accept", "R withdraw"):
            assert words not in keys.screen().splitlines()[-2], words
        await keys.press("k", "x", "e", "a", "r")
        assert isinstance(app.screen, EntryScreen)
    assert library.entry(storm.id) == storm
