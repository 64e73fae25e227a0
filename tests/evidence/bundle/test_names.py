import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bundle.names import fault_in_path, slug, twins


@pytest.mark.parametrize(
    "path", ["bagit.txt", "data/OPEN-ME-FIRST.html", "data/evidence/EV-2026-0001/S-0001.mp3"]
)
def test_our_own_names_are_safe(path):
    assert fault_in_path(path) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oakfield Primary School", "oakfield-primary-school"),
        ("St Ma\u00eblle's", "st-maelle-s"),
        ("\u5b66\u6821", "school"),
        ("CON", "school"),
        ("", "school"),
        ("../../x", "x"),
        ("a" * 100, "a" * 24),
    ],
)
def test_a_slug_is_short_and_plain(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_any_text_gives_a_safe_slug(text):
    assert re.fullmatch(r"[a-z0-9-]{1,24}", slug(text))
    assert fault_in_path(slug(text)) is None


@given(st.text())
def test_any_path_is_judged(path):
    fault_in_path(path)


def test_twins_are_found_across_case_and_composition():
    assert twins(["a", "B", "A", "\u00e9", "e\u0301"]) == ["A", "e\u0301"]
