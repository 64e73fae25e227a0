from pathlib import Path

import pytest

from evidence.entry import Feedback
from studio.ui.screens.award.make_evidence import MakeEvidenceScreen
from tests.ui.fakes import Keyboard, a_sound, an_entry


async def test_the_second_page_is_one_key_away_and_nothing_typed_is_lost(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e")
        await keys.type("Storm")
        await keys.press("f2")
        assert "by itself, from what goes with it" in keys.screen()
        await keys.press("tab")
        await keys.type("English")
        await keys.press("tab")
        await keys.type("Y5-heron, Y6-otter")
        await keys.press("tab", "right", "tab", "right", "right", "f2")
        assert "Storm" in keys.screen()
        await keys.press("tab", "tab", "tab", "g", "enter")
        assert "Saved as EV-2026-0001, for MT1 gold." in keys.screen()
    [entry] = library.entries()
    assert (entry.title, entry.subject) == ("Storm", "English")
    assert entry.people == ("Y5-heron", "Y6-otter")
    assert entry.names_spoken
    assert entry.sensitivity == "school"


async def test_tab_walks_through_both_pages(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e", *["tab"] * 7)
        assert "Version 2" in keys.screen()
        await keys.press(*["tab"] * 13)
        assert "It shows: nothing yet." in keys.screen()


async def test_each_line_says_what_it_is_for(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e", "f2", "right")
        assert "Who made which sound" in keys.screen()  # what the first type asks
        await keys.press("tab", "tab")
        assert "Never names." in keys.screen()
        await keys.press(*["tab"] * 4)
        assert "CU1 Time for music each week" in keys.screen()


async def test_two_versions_with_what_pupils_said_between(app, library):
    one = a_sound(library, "Storm", year="Y5")
    a_sound(library, "Storm again", year="Y5")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "down", "enter", "e", "g", "f2", *["shift+tab"] * 4)
        await keys.press("right", "right", "tab")
        await keys.type("Scary thunder.")
        await keys.press("tab")
        await keys.type("Let the rain fade out.")
        await keys.press("tab")
        await keys.type("y5-otter")
        await keys.press("enter")
    [entry] = library.entries()
    assert [use.title for use in entry.sounds] == ["Storm", "Storm again"]
    assert entry.sounds[0].sound_id == one.id
    assert entry.versions == entry.sounds
    assert entry.feedback == Feedback(works="Scary thunder.", next="Let the rain fade out.", by="Y5-otter")


async def test_a_photograph_goes_with_it(app, library, tmp_path):
    photograph = tmp_path / "the club.jpg"
    photograph.write_bytes(b"\xff\xd8\xff a picture")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e", "tab", "tab", "tab", "s", "f2", *["tab"] * 7)
        await keys.type(str(photograph))
        await keys.press("enter")
    [entry] = library.entries()
    assert [use.name for use in entry.files] == ["the club.jpg"]
    assert Path(library.file_path(entry.files[0])).read_bytes() == photograph.read_bytes()


@pytest.mark.parametrize(
    ("tabs", "typed", "words"),
    [(2, "Anna", "is not a code"), (6, "XY9", "is no tag"), (7, "/no/such.jpg", "! ")],
)
async def test_what_cannot_be_is_said_and_nothing_typed_is_lost(app, library, tabs, typed, words):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "e", "tab", "tab", "tab", "s", "f2", *["tab"] * tabs)
        await keys.type(typed)
        await keys.press("enter")
        assert words in keys.screen()
        assert typed in keys.screen()
        assert isinstance(app.screen, MakeEvidenceScreen)
    assert library.entries() == ()


async def test_an_entry_is_changed_and_what_it_said_stays_with_it(app, library):
    entry = an_entry(library, "Beats", "MT1:gold", sounds=(a_sound(library, "Beat"),))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "e", "tab")
        await keys.type("They clapped only.")
        await keys.press("enter")
        assert f"Changed: {entry.id}, for MT1 gold." in keys.screen()
        assert "They clapped only." in keys.screen()
    changed = library.entry(entry.id)
    assert changed.before == "They clapped only."
    assert changed.sounds == entry.sounds
    assert [dict(each.earlier) for each in changed.amendments] == [{"before": ""}]


async def test_saving_a_form_without_a_change_keeps_no_history(app, library):
    entry = an_entry(library, "Beats", "MT1:gold", sounds=(a_sound(library, "Beat"),))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6", "l", "enter", "e", "enter")
    assert library.entry(entry.id) == entry


async def test_in_pupil_mode_it_waits_for_an_adult(app, library):
    a_sound(library, "Laser", year="Y4")
    library.adults.set_pin("246810")
    library.adults.lock()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter", "e", "s", "enter")
        assert "Saved as EV-2026-0001. An adult will look at it." in keys.screen()
    [entry] = library.entries()
    assert entry.status == "proposed"
