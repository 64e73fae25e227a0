"""One sheet of a workbook: every cell a text or a number, nothing worked out, nothing to click.

Whatever a title says, it is no formula and no link.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float

_LONGEST_CELL = 32_000
"""Letters; a spreadsheet drops more than 32,767."""
_WIDTHS = {
    **{"id": 14, "title": 38, "area": 36, "criteria": 16, "what happened": 44, "impact": 44, "before": 44},
    **{"sounds": 24, "files": 24, "school": 24, "framework": 24, "bundle": 30, "type": 18, "subject": 14},
    **{"also fits": 12, "heard or seen": 18, "what works": 36, "try next": 36, "reason": 44, "criterion": 11},
    **{"what the level asks": 60, "action": 38, "success": 40, "what is different now": 44, "when": 26},
    **{"name": 40, "the sum": 44, "note": 30, "receipt (write the eight words here)": 40},
    **dict.fromkeys(("bronze", "silver", "gold"), 9),
}
_WIDTH_OF_PAGE = 150
"""As many letters fit on a page across in a size that can be read."""
_WIDTH, _LINE_HEIGHT, _TALLEST = 13, 15, 400
_BASE = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}
_HEAD = {"bold": True, "bg_color": "#0D4A52", "font_color": "#FFFFFF", "valign": "vcenter"}
_LINE = {"bottom": 1, "bottom_color": "#DCDDD6"}
_COUNT = {"num_format": '0;-0;"·"', "align": "center"}
"""Nothing there is a dot, so that the eye finds the numbers; the cell still holds 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    note: str = ""
    """A sentence below it."""
    fixed: int = 1
    """Columns that stay in sight."""


class SheetWriter:
    """Writes sheets into one workbook, all in one manner."""

    def __init__(self, book: "Workbook", *, foot: str) -> None:
        self._book = book
        self._foot = f"&L{plain(foot)[:100].replace('&', '&&')}&RPage &P of &N"
        self._head = self._format(_HEAD)
        self._text = self._format(_LINE)
        self._count = self._format(_LINE | _COUNT)
        self._number = self._format(_LINE | {"align": "left"})
        self._note = book.add_format({"italic": True, "font_color": "#4C595E"})

    def write(self, sheet: Sheet) -> None:
        """Add one sheet."""
        page = self._book.add_worksheet(sheet.name)
        widths = [_WIDTHS.get(label, _WIDTH) for label in sheet.columns]
        for column, (label, width) in enumerate(zip(sheet.columns, widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, label, self._head)
        page.set_row(0, _height(sheet.columns, widths) + 4)
        last = 0
        for last, row in enumerate(sheet.rows, 1):
            page.set_row(last, _height(row, widths))
            for column, cell in enumerate(row):
                self._write_cell(page, last, column, cell)
        if sheet.note:
            page.write_string(last + 2, 0, sheet.note, self._note)
        page.freeze_panes(1, sheet.fixed)
        self._set_up_print(page, sheet.fixed, sum(widths))

    def _write_cell(self, page: "Worksheet", row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            page.write_string(row, column, plain(cell), self._text)
        else:
            page.write_number(row, column, cell, self._count if isinstance(cell, int) else self._number)

    def _set_up_print(self, page: "Worksheet", fixed: int, width: int) -> None:
        page.set_paper(9)  # A4
        page.set_landscape()
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page.fit_to_pages(max(1, round(width / _WIDTH_OF_PAGE)), 0)
        page.repeat_rows(0)
        page.repeat_columns(0, fixed - 1)
        page.set_footer(self._foot)

    def _format(self, more: dict[str, Any]) -> Any:
        return self._book.add_format(_BASE | more)


def plain(text: str) -> str:
    """Only letters that a workbook's XML can hold; the others become a visible sign."""
    return "".join(letter if _is_xml(letter) else "\ufffd" for letter in text[:_LONGEST_CELL])


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Enough for the longest cell: not every program works that out when it opens a workbook."""
    lines = (
        sum(1 + len(line) // width for line in str(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(_TALLEST, _LINE_HEIGHT * max(lines))


def _is_xml(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n" or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
