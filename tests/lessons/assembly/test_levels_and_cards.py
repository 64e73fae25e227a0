"""How loud it was against last time; the cards; the names of the inputs."""

from datetime import date

import pytest

from evidence.safety.adults import AdultsOnly
from lessons.assembly.card import UnknownCard, card, cards
from lessons.assembly.inputs import Inputs
from lessons.assembly.level import LOUDER, QUIETER, SAME, compared, last_time
from lessons.assembly.levels import Levels, ReadingRefused
from lessons.assembly.posters import card_paper
from tests.lessons.assembly.a_team import Clock, a_school

SETUP = "USB microphone on the stage"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    return a_school(tmp_path, clock)


def read(library, clock, day, level, place="Hall", setup=SETUP, **given):
    clock.on(date(2026, 11, day))
    return Levels(library).add(place, setup, level=level, **given)


@pytest.mark.parametrize(
    ("level", "word"), [(-30.0, SAME), (-27.1, SAME), (-27.0, LOUDER), (-32.9, SAME), (-33.0, QUIETER)]
)
def test_a_reading_is_compared_with_last_time(library, clock, level, word):
    before = read(library, clock, 6, -30.0)
    now = read(library, clock, 13, level)
    assert compared(now, last_time(now, Levels(library).all())) == word
    assert last_time(now, Levels(library).all()) == before


def test_only_the_same_place_and_set_up_are_compared(library, clock):
    read(library, clock, 6, -30.0, setup="Laptop")
    read(library, clock, 6, -30.0, place="Playground")
    now = read(library, clock, 13, -20.0)
    assert Levels(library).against_last_time(now) == "The first reading in this place with this set-up."
    later = read(library, clock, 20, -20.5, place=" hall ", setup="usb  Microphone on the stage")
    assert (
        Levels(library).against_last_time(later).startswith("About the same as last time, 13 November 2026.")
    )


def test_the_answers_of_last_time_are_told_and_no_decibels_in_the_room_ever(library, clock):
    read(library, clock, 6, -30.0, talk="yes")
    now = read(library, clock, 13, -20.0, back_row="Yes", ears="no", by=["y6-Otter"])
    said = Levels(library).against_last_time(now)
    assert said == "Louder than last time, 6 November 2026. People could talk then."
    assert (now.back_row, now.ears, now.by) == ("yes", "no", ("Y6-otter",))
    only = read(library, clock, 14, None, talk="no")
    assert Levels(library).against_last_time(only) == "No level was read; what was said is kept."
    for text in (said, *(line for each in cards() for part in each.parts for line in part.lines)):
        assert "dB(A)" not in text or "employer" in text


def test_what_a_calibrated_meter_shows_is_kept_as_it_is_typed(library, clock):
    made = read(library, clock, 6, None, meter="68 dB(A), class 2 meter, mid hall")
    assert made.meter == "68 dB(A), class 2 meter, mid hall"


def test_a_reading_can_be_taken_out_and_is_then_not_compared_with(library, clock):
    before = read(library, clock, 6, -30.0)
    Levels(library).strike(before.id)
    now = read(library, clock, 13, -20.0)
    assert Levels(library).against_last_time(now).startswith("The first reading")
    Levels(library).strike(before.id, struck=False)
    assert Levels(library).against_last_time(now).startswith("Louder")


@pytest.mark.parametrize("given", [{}, {"level": 3.0}, {"level": float("nan")}, {"talk": "perhaps"}])
def test_what_is_no_reading_is_refused(library, given):
    with pytest.raises(ReadingRefused):
        Levels(library).add("Hall", SETUP, **given)


def test_the_cards_say_what_was_asked_for_exactly():
    said = {each.id: " ".join(line for part in each.parts for line in part.lines) for each in cards()}
    assert list(said) == ["first-aid", "inputs", "windows-p", "volume", "safe-levels"]
    assert [part.title for part in card("windows-p").parts] == [
        "The four choices",
        "On a Mac",
        "On a Chromebook",
    ]
    for choice in ("PC screen only", "Duplicate", "Extend", "Second screen only"):
        assert choice in said["windows-p"]
    assert "85 dB LAeq over 1 hour, and 110 dB LAmax" in said["safe-levels"]
    assert "120 dB peak" in said["safe-levels"]
    assert card("first-aid").parts[0].lines[-1] == "Ask for help."
    with pytest.raises(UnknownCard, match="Did you mean “volume”"):
        card("volum")


def test_children_never_read_long_sentences_on_their_cards():
    for each in cards():
        if each.whose == "children":
            for part in each.parts:
                for line in part.lines:
                    for sentence in line.split(". "):
                        assert len(sentence.split()) <= 12, sentence


def test_the_school_names_its_inputs_and_the_card_has_them(library):
    inputs = Inputs(library)
    made = inputs.add("HDMI 2", "the laptop on the stage", place="Hall")
    inputs.add("VGA", "the old computer")
    lines = inputs.card("inputs").parts[1].lines
    assert lines == ("VGA is the old computer", "Hall: HDMI 2 is the laptop on the stage")
    inputs.edit(made.id, "HDMI 1", "the laptop on the stage", place="Hall")
    assert "HDMI 1" in inputs.all()[1].words
    inputs.strike(made.id)
    assert len(inputs.all()) == 1
    inputs.strike(made.id, struck=False)
    assert len(inputs.all()) == 2
    bullets = [block.items for block in card_paper(library, "inputs").blocks if hasattr(block, "items")]
    assert ("VGA is the old computer", "Hall: HDMI 1 is the laptop on the stage") in bullets


def test_without_names_the_card_says_how_to_name_them(library):
    assert "assembly inputs add" in Inputs(library).card("inputs").parts[1].lines[0]
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        Inputs(library).add("HDMI", "laptop")
