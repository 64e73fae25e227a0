"""Pages of a PDF: headings, paragraphs and tables in letters of every script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from evidence.bundle.letters import readable
from evidence.bundle.typesetter import SetLine, Style, Typesetter

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
_WITH_HEADING = 17
"""Millimetres that stay with a heading."""
_TOGETHER = 6
"""Lines of a paragraph that is not parted by the end of a page."""
_LONGEST_CELL = 400
"""Letters in a cell of a table, whose row must fit on a page."""
_CELL_PADDING = 0.9
_GUTTER = 2
_SHORT_TABLE = 70
"""Millimetres of a table that is not parted by the end of a page."""


class Paper:
    """A growing PDF on A4."""

    def __init__(self, *, title: str, foot: str, made: datetime) -> None:
        self._pdf = _new_pdf(made)
        self._type = Typesetter(self._pdf)
        self._pdf.set_title(_in_one_line(title))
        self._pdf.footer = _Foot(self._pdf, self._type, _in_one_line(foot)[:90])  # type: ignore[method-assign]
        self._pdf.add_page()

    def heading(self, text: str, *, rank: int = 2) -> None:
        """A heading, kept with what follows it, and its line in the outline."""
        style = _HEADINGS[rank]
        self._room_for(_BEFORE[rank] + style.size + _WITH_HEADING)
        if self._pdf.get_y() > self._pdf.t_margin:
            self._pdf.ln(_BEFORE[rank])
        self._pdf.start_section(_in_one_line(text)[:200], level=rank - 1)
        self._write(text, style)
        self._pdf.ln(_AFTER[rank])

    def text(self, text: str, *, soft: bool = False, bold: bool = False) -> None:
        """A paragraph; lines stay lines, and a bold one stays with the next."""
        if bold:
            self._room_for(14)
            self._pdf.ln(0.8)
        self._write(text, _SOFT if soft else _LABEL if bold else _TEXT)
        self._pdf.ln(0.2 if bold else 1.2)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> None:
        """A table whose head is repeated on every page; all columns but the first are centred."""
        unit = self._pdf.epw / sum(widths)
        columns = [width * unit for width in widths]
        first = self._row(head, columns, _HEAD)
        body = [self._row(cells, columns, _CELL) for cells in rows]
        height = first.height + sum(row.height for row in body)
        self._room_for(height if height < _SHORT_TABLE else first.height * 4)
        self._draw(first, columns, _LINE)
        for row in body:
            if self._pdf.will_page_break(row.height):
                self._pdf.add_page()
                self._draw(first, columns, _LINE)
            self._draw(row, columns, _FAINT)
        self._pdf.ln(4)

    def line(self) -> None:
        """A thin line between two things."""
        self._pdf.ln(1.5)
        self._rule(_FAINT)
        self._pdf.ln(1)

    def finish(self) -> bytes:
        """The whole PDF."""
        return bytes(self._pdf.output())

    def _write(self, text: str, style: Style) -> None:
        lines = list(self._type.lines(text, style, self._pdf.epw))
        if len(lines) <= _TOGETHER:
            self._room_for(sum(line.height for line in lines))
        for line in lines:
            self._room_for(line.height)
            self._type.draw(line, style, self._pdf.l_margin, self._pdf.get_y(), self._pdf.epw)
            self._pdf.set_y(self._pdf.get_y() + line.height)

    def _row(self, cells: Sequence[str], columns: Sequence[float], style: Style) -> "_Row":
        return _Row(
            [
                list(self._type.lines(cell[:_LONGEST_CELL], style, width - _GUTTER))
                for cell, width in zip(cells, columns, strict=True)
            ],
            style,
        )

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
        if self._pdf.will_page_break(height):
            self._pdf.add_page()


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


def _in_one_line(text: str) -> str:
    return " ".join(readable(text).split())


def _new_pdf(made: datetime) -> "FPDF":
    from fpdf import FPDF  # 0.3 s, which only sealing needs

    pdf = FPDF(format="A4")
    pdf.str_alias_nb_pages = ""  # otherwise a title could say what is replaced by the number of pages
    pdf.set_creation_date(made)
    pdf.set_lang("en-GB")
    pdf.set_producer("Soundingboard")
    pdf.set_margins(_MARGIN, _MARGIN, _MARGIN)
    pdf.c_margin = 0
    pdf.set_auto_page_break(auto=True, margin=20)
    return pdf
