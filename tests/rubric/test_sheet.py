"""Spreadsheets as CSV: every fault says line, column and remedy; nothing else is ever raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.sheet import Row, SheetFault, parse_sheet, read_sheet, sheet_text


def rows_of(text: str | bytes, name: str = "a.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return parse_sheet(content, name, ("code", "text"), optional=("note",))


def fault_of(text: str | bytes) -> SheetFault:
    with pytest.raises(SheetFault) as caught:
        rows_of(text)
    assert caught.value.what.startswith("a.csv")
    assert str(caught.value).isprintable()
    return caught.value


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_of_the_usual_marks_between_cells_is_read(mark):
    (row,) = rows_of(f"text{mark}Code\r\n\r\none  two{mark}A\r\n")
    assert (row.line, row.cell("code"), row.cell("text"), row.cell("note")) == (3, "A", "one two", "")


def test_a_text_may_go_over_several_lines_and_lines_are_still_counted():
    first, second = rows_of('code,text\nA,"one\ntwo"\nB,x\n')
    assert first.cell("text") == "one two"
    assert (first.line, second.line) == (2, 4)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("code\nA\n", 1, "text", "The headings are"),
        ("code,text,tekst\nA,b\n", 1, "tekst", "The headings are"),
        ("code,text,code\nA,b\n", 1, "code", "Keep one"),
        ("code,text\nA,b,c\n", 2, "", "quotation marks"),
        ('code,text\nA,"b\n', 2, "", "quotation mark"),
        ("code,text\n", 0, "", "1 to 5000"),
        (b"code,text\nA,caf\xe9\n", 0, "", "CSV UTF-8"),
        (b"x" * 5_000_000, 0, "", "few pages"),
    ],
)
def test_each_fault_says_where_and_what_to_do(text, line, column, words):
    fault = fault_of(text)
    assert (fault.line, fault.column) == (line, column)
    assert words in fault.fix


def test_a_cell_is_checked_when_it_is_asked_for():
    empty, long, odd = rows_of("code,text\nA,\nB,xxxxxx\nC,a\u202eb\n")
    for row, words in ((empty, "empty"), (long, "6 letters"), (odd, "cannot be shown")):
        with pytest.raises(SheetFault, match=words) as caught:
            row.text("text", longest=5)
        assert (caught.value.line, caught.value.column) == (row.line, "text")
    with pytest.raises(SheetFault, match="“B” is not known"):
        long.choice("code", ["gold"])


def test_no_cell_that_is_written_is_a_formula():
    written = sheet_text(("code", "text"), [("A", "=1+1"), ("B", "-x"), ("C", "plain")])
    assert b"'=1+1" in written
    assert [row.cell("text") for row in rows_of(written)] == ["=1+1", "-x", "plain"]


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(SheetFault, match=r"none\.csv cannot be read"):
        read_sheet(tmp_path / "none.csv", ("code",))


def rows_or_fault(content: bytes) -> list[Row] | SheetFault:
    try:
        return rows_of(content)
    except SheetFault as fault:
        return fault


@given(
    st.sampled_from([b"", b"code,text\n"]),
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_any_bytes_are_rows_or_a_fault(before, content):
    outcome = rows_or_fault(before + content)
    if isinstance(outcome, SheetFault):
        assert str(outcome).isprintable()
    else:
        assert all(row.line > 1 for row in outcome)
