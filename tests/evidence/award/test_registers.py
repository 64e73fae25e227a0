"""Registers as data, and the lines that a school writes in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.award.register_lines import RegisterLines
from evidence.award.registers import BadValue, UnknownField, UnknownRegister, register, registers
from evidence.check import check_library
from evidence.safety.adults import AdultsOnly
from rubric.load import shipped_framework
from rubric.plan import BadCost
from studio.errors import StudioError
from tests.evidence.given import NOW, a_library, again


@pytest.fixture
def lines(tmp_path) -> RegisterLines:
    return RegisterLines(a_library(tmp_path))


def test_every_register_names_criteria_that_there_are():
    framework = shipped_framework()
    for kind in registers():
        assert kind.fields[0].needed
        for code in kind.criteria:
            framework.criterion(code)


def test_a_line_is_kept_in_one_form_and_shown_for_people(tmp_path, lines):
    made = lines.add("Partners", {"who": " City  brass band ", "cost": "£1,200", "review": "2027-01-31"})
    assert made.values == {"who": "City brass band", "cost": "120000", "review": "2027-01-31"}
    kind = register("partners")
    shown = [kind.field(id_).shown(made.values) for id_ in ("who", "cost", "review", "benefit")]
    assert shown == ["City brass band", "£1,200.00", "31 January 2027", ""]
    assert RegisterLines(again(a_library(tmp_path))).of("partners") == (made,)


def test_a_line_is_changed_and_taken_out_and_put_back(lines):
    made = lines.add("partners", {"who": "Band", "cost": "12.50"})
    assert lines.edit(made.id, {"what": "Concerts"}).values == {
        "who": "Band",
        "cost": "1250",
        "what": "Concerts",
    }
    assert "cost" not in lines.edit(made.id, {"cost": ""}).values
    lines.strike(made.id)
    assert lines.of("partners") == ()
    assert len(lines.of("partners", struck=True)) == 1
    lines.strike(made.id, struck=False)
    assert len(lines.of("partners")) == 1


def test_what_cannot_stand_there_is_said(lines):
    for typed, fault in (
        ({"what": "Concerts"}, BadValue),
        ({"who": "Band", "review": "soon"}, BadValue),
        ({"who": "Band", "cost": "much"}, BadCost),
        ({"who": "Band", "colour": "red"}, UnknownField),
    ):
        with pytest.raises(fault):
            lines.add("partners", typed)
    with pytest.raises(BadValue, match="more than there are"):
        lines.add("whole-class", {"class": "Y4", "instrument": "Ukulele", "pupils": "28", "went-on": "29"})
    with pytest.raises(UnknownRegister, match="is no register"):
        lines.of("pupils")
    assert lines.of("partners") == ()


@pytest.mark.parametrize(
    ("number", "total", "ours", "theirs"),
    [
        ("13", "28", "13 of 28 (46 %)", "13 of 28 (46 %)"),
        ("3", "28", "3 of 28 (11 %)", "<5"),
        ("26", "28", "26 of 28 (93 %)", "most"),
        ("0", "28", "0 of 28 (0 %)", "0 of 28 (0 %)"),
        ("2", "3", "2 of 3 (67 %)", "<5"),
        ("28", "28", "28 of 28 (100 %)", "28 of 28 (100 %)"),
        ("4", "", "4", "<5"),
    ],
)
def test_small_numbers_of_people_are_not_told_to_others(number, total, ours, theirs):
    field = register("groups").field("number")
    values = {"number": number, "all": total}
    assert field.shown(values) == ours
    assert field.shown(values, to_others=True) == theirs


def test_a_day_that_has_come_is_told(lines):
    made = lines.add("awards", {"award": "Quality Mark", "ends": "2026-11-21"})
    lines.add("awards", {"award": "Membership", "ends": "2026-11-22"})
    assert lines.due(NOW.date()) == (made,)


def test_pupils_write_in_no_register(tmp_path):
    library = a_library(tmp_path)
    lines = RegisterLines(library)
    made = lines.add("partners", {"who": "Band"})
    library.adults.set_pin("482913")
    library.adults.lock()
    for forbidden in (
        lambda: lines.add("partners", {"who": "Us"}),
        lambda: lines.edit(made.id, {"who": "Us"}),
        lambda: lines.strike(made.id),
    ):
        with pytest.raises(AdultsOnly):
            forbidden()
    assert check_library(library) == ()


@given(st.sampled_from(registers()), st.dictionaries(st.integers(0, 9), st.text(max_size=30), max_size=4))
def test_anything_typed_is_kept_or_refused_in_two_sentences(kind, typed):
    known = [field.id for field in kind.fields]
    told = {known[column % len(known)]: text for column, text in typed.items()}
    try:
        values, fault = kind.clean(told), "Kept."
    except StudioError as error:
        values, fault = {}, str(error)
    assert fault.endswith((".", "?"))
    for field in kind.fields:
        field.shown(values)
        field.shown(values, to_others=True)
