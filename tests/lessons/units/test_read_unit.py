"""Reading units of work: the shipped ones, and every fault that one can have."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.years import PRIMARY_YEARS, YEAR_GROUPS
from lessons.part_names import PARTS
from lessons.units.load import UnitFault, parse_unit, read_unit, shipped_units
from lessons.units.unit import LookFors, Part, Unit, Word
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.lessons.units.a_unit import SMALL, a_unit, a_unit_file


def test_a_unit_is_read_as_it_was_written():
    unit = a_unit()
    assert (unit.id, unit.title, unit.year_groups) == ("OUR-BELLS", "Our bells", ("Y3", "Y4"))
    assert unit.shows == (Claim("MT1", "silver"),)
    assert (unit.length, unit.needs) == ("2 x 45 min", ("microphone", "objects"))
    assert unit.words == (Word("ring", "to sound like a bell"),)
    assert unit.parts[0] == Part("starter", 9, ("Listen.", "Play."), "Ready? Listen.", "What did you hear?")
    assert unit.look_fors == LookFors("Rings a bell.", "Orders the bells.", "Says why.")
    assert unit.as_dict()["shows"] == ["MT1:silver"]
    assert unit.as_dict()["parts"][4]["name"] == "plenary"


def test_what_there_may_be_none_of_may_be_left_out():
    lines = ("curriculum", "dimensions", "prepare", "words", "safety", "spread", "ask")
    short = "\n".join(line for line in SMALL.splitlines() if not line.startswith(lines))
    unit = parse_unit(short.encode(), "short.toml")
    assert (unit.curriculum, unit.dimensions, unit.prepare, unit.words, unit.safety) == ((), (), (), (), ())
    assert (unit.spread, unit.parts[0].ask) == ((), "")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('id = "OUR-BELLS"', 'id = "bells"', 2, "OUR-BELLS"),
        ('["Y4", "Y3"]', '["Y4", "Year 3"]', 4, "Y3"),
        ('["MT1:silver"]', '["MT1 silver"]', 5, "MT1:gold"),
        ('["K2c"]', '["K2x"]', 7, "K2"),
        ('["pitch"]', '["pich"]', 8, "pitch"),
        ("minutes = 45", "minutes = 40", 9, "Write minutes = 45"),
        ("minutes = 45", 'minutes = "45"', 9, "no quotes"),
        ("minutes = 45", "minutes = 4.5", 9, "minutes = 10"),
        ("lessons = 2", "lessons = 3", 19, "one line a lesson"),
        ('"microphone", "objects"]\nprepare', '"none", "objects"]\nprepare', 13, "Take “none” out"),
        ('["microphone", "objects"]', '["Mikrofon!"]', 13, "microphone"),
        ('[["ring", "to sound like a bell"]]', '["ring"]', 15, "echo"),
        ('[["ring", "to sound like a bell"]]', '[["ring", ""]]', 15, "between the quotes"),
        ('[["ring", "to sound like a bell"]]', "7", 15, "words ="),
        ('name = "input"', 'name = "imput"', 29, "input"),
        ('name = "input"', 'name = "plenary"', 29, "in this order"),
        ('say = "Ready? Listen."', "", 21, "say ="),
        ('do = ["Listen.", "Play."]', "do = []", 24, "do ="),
        ('deeper = "Says why."', 'deper = "Says why."', 56, "deeper"),
        ('evidence = ["Two recordings"]', 'evidnce = ["Two recordings"]', None, "evidence"),
        ("[look_fors]", "[look_for]", None, "[look_fors]"),
    ],
)
def test_each_fault_names_its_file_its_line_and_its_remedy(tmp_path, old, new, line, words):
    file = a_unit_file(tmp_path, (old, new))
    with pytest.raises(UnitFault) as caught:
        read_unit(file)
    assert caught.value.what.startswith("our-bells.toml, " + (f"line {line}, " if line else ""))
    assert words in caught.value.what + caught.value.fix


def test_faults_of_the_whole_file_are_told():
    with pytest.raises(UnitFault, match=r"line 3"):
        parse_unit(b'id = "A-1"\n\ntitle "x"\n', "a.toml")
    with pytest.raises(UnitFault, match="too big"):
        parse_unit(b"#" * 300_000, "a.toml")
    with pytest.raises(UnitFault, match="there are 6 parts"):
        parse_unit(SMALL.replace("[look_fors]", "[[parts]]\n[look_fors]").encode(), "a.toml")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UnitFault, match=r"none\.toml cannot be read"):
        read_unit(tmp_path / "none.toml")


def test_a_list_has_an_end():
    many = ", ".join(f'"{number}"' for number in range(40))
    with pytest.raises(UnitFault, match="40 texts"):
        a_unit(('evidence = ["Two recordings"]', f"evidence = [{many}]"))
    with pytest.raises(UnitFault, match="too long"):
        a_unit(('"Two recordings"', f'"{"x" * 500}"'))


def fault_of(content: bytes) -> UnitFault | None:
    try:
        assert isinstance(parse_unit(content, "a.toml"), Unit)
    except UnitFault as fault:
        return fault
    return None


@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda text: f"{SMALL}\n{text}".encode()))
def test_any_bytes_are_a_unit_or_a_fault(content):
    fault = fault_of(content)
    assert fault is None or fault.fix.endswith((".", "?"))


@given(
    st.sampled_from(sorted(set(re.findall(r"^(\w+) =", SMALL, re.MULTILINE)))),
    st.sampled_from(
        ["7", "-1", '""', "[]", "[[]]", "{}", "true", "1e9", "nan", '["a", ["b"]]', "1979-05-27"]
    ),
)
def test_a_value_of_another_kind_is_a_fault_with_a_line_or_still_a_unit(key, value):
    text = re.sub(rf"^{key} = .*$", f"{key} = {value}", SMALL, count=1, flags=re.MULTILINE)
    fault = fault_of(text.encode())
    assert fault is None or "a.toml, line " in fault.what


# The shipped ones


@pytest.mark.parametrize("unit", shipped_units(), ids=lambda unit: unit.id)
def test_a_shipped_unit_is_whole(unit: Unit):
    assert [part.name for part in unit.parts] == list(PARTS)
    assert all(part.ask for part in unit.parts)
    assert set(unit.shows) <= set(shipped_framework().claims())
    assert len(unit.spread) == (unit.lessons if unit.lessons > 1 else 0)
    for needed in (unit.prepare, unit.words, unit.everyone_in, unit.curriculum, unit.dimensions):
        assert needed
    everything = str(unit.as_dict()).lower()
    for word in ("http", "www.", ".com", "youtube", "todo"):
        assert word not in everything


def test_each_primary_year_has_units_for_every_level():
    for year in PRIMARY_YEARS:
        levels = {
            claim.level
            for unit in shipped_units()
            if year in unit.year_groups
            for claim in unit.shows
            if claim.criterion == "MT1"
        }
        assert levels == {"bronze", "silver", "gold"}, year


def test_the_shipped_units_stand_by_year():
    firsts = [YEAR_GROUPS.index(unit.year_groups[0]) for unit in shipped_units()]
    assert firsts == sorted(firsts)
    assert len({unit.id for unit in shipped_units()}) == len(firsts) >= 16
