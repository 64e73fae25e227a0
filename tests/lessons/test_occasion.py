"""What happened in the room."""

from datetime import date

import pytest

from evidence.library import Library, NotYetHappened, UnknownRecord
from evidence.safety.people import NotACode
from evidence.years import UnknownYear
from lessons.occasion import Occasions
from lessons.occasion_kind import (
    OccasionFault,
    UnknownKind,
    occasion_kind,
    occasion_kinds,
    occasion_kinds_of,
)
from rubric.tables import parse_table
from tests.evidence.given import NOW, a_library, add_a_sound, again

SMALL = """
[[kinds]]
id = "picnic"
title = "Picnic with sound"
a = "picnic"
asks = "What was heard?"
type = "note"
"""


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def test_an_occasion_is_kept_as_it_was_said(library):
    sound = add_a_sound(library)
    made = Occasions(library).add(
        "club session",
        day=date(2026, 11, 20),
        year_groups=["y5", "Y4"],
        led_by=["y6-Otter"],
        people=["staff-1"],
        tools=" pads ",
        note="Two new members.\n",
        sounds=[sound.id],
    )
    assert (made.id, made.kind, made.title) == ("OC-0001", "club-session", "Club session")
    assert (made.year_groups, made.led_by, made.people) == (("Y4", "Y5"), ("Y6-otter",), ("staff-1",))
    assert (made.tools, made.note, made.sounds) == ("pads", "Two new members.", (sound.id,))
    assert Occasions(again(library)).all() == (made,)
    assert Occasions(library).one("oc-0001") == made


def test_it_is_of_today_unless_a_day_is_given(library):
    assert Occasions(library).add("assembly").date == NOW.date()


def test_more_can_be_said_of_it_later(library):
    occasions = Occasions(library)
    made = occasions.add("assembly", led_by=["Y6-otter"])
    occasions.add_to(made.id, led_by=["Y6-fox", "Y6-otter"], year_groups=["Y6"])
    changed = occasions.one(made.id)
    assert (changed.led_by, changed.year_groups) == (("Y6-otter", "Y6-fox"), ("Y6",))


def test_they_can_be_listed_by_kind(library):
    occasions = Occasions(library)
    occasions.add("assembly")
    club = occasions.add("club-session")
    assert occasions.all("club-session") == (club,)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"kind": "club-sesion"}, UnknownKind),
        ({"kind": "assembly", "day": date(2026, 11, 22)}, NotYetHappened),
        ({"kind": "assembly", "sounds": ["S-0009"]}, UnknownRecord),
        ({"kind": "assembly", "led_by": ["Amelia"]}, NotACode),
        ({"kind": "assembly", "year_groups": ["Y99"]}, UnknownYear),
    ],
)
def test_what_cannot_have_happened_is_refused(library, given, error):
    with pytest.raises(error):
        Occasions(library).add(**given)
    assert Occasions(library).all() == ()


def test_a_mistyped_kind_is_told_with_the_right_one():
    with pytest.raises(UnknownKind) as caught:
        occasion_kind("club-sesion")
    assert caught.value.fix == "Did you mean club-session?"


def test_each_kind_asks_for_one_line_and_says_it_in_a_sentence():
    for kind in occasion_kinds():
        assert kind.asks.endswith("?")
        assert kind.a == kind.a.lower()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('type = "note"', 'type = "notes"', "kinds.picnic.type"),
        ('a = "picnic"', "", "kinds.picnic.a"),
        ('id = "picnic"', 'id = "Picnic 1"', "kinds.Picnic 1.id"),
        ("[[kinds]]", "[[kind]]", "kinds"),
    ],
)
def test_each_fault_names_its_key(old, new, key):
    assert occasion_kinds_of(parse_table(SMALL.encode(), "occasions.toml", OccasionFault))[0].led == ""
    with pytest.raises(OccasionFault) as caught:
        occasion_kinds_of(parse_table(SMALL.replace(old, new).encode(), "occasions.toml", OccasionFault))
    assert caught.value.key == key


def test_a_kind_is_there_once():
    with pytest.raises(OccasionFault, match="picnic"):
        occasion_kinds_of(parse_table((SMALL + SMALL).encode(), "occasions.toml", OccasionFault))
