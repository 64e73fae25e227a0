"""A rota for the wall: one table on a page that lies on its long side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from evidence.library import Library
from lessons.colour import BLACK, Colour
from lessons.printing.fitting import breaks
from lessons.printing.ornament import band, peaks_from
from lessons.printing.printed import Printing, refuse_nothing
from lessons.printing.sheet import Box, Fitted, Sheet, Type

_LINE = Colour(160, 168, 174)
_SIZES = (17.0, 15.5, 14.0, 12.5, 11.5, 10.5, 9.5)
_OVER_SEVERAL = 12.0
_MAY_BREAK = 10.5
"""At larger sizes no word is in two pieces."""
_LONGEST = 300
"""Letters of a cell; no line of a rota is longer than a page."""
_TOP = 24.0
_GUTTER = 4.0
_NARROWEST, _WIDEST = 7, 26
"""Letters of a column, by which the width of the page is shared out."""


def rota_sheet(
    library: Library,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    foot: str,
    out: Path | str,
    *,
    overwrite: bool = False,
) -> Path:
    """Write a table for the wall as a PDF, on one page where it fits; codes or first names only.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    printing = Printing(library, out, overwrite=overwrite)
    refuse_nothing(rows, "line of a rota")
    sheet = printing.sheet(title, landscape=True)
    inside = Box(16, 15, sheet.width - 32, sheet.height - 30)
    table = _fitting(sheet, printing, columns, rows, inside)
    pages = _pages(table, inside.height - 8)
    for number, page in enumerate(pages, 1):
        sheet.page()
        y = inside.y
        if number == 1:
            _head(sheet, printing, title, inside)
            y += _TOP
        y = _draw(sheet, printing, table.head, inside, y, ground=printing.look.main_colour)
        for place, row in enumerate(page):
            ground = printing.look.main_colour.tint(0.07) if place % 2 else None
            y = _draw(sheet, printing, row, inside, y, ground=ground)
        printing.foot(sheet, inside, foot, number, len(pages))
    return printing.put(sheet)


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells in lines that fit their columns."""

    cells: tuple[Fitted, ...]
    widths: tuple[float, ...]

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + 3.4


@dataclass(frozen=True, slots=True)
class _Table:
    head: _Row
    rows: tuple[_Row, ...]

    @property
    def height(self) -> float:
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def cells(self) -> list[Fitted]:
        return [cell for row in (self.head, *self.rows) for cell in row.cells]


def _head(sheet: Sheet, printing: Printing, title: str, inside: Box) -> None:
    main = printing.look.main_colour.readable()
    words = Box(inside.x, inside.y - 2, inside.width * 0.62, 20)
    sheet.words(title, words, Type(34, least=10, round=True, colour=main, leading=1.1), at=None, most=2)
    wave = Box(inside.x + inside.width * 0.66, inside.y + 1, inside.width * 0.34, 14)
    band(sheet, wave, printing.look, peaks_from(title, 60), step=2.2)


def _fitting(
    sheet: Sheet, printing: Printing, columns: Sequence[str], rows: Sequence[Sequence[str]], inside: Box
) -> _Table:
    """The table as large as it fits on a page, or else over several."""
    widths = _widths(columns, rows, inside.width)
    for size in (*_SIZES, _OVER_SEVERAL):
        ink = printing.look.main_colour.ink
        head = _row(sheet, columns, widths, size, colour=ink, bold=len(columns))
        table = _Table(head, tuple(_row(sheet, cells, widths, size, bold=1) for cells in rows))
        whole = size <= _MAY_BREAK or not any(map(_in_pieces, (*columns, *chain(*rows)), table.cells))
        if whole and _TOP + table.height <= inside.height - 8:
            break
    return table


def _row(
    sheet: Sheet,
    cells: Sequence[str],
    widths: tuple[float, ...],
    size: float,
    *,
    bold: int,
    colour: Colour = BLACK,
) -> _Row:
    made = tuple(
        sheet.fitter.lines(cell[:_LONGEST], Type(size, bold=place < bold, colour=colour), width - _GUTTER)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return _Row(made, widths)


def _in_pieces(text: str, cell: Fitted) -> bool:
    return breaks(text, cell.lines)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], width: float) -> tuple[float, ...]:
    longest = [
        max(len(line) for cell in column for line in (cell.split("\n") or [""]))
        for column in zip(columns, *rows, strict=True)
    ]
    shares = [min(max(letters, _NARROWEST), _WIDEST) + 3 for letters in longest]
    return tuple(width * share / sum(shares) for share in shares)


def _draw(
    sheet: Sheet, printing: Printing, row: _Row, inside: Box, y: float, *, ground: Colour | None
) -> float:
    if ground:
        sheet.fill(Box(inside.x, y, inside.width, row.height), ground)
    x = inside.x
    for cell, width in zip(row.cells, row.widths, strict=True):
        sheet.put(cell, Box(x + _GUTTER / 2, y + 1.7, width - _GUTTER, 0), at=None, up=0.0)
        x += width
    y += row.height
    sheet.stroke([(inside.x, y), (inside.right, y)], _LINE, thick=0.2, round_=False)
    return y


def _pages(table: _Table, height: float) -> list[list[_Row]]:
    pages: list[list[_Row]] = [[]]
    left = height - _TOP - table.head.height
    for row in table.rows:
        if pages[-1] and row.height > left:
            pages.append([])
            left = height - table.head.height
        pages[-1].append(row)
        left -= row.height
    return pages
