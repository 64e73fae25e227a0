"""Ambassadors: nominated, named, on their way, on paper."""

import pytest

from evidence.library import Library
from lessons.club.ambassadors import ambassadors
from lessons.club.nomination import Nominations
from lessons.club.profile import Profiles
from lessons.club.skills import Skills, skills
from lessons.club.teaching import Teachings
from lessons.occasion import Occasions
from tests.ui.club import a_club, leaders
from tests.ui.fakes import Keyboard


@pytest.fixture
def library(library) -> Library:
    a_club(library)
    return library


async def test_an_adult_nominates_sees_the_fair_chance_and_names_all(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a", "n")
        await keys.type("Explains calmly [always]")
        await keys.press("enter")
        assert "Explains calmly [always] (staff)" in keys.screen()
        await keys.press("x")
        assert "Explains calmly" not in keys.screen()
        await keys.press("z")
        assert "Explains calmly [always] (staff)" in keys.screen()
        await keys.press("v")
        assert "Y4: 3 members, and nobody is nominated." in keys.screen()
        await keys.press("m")
        assert "1 child is named." in keys.screen()
        assert len(ambassadors(library)) == 1
        assert len(Occasions(library).all("ambassadors-named")) == 1
        await keys.press("z")
        assert ambassadors(library) == ()
        await keys.press("escape", "z")
        assert Nominations(library).all() == ()


async def test_one_key_gives_the_title_and_one_takes_it_back(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a")
        assert "Music Tech Ambassador: nobody yet" in keys.screen()
        await keys.press("end", "m")
        [named] = ambassadors(library)
        assert f"{named.code} is a Music Tech Ambassador from today." in keys.screen()
        assert "■ Music Tech Ambassador 24 November 2026" in " ".join(keys.screen().split())
        await keys.press("z")
    assert ambassadors(library) == ()


async def test_in_pupil_mode_a_child_asks_to_lead_in_its_own_words(app, library):
    library.adults.set_pin("482913")
    library.adults.lock()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a", "n")
        await keys.type("I like to help")
        await keys.press("enter")
        assert "Thank you. An adult reads it." in keys.screen()
        assert "I like to help" not in keys.screen()
    library.adults.unlock("482913")
    [asked] = Nominations(library).all()
    assert (asked.why, asked.is_own) == ("I like to help", True)


async def test_a_card_is_written_by_a_child_and_shown_by_an_adult(app, library):
    (code, _) = leaders(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a", "enter")
        await keys.type("grime and [folk]")
        await keys.press("enter")
        profile = Profiles(library).of(code)
        assert (profile.genres, profile.shown) == ("grime and [folk]", False)
        assert "not on show until an adult has read it" in keys.screen()
        await keys.press("enter", "f2")
        assert Profiles(library).of(code).shown
        assert "(on show)" in keys.screen()


async def test_teaching_is_written_down_in_two_keys_and_taken_back(app, library):
    (code, _) = leaders(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a")
        before = keys.pressed
        await keys.press("t", "enter")
        assert keys.pressed - before == 2
        [taught] = Teachings(library).all()
        assert (taught.codes, taught.year_groups, taught.minutes) == ((code,), ("Y5",), 15)
        assert "taught 1 time" in keys.screen()
        assert len(Occasions(library).all("peer-teaching")) == 1
        await keys.press("z")
        assert Teachings(library).all() == ()


async def test_skills_are_ticked_one_key_each(app, library):
    (code, _) = leaders(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a", "s", "space", "space")
        assert f"2 of {len(skills())}." in keys.screen()
        await keys.press("z", "home", "space")
        assert Skills(library).of(code) == {}
        await keys.press("space", "escape")
        assert f"1 of {len(skills())} skills" in keys.screen()


async def test_badges_certificates_and_the_display_are_written_where_it_says(app, library):
    (code, _) = leaders(library)
    Profiles(library).write(code, genres="folk", tip="Listen first.")
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a", "p", "enter")
        assert "badges-2026-11-24.pdf" in keys.screen()
        assert "Written:" in keys.screen()
        await keys.press("down", "a", "enter", "down", "enter", "down", "enter")
        assert "No profile is shown yet." in keys.screen()
        Profiles(library).publish(code)
        await keys.press("enter")
        assert "Written:" in keys.screen()
    written = {path.name: path.read_bytes()[:5] for path in library.exports.glob("*.pdf")}
    assert written == {
        f"{kind}-2026-11-24.pdf": b"%PDF-" for kind in ("badges", "certificates", "display", "role-card")
    }


async def test_the_role_card_is_there_to_learn_from(app, library):
    leaders(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "a", "r")
        assert "I do not grab the keyboard." in keys.screen()
        await keys.press("d")
        assert "Questions instead of answers" in keys.screen()
