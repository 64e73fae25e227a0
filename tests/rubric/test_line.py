"""The line that a fault is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.line import line_of, with_line
from rubric.tables import ContentFault

TEXT = '''# words
title = "Rain"
"odd key" = 1
say = """
title = "not a key"
[[parts]]
"""

[[parts]]  # the first
name = "starter"
do = [
    "one",
    ["pair", "of"],
]

[[parts]]
name = "input"
[[parts.steps]]
id = "look"  # its name
words = "Look"
[[parts.steps]]
words = "Listen"

[look_fors]
deeper = "x"
'''


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("title", 2),
        ("say", 4),
        ("parts.1", 9),
        ("parts.1.name", 10),
        ("parts.1.do", 11),
        ("parts.1.say", 9),
        ("parts.2.name", 17),
        ("parts.2.steps.look.words", 20),
        ("parts.2.steps.look", 18),
        ("parts.2.steps.2.words", 22),
        ("look_fors.deeper", 25),
        ("look_fors.working", 24),
        ("idea", None),
        ("", None),
    ],
)
def test_a_key_has_the_line_it_stands_in_and_a_missing_one_that_of_its_table(key, line):
    assert line_of(TEXT, key) == line


def test_a_fault_says_its_line_after_the_file():
    fault = ContentFault("a.toml, parts.2.name: this is wrong.", "Try.", file="a.toml", key="parts.2.name")
    told = with_line(fault, TEXT.encode())
    assert told.what == "a.toml, line 17, parts.2.name: this is wrong."
    assert (told.fix, told.file, told.key) == (fault.fix, fault.file, fault.key)


def test_a_fault_without_a_place_stays_as_it_is():
    fault = ContentFault("a.toml is too big.", "Try.", file="a.toml")
    assert with_line(fault, TEXT.encode()) is fault


def test_the_mark_of_notepad_and_windows_line_ends_change_no_number():
    windows = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    fault = ContentFault("a.toml, parts.2.name: x.", "Try.", file="a.toml", key="parts.2.name")
    assert "line 17" in with_line(fault, windows).what


@given(st.text(alphabet="[]=.a\"'#\n x1", max_size=200), st.text(alphabet="a.1x", max_size=12))
def test_any_text_has_a_line_or_none(text, key):
    line = line_of(text, key)
    assert line is None or 1 <= line <= text.count("\n") + 1
