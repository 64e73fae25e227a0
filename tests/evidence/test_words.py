import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.words import BadTitle, TextTooLong, clean_file_name, clean_line, clean_text, clean_title


@pytest.mark.parametrize(
    ("given_title", "kept"),
    [
        ("  A   cow \n moos ", "A cow moos"),
        ("A\u202e cow\u200b", "A cow"),
        ("cafe\u0301", "caf\u00e9"),
        ("x\x00\x1b[31m", "x[31m"),
        ("Łukasz – ভোর 🐮", "Łukasz – ভোর 🐮"),
        ("a\u2028b", "a b"),
        ("\ud800x", "x"),
    ],
)
def test_a_title_is_one_line_with_nothing_hidden(given_title, kept):
    assert clean_title(given_title) == kept


@pytest.mark.parametrize("title", ["", "   ", "\u200b\u200d", "\n", "\u3164", "x" * 201])
def test_an_empty_or_endless_title_is_refused(title):
    with pytest.raises(BadTitle):
        clean_title(title)


def test_a_title_of_200_characters_is_kept():
    assert clean_title("x" * 200) == "x" * 200


@given(st.text())
def test_cleaning_a_title_twice_changes_nothing(text):
    try:
        title = clean_title(text)
    except BadTitle:
        return
    assert clean_title(title) == title
    assert title.isprintable() or unicodedata.is_normalized("NFC", title)
    assert not {unicodedata.category(c) for c in title} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_a_text_keeps_its_lines_and_its_direction_marks():
    assert clean_text(" one\r\ntwo\x07 \u200fthree ", called="What happened") == "one\ntwo \u200fthree"


def test_a_text_that_is_too_long_is_refused_by_its_name():
    with pytest.raises(TextTooLong, match="The impact has 10,001 characters"):
        clean_text("x" * 10_001, called="The impact")


@given(st.text())
def test_cleaning_a_text_twice_changes_nothing(text):
    once = clean_text(text, called="It")
    assert clean_text(once, called="It") == once


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\plan.PDF", "plan.PDF"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("a<b>:c?.txt", "a_b__c_.txt"),
        ("trailing. . ", "trailing"),
        ("...", "file"),
        ("", "file"),
        (".hidden", "hidden"),
        ("gnp.\u202eexe", "gnp.exe"),
    ],
)
def test_a_file_name_is_safe_everywhere(name, kept):
    assert clean_file_name(name) == kept


@given(st.text(max_size=300))
def test_cleaning_a_file_name_twice_changes_nothing(name):
    once = clean_file_name(name)
    assert clean_file_name(once) == once
    assert 0 < len(once) <= 101
    assert not set(once) & set('<>:"/\\|?*')


def test_a_line_of_nothing_that_shows_is_empty():
    assert clean_line(" \x1b\u200b\t", called="The credit") == ""
