"""Tables of content files: checked values, and faults that say where."""

import pytest

from rubric.tables import ContentFault, Table, parse_table, read_table


def table(**values: object) -> Table:
    return Table(values, file="a.toml", place="things.1", fault=ContentFault)


def test_line_breaks_and_runs_of_spaces_become_one_space():
    assert table(text="\n  one\r\n two\t three ").text("text") == "one two three"


def test_a_number_is_a_number_whole_or_not():
    assert table(n=6).number("n") == 6.0
    assert table(n=2.5).number("n") == 2.5


@pytest.mark.parametrize("value", [True, "6", float("inf"), float("nan"), -1, 10**400])
def test_what_is_no_plain_number_is_refused(value):
    with pytest.raises(ContentFault, match=r"a\.toml, things\.1\.n: "):
        table(n=value).number("n")


def test_a_whole_number_is_whole_and_in_its_bounds():
    assert table(n=1).whole("n", most=9) == 1
    assert table(n=0).whole("n", least=0, most=9) == 0
    for value in (0, 10, 2.5, True, "3"):
        with pytest.raises(ContentFault, match=r"a\.toml, things\.1\.n: "):
            table(n=value).whole("n", most=9)


def test_a_list_within_choices_is_read_in_its_order():
    assert table(of=["b", "a"]).texts("of", choices=["a", "b"]) == ("b", "a")


def test_keys_left_out_on_purpose_are_known():
    values = table(a="x")
    assert not values.has("b")
    assert values.has("a")
    values.expect_nothing_else()


def test_a_key_nobody_asked_for_is_refused():
    values = table(titel="x")
    values.has("title")
    with pytest.raises(ContentFault) as caught:
        values.expect_nothing_else()
    assert caught.value.key == "things.1.titel"
    assert "“title”" in caught.value.fix


def test_a_nested_table_is_named_by_its_code():
    (row,) = parse_table(b'[[things]]\ncode = "T1"\n', "a.toml", ContentFault).tables("things")
    assert row.place == "things.T1"


def test_odd_keys_are_shown_safely():
    row = parse_table(b'"\\u0007\\u001b[2J" = 1\n', "a.toml", ContentFault)
    with pytest.raises(ContentFault) as caught:
        row.expect_nothing_else()
    assert str(caught.value).isprintable()


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(ContentFault) as caught:
        read_table(tmp_path / "no.toml", ContentFault)
    assert caught.value.file == "no.toml"
    assert "Check that the file is there" in caught.value.fix


def test_an_id_that_two_have_is_told_with_its_place():
    table = parse_table(b"x = 1", "own.toml", ContentFault)
    table.refuse_twins("kinds", ["a", "b"])
    with pytest.raises(ContentFault, match=r"own\.toml, kinds: “a” is there twice"):
        table.refuse_twins("kinds", ["a", "b", "a"])
