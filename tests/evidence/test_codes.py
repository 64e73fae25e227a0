import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.codes import NotACode, UnknownRole, parse_code, parse_role
from evidence.years import YEAR_GROUPS


@pytest.mark.parametrize(
    "code", ["Y4-heron", "EYFS-duck", "staff-1", "Y13-owl12", "hub-2", "Y5-newt", "lead-1"]
)
def test_a_code_is_read_as_it_is(code):
    assert parse_code(code) == code


def test_the_letters_of_a_code_may_be_typed_in_any_case():
    assert parse_code(" y4-HERON ") == "Y4-heron"
    assert parse_code("Staff-1") == "staff-1"


@pytest.mark.parametrize(
    "name",
    ["", "Emily", "Emily Jones", "Y4", "Y4-", "Y4 heron", "Y14-heron", "e.jones@school", "Y4-Mary-Ann", "4"],
)
def test_names_are_refused_and_the_reason_is_given(name):
    with pytest.raises(NotACode) as refused:
        parse_code(name)
    assert "Y4-heron" in refused.value.fix


@given(st.sampled_from(YEAR_GROUPS), st.from_regex(r"[a-z]{3,12}[0-9]{0,2}", fullmatch=True))
def test_reading_a_code_twice_changes_nothing(year, word):
    assert parse_code(parse_code(f"{year}-{word}")) == f"{year}-{word}"


@given(st.text())
def test_any_text_is_a_code_or_refused(text):
    try:
        code = parse_code(text)
    except NotACode:
        return
    assert code.isascii()


def test_an_adult_may_be_a_role_alone_and_never_a_name():
    assert parse_role(" Lead ") == "lead"
    for text in ("", "Ms Jones", "lead-1", "pupil"):
        with pytest.raises(UnknownRole, match="Names are not kept here"):
            parse_role(text)
