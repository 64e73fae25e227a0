"""A framework of one's own: from a spreadsheet and back, and as a file."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets import asset
from rubric.framework import Framework
from rubric.load import FrameworkFault, framework_of, load_framework, shipped_framework
from rubric.own import COLUMNS, framework_from_rows, framework_sheet, framework_toml, template
from rubric.sheet import SheetFault, parse_sheet
from rubric.tables import parse_table

SHIPPED = ("quality-mark", "music-mark-membership", "national-plan-areas", "three-i")


def from_sheet(content: bytes) -> Framework:
    rows = parse_sheet(content, "own.csv", COLUMNS)
    return framework_from_rows(rows, framework_id="own", title="Own", source="a test")


def from_toml(text: str) -> Framework:
    return framework_of(parse_table(text.encode(), "own.toml", FrameworkFault))


def read_or_refused(content: bytes) -> Framework | SheetFault:
    try:
        return from_sheet(content)
    except SheetFault as fault:
        return fault


@pytest.mark.parametrize("name", SHIPPED)
def test_a_framework_as_a_file_loses_nothing(name):
    framework = load_framework(asset("frameworks", f"{name}.toml"))
    assert from_toml(framework_toml(framework)) == framework


@pytest.mark.parametrize("name", SHIPPED)
def test_a_framework_goes_through_the_spreadsheet_and_back(name):
    framework = load_framework(asset("frameworks", f"{name}.toml"))
    again = from_sheet(framework_sheet(framework))
    assert framework_sheet(again) == framework_sheet(framework)
    assert (again.areas, again.levels) == (framework.areas, framework.levels)
    assert [c.mode for c in again.criteria] == [c.mode for c in framework.criteria]
    assert from_toml(framework_toml(again)) == again


def test_the_template_can_be_brought_back_as_it_is():
    framework = from_sheet(template())
    assert [criterion.code for criterion in framework.criteria] == ["ST1", "ST2"]
    assert framework.areas[0].code == "ST"
    assert framework.criterion("ST1").mode == "cumulative"
    assert framework.criterion("ST2").descriptor("gold").text.startswith("Pupils lead")


def test_levels_of_an_award_stand_in_their_order_however_they_are_typed():
    head, *rows = template().decode("utf-8-sig").splitlines()
    first = [rows[0], rows[2], rows[1]]
    assert from_sheet("\n".join([head, *first]).encode()).levels == ("bronze", "silver", "gold")


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "words"),
    [
        ("ST2,Our studio", ",Our studio", 5, "criterion", "Write something"),
        ("ST2,Our studio", "5 TH,Our studio", 5, "criterion", "like ST1"),
        ("ST2,Our studio", "ST2,", 5, "area", "Write something"),
        ("Listening together", "", 5, "title", "Write something"),
        ("best_fit", "bestfit", 5, "mode", "“best_fit”"),
        ("ST2,,,,silver", "ST2,,,,silvr", 6, "level", "“silver”"),
        ("ST2,,,,silver", "ST2,,,,bronze", 6, "level", "Keep one"),
        ("ST1,,,,silver", "ST1,,,,title", 3, "level", "one word"),
        ("ST1,,,,silver", "ST1,,,,bronze", 3, "level", "Keep one"),
        ("ST2,,,,silver", "ST2,Other,,,silver", 6, "area", "the same"),
        ("ST2,,,,gold", "ST2,,,,gold,x\nST1,,,,gold", 8, "criterion", "together"),
        ("Recordings are played now and then.", "", 5, "descriptor", "Write something"),
        ("Recordings are played now and then.", "x" * 700, 5, "descriptor", "at most 600"),
    ],
)
def test_each_fault_names_line_and_column_and_its_remedy(old, new, line, column, words):
    text = template().decode("utf-8-sig")
    assert old in text
    with pytest.raises(SheetFault) as caught:
        from_sheet(text.replace(old, new, 1).encode())
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in caught.value.fix


def test_a_level_that_is_missing_is_named():
    lines = template().decode("utf-8-sig").splitlines()
    with pytest.raises(SheetFault, match=r"line 6, column level: there is no row for gold"):
        from_sheet("\n".join(lines[:-1]).encode())


@given(st.integers(0, 10_000), st.text(max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_a_spreadsheet_with_anything_changed_is_read_or_refused(at, some, chance: random.Random):
    text = template().decode("utf-8-sig")
    at %= len(text)
    changed = text[:at] + some + text[at + chance.randint(0, 8) :]
    outcome = read_or_refused(changed.encode("utf-8", "surrogatepass"))
    if isinstance(outcome, SheetFault):
        assert str(outcome).isprintable()
    else:
        assert from_toml(framework_toml(outcome)) == outcome


def test_the_shipped_ones_have_their_shape():
    membership = load_framework(asset("frameworks", "music-mark-membership.toml"))
    assert (len(membership.criteria), membership.levels) == (3, ("met",))
    assert [(len(rule.criteria), rule.at_least) for rule in membership.rules] == [(3, 1)]
    assert len(load_framework(asset("frameworks", "national-plan-areas.toml")).areas) == 3
    three = load_framework(asset("frameworks", "three-i.toml"))
    assert [area.title for area in three.areas] == ["Intent", "Implementation", "Impact"]
    assert shipped_framework().rules == ()
    for framework in (membership, three):
        assert "http" not in framework_toml(framework)
