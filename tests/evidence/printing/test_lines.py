from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.printing.gaps import gaps_in
from evidence.printing.lines import lines_of, spans

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


def broken(text: str, room: float, joined: set[int] = frozenset()) -> list[str]:
    gaps = gaps_in(text, joined)
    return [
        text[start:stop] for start, stop in spans(text, [1.0] * len(text), room, gaps=gaps, joined=joined)
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("学校の音楽", ["学校の", "音楽"]),
        ("学校名。音", ["学校", "名。音"]),
        ("ab「音」楽", ["ab", "「音」", "楽"]),
        ("ཀ་ཁ་ག", ["ཀ་", "ཁ་ག"]),
    ],
)
def test_scripts_without_spaces_have_their_own_places_to_break(text, lines):
    assert broken(text, 3) == lines


def test_letters_that_belong_together_are_not_parted():
    assert broken("abcdef", 4, {4, 5}) == ["abc", "def"]
    assert broken("abcdef", 2, {1, 2, 3}) == ["abcd", "ef"]


def test_letters_without_width_do_not_fill_a_line_for_ever():
    assert all(stop - start <= 800 for start, stop in spans("x" * 10_000, [0.0] * 10_000, 5))


@given(text=st.text("ab 学。「x", max_size=200), room=st.integers(1, 20), joined=st.sets(st.integers(1, 200)))
def test_however_a_text_is_broken_no_letter_is_lost(text, room, joined):
    assert "".join(broken(text, room, joined)).replace(" ", "") == text.replace(" ", "")
