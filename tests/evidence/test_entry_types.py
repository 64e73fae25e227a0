"""The kinds of evidence."""

from datetime import date

import pytest

from evidence.entry import Draft
from evidence.entry_types import (
    EntryTypeFault,
    UnknownType,
    entry_type,
    entry_types,
    is_late,
    is_old,
    keeping_of,
    old_before,
)
from rubric.tables import parse_table
from tests.evidence.given import an_entry

SMALL = """
old_after_months = 24
key_pieces = 3
late_after_days = 14
[[types]]
id = "note"
title = "Note"
asks = "What happened?"
sensitivity = "open"
"""


def test_every_kind_of_the_model_is_there():
    wanted = {
        *("recording", "edited-sound", "presentation", "competition", "rota-log", "register"),
        *("session-plan", "peer-teaching", "pupil-voice", "photograph", "document", "note", "survey"),
        *("cpd", "conversation", "observation"),
    }
    assert wanted <= {each.id for each in entry_types()}


def test_each_says_in_one_line_what_to_write():
    for each in entry_types():
        assert each.asks.endswith((".", "?"))
        assert len(each.asks) <= 120


@pytest.mark.parametrize("type_id", ["observation", "cpd", "scrutiny", "staff-document"])
def test_what_is_about_staff_stays_with_the_staff(type_id):
    assert entry_type(type_id).sensitivity == "staff"


def test_a_draft_works_out_a_kind_that_there_is():
    draft = Draft(title="A", criteria=an_entry().criteria, date_happened=date(2026, 1, 1))
    assert entry_type(draft.type).id == "note"


def test_a_mistyped_kind_is_told_with_the_right_one():
    assert entry_type("Pupil voice").id == "pupil-voice"
    with pytest.raises(UnknownType) as caught:
        entry_type("photo")
    assert "photograph" in caught.value.fix


def test_old_and_late():
    assert old_before(date(2026, 2, 28)) == date(2024, 2, 28)
    assert is_old(an_entry(date_happened=date(2024, 11, 21)), date(2026, 11, 22))
    assert not is_old(an_entry(date_happened=date(2024, 11, 22)), date(2026, 11, 22))
    assert is_late(an_entry(date_happened=date(2026, 11, 6)))
    assert not is_late(an_entry(date_happened=date(2026, 11, 7)))


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('"open"', '"opne"', "types.note.sensitivity", "open"),
        ("asks =", "ask =", "types.note.asks", "Add a line asks"),
        ("key_pieces = 3", "key_pieces = 2.5", "key_pieces", "key_pieces = 10"),
        ("[[types]]", "[[type]]", "types", "[[types]]"),
    ],
)
def test_each_fault_names_its_key_and_its_remedy(old, new, key, words):
    with pytest.raises(EntryTypeFault) as caught:
        keeping_of(parse_table(SMALL.replace(old, new).encode(), "entry-types.toml", EntryTypeFault))
    assert caught.value.key == key
    assert words in caught.value.fix


def test_a_kind_is_there_once():
    twice = SMALL + SMALL[SMALL.index("[[types]]") :]
    with pytest.raises(EntryTypeFault, match=r"note.* is there twice"):
        keeping_of(parse_table(twice.encode(), "entry-types.toml", EntryTypeFault))
