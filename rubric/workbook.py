"""Excel workbooks beside CSV files: the first sheet read as rows of texts, and written."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

_MOST_BYTES, _MOST_FILES = 50_000_000, 500
"""Of an unpacked workbook: a small file must not grow into a large one."""
_MOST_COLUMNS = 60
_ZIP = b"PK\x03\x04"
_WIDEST = 60
_MADE = datetime(2026, 1, 1)
"""Written into every workbook, so that the same rows give the same bytes."""


class NoWorkbook(Exception):
    """Bytes that are no workbook; whoever reads a file says so in its own words."""


def is_workbook(content: bytes) -> bool:
    """Whether bytes may be an Excel workbook, which is a zip."""
    return content.startswith(_ZIP)


def rows_of(content: bytes, *, most: int) -> Iterator[list[str]]:
    """The rows of the first sheet as texts, at most so many; formulas count as what they came to.

    Raises
    ------
    NoWorkbook
        If it cannot be read, or would unpack to far more than it is.
    """
    from openpyxl import load_workbook  # 0.2 s, which only a workbook need pay

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
        if len(files) > _MOST_FILES or sum(file.file_size for file in files) > _MOST_BYTES:
            raise NoWorkbook("it unpacks to too much")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=most, max_col=_MOST_COLUMNS, values_only=True)
        found = [[_text(cell) for cell in row] for row in rows]
    except NoWorkbook:
        raise
    except Exception as error:  # a library for others' files meets damage in any way it can
        raise NoWorkbook(str(error)) from error
    yield from found


def workbook_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet with a fixed first line; every cell is a text and none a formula."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE})
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        widths = [len(column) for column in columns]
        for number, column in enumerate(columns):
            sheet.write_string(0, number, column, bold)
        for line, row in enumerate(rows, 1):
            for number, cell in enumerate(row):
                sheet.write_string(line, number, cell, wrapped)
                widths[number] = max(widths[number], len(cell))
        for number, width in enumerate(widths):
            sheet.set_column(number, number, min(_WIDEST, width + 2))
    return out.getvalue()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
