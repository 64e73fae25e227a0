"""Rows of a spreadsheet, saved as CSV, TSV or a workbook; each fault told by line, column and remedy."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rubric.workbook import NoWorkbook, is_workbook, rows_of
from studio.disk import reason
from studio.errors import StudioError
from studio.wording import did_you_mean

_LARGEST_BYTES = 4_000_000
_MOST_ROWS = 5_000
_FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is reckoned out by spreadsheet programs, unless an apostrophe stands before it."""


class SheetFault(StudioError):
    """A spreadsheet that cannot be used as it stands."""

    def __init__(self, what: str, fix: str, *, file: str, line: int = 0, column: str = "") -> None:
        super().__init__(what, fix)
        self.file = file
        self.line = line
        """Counted from 1; 0 for the file as a whole."""
        self.column = column


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by the names of their columns."""

    file: str
    line: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """A cell with its white space made single; empty when it is not there."""
        return self.cells.get(column, "")

    def text(self, column: str, *, longest: int) -> str:
        """A cell that must not be empty."""
        text = self.cell(column)
        if not text:
            raise self.fault(column, "the cell is empty.", "Write something in it.")
        if not text.isprintable():
            raise self.fault(column, "the cell has letters that cannot be shown.", "Type the words again.")
        if len(text) > longest:
            raise self.fault(column, f"the text has {len(text)} letters.", f"Use at most {longest}.")
        return text

    def choice(self, column: str, choices: Iterable[str]) -> str:
        """A cell that is one of a few words, in capitals or not."""
        choices = tuple(choices)
        text = self.text(column, longest=1000)
        found = {choice.lower(): choice for choice in choices}.get(text.lower())
        if found is None:
            raise self.fault(column, f"“{text[:40]}” is not known here.", did_you_mean(text, choices))
        return found

    def fault(self, column: str, what: str, fix: str) -> SheetFault:
        """A fault of one cell, ready to raise."""
        place = f"{self.file}, line {self.line}, column {column}"
        return SheetFault(f"{place}: {what}", fix, file=self.file, line=self.line, column=column)


def read_sheet(path: Path, columns: Sequence[str], *, optional: Sequence[str] = ()) -> list[Row]:
    """Read a file; see `parse_sheet`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SheetFault(
            f"{path.name} cannot be read ({reason(error)}).",
            "Check that the file is there and may be opened.",
            file=path.name,
        ) from error
    return parse_sheet(content, path.name, columns, optional=optional)


def parse_sheet(
    content: bytes, name: str, columns: Sequence[str], *, optional: Sequence[str] = ()
) -> list[Row]:
    """Rows below the line of headings, without the empty ones; columns may stand in any order.

    Raises
    ------
    SheetFault
        At the first thing that does not fit.
    """
    rows: list[Row] = []
    headings: list[str] = []
    for line, cells in _lines(content, name):
        if not headings:
            headings = _headings(cells, name, columns, optional)
        elif any(cell.strip() for cell in cells):
            rows.append(_row(cells, headings, name, line))
    if not rows or len(rows) > _MOST_ROWS:
        raise SheetFault(
            f"{name} has {len(rows) or 'no'} rows below its headings.", "Use 1 to 5000 rows.", file=name
        )
    return rows


def sheet_text(columns: Sequence[str], rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> bytes:
    """A spreadsheet as bytes that every spreadsheet program opens as UTF-8, no cell of it a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _lines(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the number of its line, from 1."""
    if len(content) > _LARGEST_BYTES:
        raise SheetFault(f"{name} is too big.", "Use a file of a few pages of text.", file=name)
    if is_workbook(content):
        try:
            yield from enumerate(rows_of(content, most=_MOST_ROWS + 2), 1)
        except NoWorkbook as error:
            raise SheetFault(
                f"{name} is not a workbook that can be read.",
                "Open it in the spreadsheet program and save it again.",
                file=name,
            ) from error
    else:
        yield from _lines_of_text(_decoded(content, name), name)


def _lines_of_text(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    heading = text.partition("\n")[0]
    delimiter = max("\t,;", key=heading.count)  # a semicolon where the comma is used in numbers
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise SheetFault(
            f"{name}, line {line}: the row cannot be read.",
            "Look for a quotation mark without its partner, and save the file again.",
            file=name,
            line=line,
        ) from error


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetFault(
            f"{name} is not a workbook, and not a CSV or TSV file in UTF-8.",
            "In the spreadsheet program choose “Save as”, and “Excel workbook” or “CSV UTF-8”.",
            file=name,
        ) from error


def _headings(cells: list[str], name: str, columns: Sequence[str], optional: Sequence[str]) -> list[str]:
    headings = [_clean(cell).lower().replace(" ", "_") for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    known = (*columns, *optional)
    missing = [column for column in columns if column not in headings]
    strange = [heading for heading in headings if heading not in known]
    twins = [heading for heading in headings if headings.count(heading) > 1]
    for column, what, fix in (
        *((c, "this heading is missing.", f"The headings are: {', '.join(known)}.") for c in missing),
        *((c, "this heading is not known here.", f"The headings are: {', '.join(known)}.") for c in strange),
        *((c, "this heading is there twice.", "Keep one of them.") for c in twins),
    ):
        shown = column[:40] if column.isprintable() else ascii(column)[:40]
        raise SheetFault(f"{name}, line 1, column {shown or 'without a name'}: {what}", fix,
                         file=name, line=1, column=shown)  # fmt: skip
    return headings


def _row(cells: list[str], headings: list[str], name: str, line: int) -> Row:
    if any(cell.strip() for cell in cells[len(headings) :]):
        raise SheetFault(
            f"{name}, line {line}, column {len(headings) + 1}: there are more cells than headings.",
            "Put texts with commas in quotation marks, or empty that cell.",
            file=name,
            line=line,
        )
    texts = [_clean(cell) for cell in cells[: len(headings)]]
    return Row(name, line, dict(zip(headings, texts, strict=False)))


def _clean(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if re.match(r"'[=+\-@]", text) else text


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
