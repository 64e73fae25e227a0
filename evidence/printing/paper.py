"""Pages of a PDF: headings, paragraphs and tables in letters of every script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from evidence.printing.blank import blank_pdf, in_one_line
from evidence.printing.typesetter import SetLine, Style, Typesetter

if TYPE_CHECKING:
    from fpdf import FPDF

_LINE, _FAINT = (150, 150, 150), (215, 215, 215)
_HEADINGS = {
    1: Style(24.0, bold=True, leading=0.44),
    2: Style(15.5, bold=True, leading=0.44),
    3: Style(12.0, bold=True, leading=0.46),
}
_BEFORE = {1: 0.0, 2: 6.0, 3: 3.5}
_AFTER = {1: 2.5, 2: 2.0, 3: 0.6}
_TEXT, _LABEL, _SOFT = Style(10.0), Style(10.0, bold=True), Style(8.5, soft=True)
_CELL, _HEAD, _FOOT = Style(9.0, leading=0.46), Style(9.0, bold=True, leading=0.46), Style(8.0, soft=True)
_MARGIN = 20
_TOGETHER = 6
"""Lines of a paragraph that is not parted by the end of a page."""
_LONGEST_CELL = 400
"""Letters in a cell of a table."""
_TALLEST_CELL = 200
"""Millimetres of a cell, whose row must fit on a page."""
_CELL_PADDING, _GUTTER = 0.9, 2
_SHORT_TABLE = 70
"""Millimetres of a table that is not parted by the end of a page."""


class Paper:
    """A growing PDF on A4."""

    def __init__(self, *, title: str, foot: str, made: datetime) -> None:
        self._pdf = blank_pdf(title=title, made=made, margin=_MARGIN)
        self._type = Typesetter(self._pdf)
        self._pdf.footer = _Foot(self._pdf, self._type, in_one_line(foot)[:90])  # type: ignore[method-assign]
        self._waiting: list[_Title] = []
        self._pdf.add_page()

    def heading(self, text: str, *, rank: int = 2) -> None:
        """A heading, kept with what follows it, and its line in the outline."""
        lines = list(self._type.lines(text, _HEADINGS[rank], self._pdf.epw))
        outline = (in_one_line(text)[:200], rank - 1)
        self._waiting.append(_Title(lines, _HEADINGS[rank], _BEFORE[rank], _AFTER[rank], outline))

    def text(self, text: str, *, soft: bool = False, bold: bool = False) -> None:
        """A paragraph in lines; a bold one, or a soft one under a heading, stays with what follows."""
        style = _SOFT if soft else _LABEL if bold else _TEXT
        lines = list(self._type.lines(text, style, self._pdf.epw))
        under_heading = soft and bool(self._waiting) and self._waiting[-1].outline is not None
        if (bold or under_heading) and len(lines) <= _TOGETHER:
            self._waiting.append(_Title(lines, style, 0.8 if bold else 0.0, 0.2 if bold else 1.2))
            return
        self._begin(sum(line.height for line in lines) if len(lines) <= _TOGETHER else 2 * lines[0].height)
        self._write(lines, style)
        self._pdf.ln(1.2)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> None:
        """A table whose head is repeated on every page; all columns but the first are centred."""
        unit = self._pdf.epw / sum(widths)
        columns = [width * unit for width in widths]
        first = self._row(head, columns, _HEAD)
        body = [self._row(cells, columns, _CELL) for cells in rows]
        height = first.height + sum(row.height for row in body)
        self._begin(1 + (height if height < _SHORT_TABLE else first.height * 4))
        self._pdf.ln(1)
        self._draw(first, columns, _LINE)
        for row in body:
            if self._pdf.will_page_break(row.height):
                self._pdf.add_page()
                self._draw(first, columns, _LINE)
            self._draw(row, columns, _FAINT)
        self._pdf.ln(4)

    def line(self) -> None:
        """A thin line between two things; where a page ends, that parts them."""
        self._begin(0)
        if self._pdf.will_page_break(3) or self._pdf.get_y() == self._pdf.t_margin:
            return
        self._pdf.ln(1.5)
        self._rule(_FAINT)
        self._pdf.ln(1.5)

    def finish(self) -> bytes:
        """The whole PDF."""
        self._begin(0)
        return bytes(self._pdf.output())

    def _begin(self, height: float) -> None:
        """Write the titles that waited for something of this height, on the page where it fits under them."""
        self._room_for(sum(title.height for title in self._waiting) + height)
        for title in self._waiting:
            if self._pdf.get_y() > self._pdf.t_margin:
                self._pdf.ln(title.before)
            if title.outline:
                self._pdf.start_section(title.outline[0], level=title.outline[1])
            self._write(title.lines, title.style, at=0.0)
            self._pdf.ln(title.after)
        self._waiting.clear()

    def _write(self, lines: Sequence[SetLine], style: Style, *, at: float | None = None) -> None:
        for place, line in enumerate(lines):
            # No line of a paragraph is alone on a page.
            together = 2 if len(lines) > 1 and place in (0, len(lines) - 2) else 1
            self._room_for(line.height * together)
            self._type.draw(line, style, self._pdf.l_margin, self._pdf.get_y(), self._pdf.epw, at=at)
            self._pdf.set_y(self._pdf.get_y() + line.height)

    def _row(self, cells: Sequence[str], columns: Sequence[float], style: Style) -> "_Row":
        return _Row(
            [self._cell(cell, width, style) for cell, width in zip(cells, columns, strict=True)], style
        )

    def _cell(self, text: str, width: float, style: Style) -> list[SetLine]:
        lines: list[SetLine] = []
        height = 0.0
        for line in self._type.lines(text[:_LONGEST_CELL], style, width - _GUTTER):
            height += line.height
            if height > _TALLEST_CELL:
                break
            lines.append(line)
        return lines

    def _draw(self, row: "_Row", columns: Sequence[float], rule: tuple[int, int, int]) -> None:
        x, top = self._pdf.l_margin, self._pdf.get_y()
        for place, (lines, width) in enumerate(zip(row.cells, columns, strict=True)):
            y = top + _CELL_PADDING
            for line in lines:
                self._type.draw(line, row.style, x, y, width, at=0.5 if place else 0.0)
                y += line.height
            x += width
        self._pdf.set_y(top + row.height)
        self._rule(rule)

    def _rule(self, ink: tuple[int, int, int]) -> None:
        self._pdf.set_draw_color(*ink)
        y = self._pdf.get_y()
        self._pdf.line(self._pdf.l_margin, y, self._pdf.w - self._pdf.r_margin, y)

    def _room_for(self, height: float) -> None:
        if self._pdf.will_page_break(height) and self._pdf.get_y() > self._pdf.t_margin:
            self._pdf.add_page()


@dataclass(frozen=True, slots=True)
class _Title:
    """A heading or a bold line, which waits for what it stands over."""

    lines: Sequence[SetLine]
    style: Style
    before: float
    after: float
    outline: tuple[str, int] | None = None

    @property
    def height(self) -> float:
        return self.before + sum(line.height for line in self.lines) + self.after


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table, each cell in lines that fit its column."""

    cells: list[list[SetLine]]
    style: Style

    @property
    def height(self) -> float:
        return 2 * _CELL_PADDING + max(sum(line.height for line in lines) for lines in self.cells)


@dataclass(frozen=True, slots=True)
class _Foot:
    """Writes the last line of a page."""

    pdf: "FPDF"
    type: Typesetter
    text: str

    def __call__(self) -> None:
        left, wide = self.pdf.l_margin, self.pdf.epw
        for text, from_right in ((self.text, False), (f"page {self.pdf.page_no()}", True)):
            line = next(self.type.lines(text, _FOOT, wide - 20))
            self.type.draw(line, _FOOT, left, self.pdf.h - 14, wide, at=1.0 if from_right else 0.0)
