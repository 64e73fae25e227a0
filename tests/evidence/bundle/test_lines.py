from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bundle.lines import lines_of

ONE = defaultdict(lambda: 1.0)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a cow", ["a cow"]),
        ("a cow says moo", ["a cow", "says", "moo"]),
        ("abcdefghijkl", ["abcde", "fghij", "kl"]),
        ("ab cdefghijkl", ["ab", "cdefg", "hijkl"]),
        ("a\n\nb", ["a", "", "b"]),
        ("a     b     c", ["a", "b", "c"]),
        ("abcde fghij", ["abcde", "fghij"]),
        ("abcde     ", ["abcde"]),
    ],
)
def test_a_text_is_broken_between_words(text, lines):
    assert [line.strip(" ") for line in lines_of(text, ONE, 5)] == lines


def test_a_letter_wider_than_the_room_has_its_own_line():
    assert list(lines_of("abc", ONE, 0.5)) == ["a", "b", "c"]


@given(text=st.text("abcdefgh \n", max_size=300), room=st.integers(1, 40))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, room):
    lines = list(lines_of(text, ONE, room))
    assert max(len(line.rstrip(" ")) for line in lines) <= room
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
