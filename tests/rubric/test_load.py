"""Loading frameworks: every fault says where it is and what to do; nothing else is ever raised."""

import copy
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets import asset
from rubric.framework import AnyOf, Claim, Framework, UnknownCriterion
from rubric.load import FrameworkFault, framework_of, load_framework, shipped_framework
from rubric.tables import Table, parse_table

SMALL = """
id = "tiny-mark"
version = "1"
title = "Tiny Mark"
source = "made for a test"

[[areas]]
code = "A"
title = "Area"

[[criteria]]
code = "A1"
area = "A"
title = "Title"
mode = "best_fit"
bronze = "some"
silver = "more"
gold = "most of 5"

[[criteria.measures]]
level = "gold"
name = "things"
at_least = 5
unit = "things"

[[criteria.clauses]]
level = "gold"
text = "of 5"
phases = ["secondary"]

[[cites]]
as_written = "A book (1900)"
note = "old"
criteria = ["A1"]
"""


def parse_framework(content: bytes, name: str) -> Framework:
    return framework_of(parse_table(content, name, FrameworkFault))


def fault_of(text: str | bytes) -> FrameworkFault:
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(FrameworkFault) as caught:
        parse_framework(content, "mark.toml")
    fault = caught.value
    assert fault.file == "mark.toml"
    assert "mark.toml" in fault.what
    assert fault.what.endswith(".")
    assert fault.fix.endswith((".", "?", '"', "..."))
    return fault


def framework_or_fault(make: Callable[[], Framework]) -> Framework | FrameworkFault:
    try:
        return make()
    except FrameworkFault as fault:
        return fault


def test_a_small_framework_is_read():
    framework = parse_framework(SMALL.encode(), "mark.toml")
    criterion = framework.criterion("A1")
    assert criterion.area.title == "Area"
    assert criterion.descriptor("silver").text == "more"
    assert criterion.descriptor("gold").measures[0].at_least == 5
    assert criterion.descriptor("gold").clauses[0].phases == ("secondary",)
    assert framework.cites[0].criteria == ("A1",)


def test_notepads_mark_and_windows_lines_do_no_harm():
    content = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert parse_framework(content, "mark.toml") == parse_framework(SMALL.encode(), "mark.toml")


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('id = "tiny-mark"', 'id = "Tiny Mark"', "id", "lsms-mqm-2015"),
        ('version = "1"', "version = 1", "version", "in quotes"),
        ('title = "Tiny Mark"', 'titel = "Tiny Mark"', "title", "Add a line title"),
        ('code = "A"\n', 'code = "a b"\n', "areas.a b.code", "Write it like"),
        ('area = "A"', 'area = "B"', "criteria.A1.area", "Use one of: A"),
        ('mode = "best_fit"', 'mode = "bestfit"', "criteria.A1.mode", "Did you mean “best_fit”?"),
        ('mode = "best_fit"', 'mode = ["best_fit"]', "criteria.A1.mode", "in quotes"),
        ('silver = "more"', "", "criteria.A1.silver", "Add a line silver"),
        ('silver = "more"', 'siver = "more"', "criteria.A1.silver", "Add a line silver"),
        ('silver = "more"', 'silver = "more"\nsiver = "x"', "criteria.A1.siver", "Did you mean “silver”?"),
        ('silver = "more"', 'silver = "  "', "criteria.A1.silver", "Write the words"),
        ('silver = "more"', 'silver = "a\\u0007"', "criteria.A1.silver", "Type the words again"),
        ('silver = "more"', f'silver = "{"x" * 700}"', "criteria.A1.silver", "at most 600"),
        ("at_least = 5", "", "criteria.A1.measures.1.at_least", "at_least = 6"),
        ("at_least = 5", "at_least = true", "criteria.A1.measures.1.at_least", "no quotes"),
        ("at_least = 5", "at_least = nan", "criteria.A1.measures.1.at_least", "from 0"),
        ("at_least = 5", f"at_least = 1{'0' * 400}", "criteria.A1.measures.1.at_least", "from 0"),
        ("at_least = 5", "at_least = 5\nabout = 1", "criteria.A1.measures.1.about", "true"),
        ("at_least = 5", "at_least = 5\nabuot = true", "criteria.A1.measures.1.abuot", "about"),
        ('text = "of 5"', 'text = "of 6"', "criteria.A1.clauses.1.text", "Copy them"),
        ('["secondary"]', '["seconday"]', "criteria.A1.clauses.1.phases", "“secondary”"),
        ('["secondary"]', "[]", "criteria.A1.clauses.1.phases", "phases = ["),
        ('["secondary"]', "[1]", "criteria.A1.clauses.1.phases", "in quotes"),
        ('["secondary"]', '["secondary", "secondary"]', "criteria.A1.clauses.1.phases", "Keep one"),
        ('["A1"]', '["A2"]', "cites.1.criteria", "Use one of: A1."),
        ("[[areas]]", "[areas]", "areas", "[[areas]]"),
    ],
)
def test_each_fault_names_its_key_and_its_remedy(old, new, key, words):
    assert old in SMALL
    fault = fault_of(SMALL.replace(old, new))
    assert fault.key == key
    assert key in fault.what
    assert words in fault.fix


def test_a_code_given_twice_is_refused():
    start = SMALL.index("[[criteria]]")
    stop = SMALL.index("[[criteria.measures]]")
    fault = fault_of(SMALL + SMALL[start:stop])
    assert fault.key == "criteria.A1"
    assert "twice" in fault.what
    assert (
        "areas.A"
        in fault_of(SMALL.replace("[[areas]]", '[[areas]]\ncode = "A"\ntitle = "x"\n[[areas]]')).what
    )


def test_a_missing_part_is_named():
    assert fault_of("").key == "id"
    assert fault_of(SMALL.split("[[areas]]")[0]).key == "areas"
    assert "mark.toml, criteria.A1.silver" in fault_of(SMALL.replace('silver = "more"', "")).what


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id = \n", "line 1"),
        (b'id = "x"\nid = "y"\n', "line 2"),
        (b"\xff\xfei\x00d\x00", "UTF-8"),
        (b"a = " + b"[" * 5000, "TOML"),
        (b"a = " + b"9" * 5000, "TOML"),
        (b"#" * 5_000_000, "too big"),
    ],
    ids=["cut short", "key twice", "utf-16", "deep", "long number", "big"],
)
def test_a_file_that_is_not_toml_is_refused_whole(content, words):
    fault = fault_of(content)
    assert fault.key == ""
    assert words in str(fault)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(FrameworkFault) as caught:
            load_framework(path)
        assert path.name in caught.value.what


def test_a_framework_is_loaded_from_a_file_of_ones_own(tmp_path: Path):
    path = tmp_path / "mark.toml"
    path.write_text(SMALL, encoding="utf-8")
    assert load_framework(path).title == "Tiny Mark"


def test_the_shipped_framework_is_read_once():
    assert shipped_framework() is shipped_framework()
    assert shipped_framework().id == "lsms-mqm-2015"


SHIPPED = tomllib.loads(asset("frameworks", "quality-mark.toml").read_text(encoding="utf-8"))
ODDITIES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_a_framework_or_a_fault(content):
    with pytest.raises(FrameworkFault):
        parse_framework(content, "mark.toml")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_framework_with_anything_put_anywhere_is_read_or_refused(data):
    values = copy.deepcopy(SHIPPED)
    where: object = values
    while True:
        keys = list(where) if isinstance(where, dict) else list(range(len(where)))
        key = data.draw(st.sampled_from(keys))
        if isinstance(where[key], (dict, list)) and where[key] and data.draw(st.booleans()):
            where = where[key]
            continue
        where[key] = data.draw(ODDITIES)
        break
    outcome = framework_or_fault(
        lambda: framework_of(Table(values, file="mark.toml", place="", fault=FrameworkFault))
    )
    assert isinstance(outcome, Framework) or str(outcome).isprintable()


@given(st.integers(0, 60_000), st.binary(min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_the_shipped_file_with_some_bytes_changed_is_read_or_refused(at, some):
    content = asset("frameworks", "quality-mark.toml").read_bytes()
    at %= len(content)
    changed = content[:at] + some + content[at + len(some) :]
    outcome = framework_or_fault(lambda: parse_framework(changed, "mark.toml"))
    assert isinstance(outcome, Framework) or str(outcome).isprintable()


def test_a_framework_may_have_levels_of_its_own_and_a_single_one():
    met = 'levels = ["met"]\n' + SMALL.split("[[criteria.measures]]")[0]
    met = met.replace('bronze = "some"\nsilver = "more"\ngold = "most of 5"', 'met = "yes"')
    framework = parse_framework(met.encode(), "mark.toml")
    assert framework.levels == ("met",)
    assert framework.criterion("A1").descriptor("met").text == "yes"
    assert list(framework.claims()) == []
    with pytest.raises(UnknownCriterion, match="no level “gold”"):
        framework.descriptor(Claim("A1", "gold"))


@pytest.mark.parametrize("levels", ['"title"', '"Two words"', '"not-yet"', '"a","b","c","d","e","f","g"', ""])
def test_words_that_cannot_be_levels_are_refused(levels):
    assert fault_of(f"levels = [{levels}]\n{SMALL}").key == "levels"


def test_a_rule_may_be_content_with_any_of_some_criteria():
    rule = '[[any_of]]\ntext = "One will do."\ncriteria = ["A1"]\n'
    framework = parse_framework((SMALL + rule).encode(), "mark.toml")
    assert framework.rules == (AnyOf("One will do.", ("A1",), 1),)
    assert fault_of(SMALL + rule + "at_least = 2").key == "any_of.1.at_least"
    assert fault_of(SMALL + rule + "at_least = 0.5").key == "any_of.1.at_least"
    assert fault_of(SMALL + rule.replace("A1", "A2")).key == "any_of.1.criteria"
