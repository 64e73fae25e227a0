"""The tables of a paper as a PDF: cells in lines, their head again on every page, none cut off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.papers.pdf_pages import Pages
from evidence.printing.typesetter import Ink, SetLine, Style

_LINE: Ink = (154, 165, 168)
_FAINT: Ink = (208, 215, 217)
_GROUND: Ink = (233, 241, 242)
_GUTTER = 3.0
"""Between the words of two columns."""
_TALLEST = 0.7
"""Of a row, as a share of the page; what is longer goes on in a row below."""

Lines = Sequence[SetLine]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, in lines that fit their columns."""

    cells: Sequence[Lines]
    style: Style
    padding: float
    least: float = 0.0

    @property
    def height(self) -> float:
        """Of the row, with its padding."""
        lines = max(sum(line.height for line in cell) for cell in self.cells)
        return max(self.least, lines + 2 * self.padding)


class GridPrinter:
    """One table on its way to the pages."""

    def __init__(self, pages: Pages, widths: Sequence[int], *, padding: float) -> None:
        self._pages = pages
        self._columns = [pages.width * width / sum(widths) for width in widths]
        self._padding = padding

    def row(self, cells: Sequence[str], style: Style, *, least: float = 0.0) -> Row:
        """A row of texts."""
        set_ = [
            self._pages.lines(cell, style, width - _GUTTER)
            for cell, width in zip(cells, self._columns, strict=True)
        ]
        return Row(set_, style, self._padding, least)

    def print(self, head: Row, rows: Sequence[Row], *, boxed: bool) -> None:
        """All of it, the head again at the top of each page; `boxed` has lines between the columns too."""
        parts = [part for row in rows for part in self._parts(row)]
        first = sum(row.height for row in parts[:2])
        whole = head.height + sum(row.height for row in parts)
        self._pages.begin(whole if whole < self._pages.height / 3 else head.height + first)
        self._print_head(head, boxed=boxed)
        for row in parts:
            if self._pages.need(row.height):
                self._print_head(head, boxed=boxed)
            self._print_row(row, _LINE if boxed else _FAINT, boxed=boxed)

    def _print_head(self, head: Row, *, boxed: bool) -> None:
        pages = self._pages
        pages.fill(pages.left, pages.top, pages.width, head.height, _GROUND)
        pages.rule(pages.left, pages.top, pages.left + pages.width, pages.top, ink=_LINE)
        self._print_row(head, _LINE, boxed=boxed)

    def _print_row(self, row: Row, ink: Ink, *, boxed: bool) -> None:
        pages, x, top = self._pages, self._pages.left, self._pages.top
        bottom = top + row.height
        for cell, width in zip(row.cells, self._columns, strict=True):
            y = top + row.padding
            for line in cell:
                pages.draw(line, row.style, x + _GUTTER / 2, y, width - _GUTTER)
                y += line.height
            if boxed:
                pages.rule(x, top, x, bottom, ink=_LINE)
            x += width
        if boxed:
            pages.rule(x, top, x, bottom, ink=_LINE)
        pages.rule(pages.left, bottom, pages.left + pages.width, bottom, ink=ink)
        pages.go_to(bottom)

    def _parts(self, row: Row) -> Iterator[Row]:
        """The row, or several where it is taller than a page likes."""
        tallest = self._pages.height * _TALLEST
        cells = list(row.cells)
        while True:
            here = [_first(cell, tallest) for cell in cells]
            yield Row(here, row.style, row.padding, row.least)
            cells = [cell[len(part) :] for cell, part in zip(cells, here, strict=True)]
            if not any(cells):
                return


def _first(cell: Lines, height: float) -> Lines:
    """As many lines as fit, and at least one."""
    used = 0.0
    for place, line in enumerate(cell):
        used += line.height
        if place and used > height:
            return cell[:place]
    return cell
