"""A rota for the wall: one table on a page that lies on its long side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidence.library import Library
from lessons.colour import BLACK, Colour
from lessons.printing.fitting import on_pages
from lessons.printing.ornament import band, peaks_from
from lessons.printing.printed import Printing, refuse_nothing
from lessons.printing.sheet import Box, Fitted, Sheet, Type

_LINE = Colour(160, 168, 174)
_SIZES = tuple(17.0 * 0.96**step for step in range(17))
_OVER_SEVERAL = 12.0
_MAY_BREAK = 9.5
"""At larger sizes no word is in two pieces."""
_LONGEST = 300
"""Letters of a cell; no line of a rota is longer than a page."""
_TOP = 24.0
_PADDING, _TALLER = 0.11, 5.0
"""Above the words of a row for each point of size, and how much taller a row is made to fill the page."""
_GUTTER, _SPARE = 4.0, 0.3
"""Between the words of two columns, and what widths may be off by."""


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
    room = inside.height - 8 - table.head.height
    pages = on_pages(table.rows, room - _TOP, room)
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
    padding: float
    """Above the words, and below."""

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + 2 * self.padding


@dataclass(frozen=True, slots=True)
class _Table:
    head: _Row
    rows: tuple[_Row, ...]

    @property
    def height(self) -> float:
        return self.head.height + sum(row.height for row in self.rows)

    def taller(self, more: float) -> "_Table":
        """With this much more room in every row."""
        rows = (replace(row, padding=row.padding + more / 2) for row in self.rows)
        return replace(self, rows=tuple(rows))


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
    measured = [
        _Column.of(sheet, head, [row[place] for row in rows], place) for place, head in enumerate(columns)
    ]
    ink = printing.look.main_colour.ink

    def at(size: float) -> _Table:
        widths = _widths(measured, size, inside.width)
        head = _row(sheet, columns, widths, size, colour=ink, bold=len(columns))
        return _Table(head, tuple(_row(sheet, cells, widths, size, bold=1) for cells in rows))

    for size in _SIZES:
        if size <= _MAY_BREAK or sum(each.least(size) for each in measured) <= inside.width:
            table = at(size)
            spare = inside.height - 8 - _TOP - table.height
            if spare >= 0:
                return table.taller(min(spare / len(rows), _TALLER))
    return at(_OVER_SEVERAL)


@dataclass(frozen=True, slots=True)
class _Column:
    """How wide a column would like to be, for one point of size."""

    word: float
    """Its longest word, which is broken in no column that is as wide."""
    line: float
    """Its longest line."""

    @classmethod
    def of(cls, sheet: Sheet, head: str, cells: Sequence[str], place: int) -> "_Column":
        type_, bold = Type(1.0, bold=place == 0), Type(1.0, bold=True)
        texts = [(head, bold), *((cell[:_LONGEST], type_) for cell in dict.fromkeys(cells))]
        lines = [(line, kind) for text, kind in texts for line in text.split("\n")]
        words = [(word, kind) for line, kind in lines for word in line.split()]
        width = sheet.fitter.width
        return cls(
            max((width(word, kind) for word, kind in words), default=0.0),
            max((width(line, kind) for line, kind in lines), default=0.0),
        )

    def least(self, size: float) -> float:
        """At a size, with no word broken."""
        return self.word * size + _GUTTER + _SPARE

    def liked(self, size: float) -> float:
        """At a size, with no line broken."""
        return max(self.line * size + _GUTTER + _SPARE, self.least(size))


def _widths(columns: Sequence[_Column], size: float, width: float) -> tuple[float, ...]:
    """Every column as wide as its words at least; what is left goes to those with longer lines."""
    least = [column.least(size) for column in columns]
    liked = [column.liked(size) for column in columns]
    if sum(least) > width:
        return tuple(width * each / sum(least) for each in least)
    if sum(liked) <= width:
        return tuple(width * each / sum(liked) for each in liked)
    share = (width - sum(least)) / (sum(liked) - sum(least))
    return tuple(few + share * (many - few) for few, many in zip(least, liked, strict=True))


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
    return _Row(made, widths, size * _PADDING)


def _draw(
    sheet: Sheet, printing: Printing, row: _Row, inside: Box, y: float, *, ground: Colour | None
) -> float:
    if ground:
        sheet.fill(Box(inside.x, y + 0.1, inside.width, row.height - 0.1), ground)
    x = inside.x
    for cell, width in zip(row.cells, row.widths, strict=True):
        sheet.put(cell, Box(x + _GUTTER / 2, y + row.padding, width - _GUTTER, 0), at=None, up=0.0)
        x += width
    y += row.height
    sheet.stroke([(inside.x, y), (inside.right, y)], _LINE, thick=0.2, round_=False)
    return y
