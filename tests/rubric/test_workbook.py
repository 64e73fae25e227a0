"""Excel workbooks as spreadsheets of frameworks."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assets import asset
from rubric.load import load_framework
from rubric.own import COLUMNS, framework_from_rows, framework_sheet, template
from rubric.sheet import SheetFault, parse_sheet
from rubric.workbook import NoWorkbook, is_workbook, rows_of, workbook_of

WORKBOOK = template(".xlsx")


def from_workbook(content: bytes):
    rows = parse_sheet(content, "own.xlsx", COLUMNS)
    return framework_from_rows(rows, framework_id="own", title="Own", source="a test")


@pytest.mark.parametrize("name", ["quality-mark", "music-mark-membership", "national-plan-areas", "three-i"])
def test_a_framework_goes_through_a_workbook_and_back(name):
    framework = load_framework(asset("frameworks", f"{name}.toml"))
    again = from_workbook(framework_sheet(framework, ".xlsx"))
    assert framework_sheet(again) == framework_sheet(framework)


def test_the_template_is_the_same_in_both_forms():
    assert from_workbook(template(".xlsx")) == framework_from_rows(
        parse_sheet(template(), "own.csv", COLUMNS), framework_id="own", title="Own", source="a test"
    )


def test_what_a_teacher_typed_over_it_is_read_whatever_kind_the_cells_became():
    book = load_workbook(io.BytesIO(template(".xlsx")))
    sheet = book.active
    sheet["F2"], sheet["F3"] = 5, 2.5
    sheet.append([None, None])
    out = io.BytesIO()
    book.save(out)
    assert [d.text for d in from_workbook(out.getvalue()).criterion("ST1").descriptors][:2] == ["5", "2.5"]


def test_a_fault_is_told_by_its_line_and_column():
    book = load_workbook(io.BytesIO(template(".xlsx")))
    book.active["E3"] = ""
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(SheetFault, match=r"own\.xlsx, line 3, column level"):
        from_workbook(out.getvalue())


def test_the_same_rows_give_the_same_bytes():
    assert template(".xlsx") == WORKBOOK


def test_no_cell_of_ours_is_a_formula():
    content = workbook_of(("a",), [["=1+1"], ["https://example.org"]])
    sheet = load_workbook(io.BytesIO(content)).active
    assert [cell.data_type for (cell,) in sheet["A1:A3"]] == ["s", "s", "s"]
    assert sheet["A3"].hyperlink is None


def test_a_small_file_that_unpacks_to_a_large_one_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(60_000_000))
    assert len(out.getvalue()) < 100_000
    with pytest.raises(NoWorkbook, match="too much"):
        list(rows_of(out.getvalue(), most=10))


def test_more_rows_than_are_wanted_are_not_read():
    book = Workbook()
    for number in range(50):
        book.active.append([number])
    out = io.BytesIO()
    book.save(out)
    assert len(list(rows_of(out.getvalue(), most=10))) == 10


@given(st.binary(max_size=200))
def test_anything_that_begins_like_a_workbook_is_read_or_refused(content):
    content = b"PK\x03\x04" + content
    assert is_workbook(content)
    with pytest.raises(SheetFault, match="not a workbook"):
        parse_sheet(content, "own.xlsx", COLUMNS)


@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    content = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        rows = parse_sheet(bytes(content), "own.xlsx", COLUMNS)
    except SheetFault as fault:
        rows = []
        assert str(fault).endswith((".", "?"))  # noqa: PT017
    assert isinstance(rows, list)
