import pytest

from rubric.framework import Claim
from studio.ui.screens.award.make_evidence import MakeEvidenceScreen
from tests.ui.fakes import Keyboard, a_sound, an_entry


async def test_a_sound_becomes_evidence_with_what_it_shows(app, library):
    sound = a_sound(library, "Laser", year="Y4")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "e")
        assert "Curriculum access" in keys.screen()  # MT1, with its descriptors beside it
        assert "MT1 asks which year groups" not in keys.screen()  # it is the sound's
        await keys.press("g", "down", "s", "enter")
        assert "Saved as EV-2026-0001, for MT1 gold, MT2 silver." in keys.screen()
    [entry] = library.entries()
    assert entry.title == "Laser"
    assert entry.criteria == (Claim("MT1", "gold"), Claim("MT2", "silver"))
    assert entry.year_groups == ("Y4",)
    assert [use.sound_id for use in entry.sounds] == [sound.id]


async def test_the_whole_form_is_filled_with_the_keyboard(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e")
        await keys.type("Assembly [1]")
        await keys.press("tab", "tab", "e", "5", "tab", "b", "tab")
        await keys.type("They only listened.")
        await keys.press("tab")
        await keys.type("Y5 played to everyone.")
        await keys.press("tab")
        await keys.type("They want more.")
        await keys.press("enter")
    [entry] = library.entries()
    assert entry.title == "Assembly [1]"
    assert entry.year_groups == ("EYFS", "Y5")
    assert entry.before == "They only listened."
    assert entry.happened == "Y5 played to everyone."
    assert entry.impact == "They want more."
    assert entry.date_happened.isoformat() == "2026-11-24"


async def test_evidence_without_a_criterion_is_refused_and_nothing_typed_is_lost(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e")
        await keys.type("Assembly")
        await keys.press("enter")
        assert "! It shows nothing yet. Choose a criterion, then press B, S or G." in keys.screen()
        assert "Assembly" in keys.screen()
        assert library.entries() == ()
        await keys.press("g", "enter")  # the criteria have the keys now
    assert [entry.title for entry in library.entries()] == ["Assembly"]


@pytest.mark.parametrize(
    ("day", "words"), [("24.11.2026", "is not a date"), ("2026-11-25", "is in the future")]
)
async def test_a_wrong_date_is_said(app, library, day, words):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e", "tab", "ctrl+u")
        await keys.type(day)
        await keys.press("tab", "tab", "b", "enter")
        assert words in keys.screen()
    assert library.entries() == ()


async def test_the_list_opens_an_entry_and_plays_its_sound(app, library, sound_io):
    sound = a_sound(library, "Laser")
    an_entry(library, "Space [story]", "MT3:gold", sounds=(sound,))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter")
        assert "Space [story]" in keys.screen()
        assert "MT3 gold" in keys.screen()
        await keys.press("space")
        assert sound_io.the_player.played == [(3.0, 0)]


async def test_enter_on_a_level_shows_what_it_asks_and_its_entries(app, library):
    an_entry(library, "Beats", "O1:bronze")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "enter")
        assert "O1 bronze: 1 entry" in keys.screen()
        assert "Beats" in keys.screen()
        await keys.press("escape", "right", "enter")
        assert "O1 silver: 0 entries" in keys.screen()
        assert "Nothing yet. Press E to write it down." in keys.screen()
        await keys.press("e")
        assert isinstance(app.screen, MakeEvidenceScreen)
        assert "It shows: O1 silver" in keys.screen()


async def test_ideas_are_shown_where_there_are_some(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", *["right"] * 6, "enter")
        assert "MT1 bronze" in keys.screen()
        await keys.press("i")
        assert "Idea: " in keys.screen()
