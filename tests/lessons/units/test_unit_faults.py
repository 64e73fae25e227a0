"""Every fault of a unit at once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.units.faults import faults_in
from lessons.units.load import UnitFault, parse_unit
from lessons.units.own import OwnUnits
from tests.evidence.given import a_library
from tests.lessons.units.a_unit import SMALL, a_unit_file


def keys_of(text: str) -> list[str]:
    return [fault.key for fault in faults_in(text.encode(), "a.toml")]


def test_a_good_unit_has_none():
    assert keys_of(SMALL) == []


def test_all_faults_are_found_each_with_its_line():
    text = SMALL.replace("lessons = 2", 'lessons = "2"').replace('["pitch"]', '["pich"]')
    text = text.replace('name = "input"', 'nme = "input"').replace("deeper =", "deper =")
    faults = faults_in(text.encode(), "a.toml")
    assert [re.match(r"a\.toml, line (\d+), ", fault.what)[1] for fault in faults] == [
        *("8", "10", "28", "29", "56", "59")
    ]
    assert [fault.key for fault in faults][2:4] == ["parts.2.name", "parts.2.nme"]


def test_what_follows_from_another_fault_is_not_told_as_well():
    assert keys_of(SMALL.replace("minutes = 9", 'minutes = "9"', 1)) == ["parts.1.minutes"]
    assert keys_of(SMALL.replace("lessons = 2", "lessons = 0")) == ["lessons"]
    assert keys_of(SMALL.replace("minutes = 45", "minutes = 40")) == ["minutes"]


def test_a_file_that_is_not_toml_has_one_fault():
    assert keys_of("id = ") == [""]
    assert len(faults_in(b"#" * 300_000, "a.toml")) == 1
    assert len(keys_of("")) > 10


def test_a_file_for_the_library_is_looked_at_in_the_same_way(tmp_path):
    own = OwnUnits(a_library(tmp_path))
    assert own.faults(a_unit_file(tmp_path)) == ()
    (fault,) = own.faults(a_unit_file(tmp_path, ("MT1:silver", "MT7:silver")))
    assert fault.what.startswith("our-bells.toml, line 5, shows: MT7:silver")
    (fault,) = own.faults(tmp_path / "none.toml")
    assert "cannot be read" in fault.what
    assert len(own.faults(a_unit_file(tmp_path, ("pitch", "pich"), ("Y4", "Y44")))) == 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(set(re.findall(r"^(\w+) =", SMALL, re.MULTILINE)))),
            st.sampled_from(["7", '""', "[]", "[[]]", "{}", "true", '["a", ["b"]]', '[{id = "x"}]']),
        ),
        max_size=6,
    )
)
def test_the_first_fault_is_the_one_that_is_raised_and_there_is_an_end(swaps):
    text = SMALL
    for key, value in swaps:
        text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE)
    faults = faults_in(text.encode(), "a.toml")
    assert len(faults) <= 20
    if faults:
        with pytest.raises(UnitFault) as raised:
            parse_unit(text.encode(), "a.toml")
        assert raised.value.what == faults[0].what
    else:
        parse_unit(text.encode(), "a.toml")
