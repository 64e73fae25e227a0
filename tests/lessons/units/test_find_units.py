"""Finding units."""

from dataclasses import replace

import pytest

from lessons.units.find import ONLY_MICROPHONE, Choices, Wish, find, offered
from lessons.units.load import shipped_units
from tests.lessons.units.a_unit import a_unit

UNIT = a_unit()


@pytest.mark.parametrize(
    ("wish", "fits"),
    [
        ({}, True),
        ({"year": "Y3"}, True),
        ({"year": "Y5"}, False),
        ({"minutes": 45}, True),
        ({"minutes": 44}, False),
        ({"kit": "objects"}, True),
        ({"kit": "none"}, False),
        ({"without": "water"}, True),
        ({"without": "objects"}, False),
        ({"criterion": "MT1"}, True),
        ({"criterion": "mt1:Silver"}, True),
        ({"criterion": "MT1:gold"}, False),
        ({"criterion": "MT2"}, False),
        ({"subject": "science"}, True),
        ({"subject": "sci"}, False),
        ({"text": "CARETAKER bells"}, True),
        ({"text": "bells whistles"}, False),
        ({"year": "Y4", "kit": "microphone", "text": "order"}, True),
    ],
)
def test_every_wish_must_come_true(wish, fits):
    assert Wish(**wish).fits(UNIT) is fits


def test_what_is_asked_for_can_be_said():
    wish = Wish(year="Y3", minutes=45, kit="pads", without="water", criterion="MT1:gold", subject="Art")
    assert wish.words() == "Y3, up to 45 minutes, with pads, without water, MT1 gold, Art"
    assert Wish(kit="none", text="x").words() == "without any kit"
    assert Wish().words() == ""


def test_a_key_goes_through_all_that_there_is_and_back():
    choices = Choices.of([UNIT])
    assert choices.kit == (ONLY_MICROPHONE, "microphone", "objects")
    assert choices.criterion == ("MT1", "MT1:silver")
    wish = Wish().next("kit", choices.kit)
    assert wish.kit == ONLY_MICROPHONE
    wish = wish.next("kit", choices.kit)
    assert wish.kit == "microphone"
    assert wish.next("kit", choices.kit).next("kit", choices.kit) == Wish()
    assert Wish(kit="gone").next("kit", choices.kit).kit == ONLY_MICROPHONE


def test_only_a_microphone_is_for_what_needs_no_other_machine():
    found = find(shipped_units(), Wish(kit=ONLY_MICROPHONE, year="Y4", minutes=45))
    assert [unit.id for unit in found] == ["ALL-A"]
    assert not find(
        [replace(UNIT, kit=("objects",)), replace(UNIT, kit=("microphone", "film"))],
        Wish(kit=ONLY_MICROPHONE),
    )


def test_each_choice_finds_something():
    choices = Choices.of(shipped_units())
    for name in ("year", "minutes", "kit", "criterion", "subject"):
        assert getattr(choices, name), name
        for value in getattr(choices, name):
            assert find(shipped_units(), Wish(**{name: value})), (name, value)
    levels = [value for value in choices.criterion if value.startswith("MT1")]
    assert levels == ["MT1", "MT1:bronze", "MT1:silver", "MT1:gold"]


def test_only_what_leads_somewhere_is_offered():
    wish = Wish(year="EYFS", kit="pads")
    assert "EYFS" in offered(shipped_units(), wish, "year")
    assert "Y9" not in offered(shipped_units(), wish, "year")
    for name in ("year", "minutes", "kit", "criterion", "subject"):
        for value in offered(shipped_units(), wish, name):
            assert find(shipped_units(), replace(wish, **{name: value})), (name, value)
