"""Handing in and taking back."""

from datetime import timedelta

import pytest

from evidence.safety.people import People
from lessons.competitions.competition import NotNow
from lessons.competitions.submissions import CannotEnter, length_words
from studio.audio.recipe import Recipe, Step
from studio.takes import bin_sound, do
from studio.whose import say_whose
from tests.lessons.competitions.a_competition import DAY, Room


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


def test_an_entry_is_the_sound_as_it_was_when_it_was_handed_in(room):
    sound = do(room.library, room.a_sound(), Step("gain", (3.0,)))
    entry = room.submissions.enter(room.id, sound.id)
    do(room.library, sound, Step("reverse"))
    assert entry.recipe == Recipe.parse(["gain 3"])
    assert (entry.sha256, entry.makers, entry.animal) == (sound.sha256, ("Y4-newt",), "")
    assert room.submissions.one(entry.id) == entry
    assert room.submissions.of(room.id) == (entry,)


def test_who_made_it_is_known_from_the_sound_or_is_said(room):
    nobody = room.a_sound(None)
    with pytest.raises(CannotEnter, match="which pupil"):
        room.submissions.enter(room.id, nobody.id)
    with pytest.raises(CannotEnter, match="which pupil"):
        room.submissions.enter(room.id, nobody.id, ["staff-1"])
    assert room.submissions.enter(room.id, nobody.id, ["y4-wren"]).makers == ("Y4-wren",)
    with pytest.raises(CannotEnter, match="2 made it, and here it is one each"):
        room.submissions.enter(room.id, room.a_sound("Y4-newt").id, ["Y4-tern"])


@pytest.mark.parametrize(("rule", "most"), [("one each", 1), ("pairs", 2), ("groups", 8)])
def test_as_many_made_it_as_the_rule_says(room, rule, most):
    room.id = room.competitions.set(room.brief.id, who_may=rule).id
    codes = [f"Y4-{number}" for number in range(1, most + 2)]
    with pytest.raises(CannotEnter, match=f"{most + 1} made it"):
        room.submissions.enter(room.id, room.a_sound(None).id, codes)
    assert len(room.submissions.enter(room.id, room.a_sound(None).id, codes[:most]).makers) == most


def test_nobody_has_a_part_in_two_entries(room):
    room.id = room.competitions.set(room.brief.id, who_may="pairs").id
    room.submissions.enter(room.id, room.a_sound("Y4-newt", partners=("Y4-wren",)).id)
    with pytest.raises(CannotEnter, match="Y4-wren has handed something in already"):
        room.submissions.enter(room.id, room.a_sound("Y4-wren").id)


def test_what_was_taken_back_can_be_handed_in_again(room):
    entry = room.enter("Y4-newt")[0]
    assert room.submissions.take_back(entry.id).taken_back
    assert room.submissions.of(room.id) == ()
    again = room.submissions.enter(room.id, entry.sound_id)
    assert again.id != entry.id
    assert room.submissions.of(room.id) == (again,)


def test_closing_locks_the_entries(room):
    entry = room.enter("Y4-newt")[0]
    room.clock.day = room.competition.closes
    room.enter("Y4-wren")
    room.clock.day += timedelta(1)
    with pytest.raises(NotNow) as said:
        room.enter("Y4-tern")
    assert said.value.what == "“Voice of a villain” has closed, and nobody has judged yet."
    assert said.value.fix == "It cannot take entries now."
    with pytest.raises(NotNow):
        room.submissions.take_back(entry.id)


def test_nothing_is_taken_before_it_opens(room):
    room.id = room.competitions.set(room.brief.id, opens=DAY + timedelta(7)).id
    with pytest.raises(NotNow, match="has not opened yet"):
        room.enter("Y4-newt")


def test_only_the_years_it_is_for_may_enter(room):
    room.id = room.competitions.set(room.brief.id, years=["Y3", "Y4"]).id
    with pytest.raises(CannotEnter, match="for Y3 and Y4, not for Y6-fox"):
        room.enter("Y6-fox")
    code = People(room.library).add("Y4")[0].code
    People(room.library).put_in(code, "Y5")
    with pytest.raises(CannotEnter, match=code):
        room.enter(code)


def test_a_found_sound_and_one_in_the_bin_are_no_entries(room):
    found = say_whose(room.library, room.a_sound(), credit="A film")
    with pytest.raises(CannotEnter, match="somebody else"):
        room.submissions.enter(room.id, found.id)
    with pytest.raises(CannotEnter, match="in the bin"):
        room.submissions.enter(room.id, bin_sound(room.library, room.a_sound()).id)


def test_an_entry_that_is_too_long_is_told_how_much_of_it_is_heard(room):
    known = room.competition
    assert length_words(known, 30.0) == ""
    assert length_words(known, 52.0) == "It lasts 52.0 seconds. Judges hear the first 40 seconds."
    assert length_words(known, 0.5) == "It lasts 0.50 seconds. The brief asks for 1 to 40 seconds."
