"""Pages of a PDF: headings, paragraphs and tables in letters of every script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from evidence.bundle.letters import readable
from evidence.bundle.typesetter import SetLine, Style, Typesetter

if TYPE_CHECKING:
    from fpdf import FPDF

_LINE = (190, 190, 190)
_HEADINGS = {1: Style(22.0, bold=True), 2: Style(15.0, bold=True), 3: Style(11.5, bold=True)}
_BODY, _SMALL = 9.5, 8.0
_TOGETHER = 6
"""Lines of a paragraph that is not parted by the end of a page."""
_LONGEST_CELL = 400
"""Letters in a cell of a table, whose row must fit on a page."""
_CELL_PADDING = 0.8


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
        self._room_for(style.size * 1.5 + (0 if rank == 1 else 24))
        if rank > 1:
            self._pdf.ln(style.size / 4)
        self._pdf.start_section(_in_one_line(text)[:200], level=rank - 1)
        self._write(text, style)
        self._pdf.ln(1)

    def text(self, text: str, *, soft: bool = False, bold: bool = False) -> None:
        """A paragraph; lines stay lines, and a bold one stays with the next."""
        if bold:
            self._room_for(14)
        self._write(text, Style(_SMALL if soft else _BODY, bold=bold, soft=soft))
        self._pdf.ln(0.8)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> None:
        """A table whose head is repeated on every page; all columns but the first are centred."""
        unit = self._pdf.epw / sum(widths)
        columns = [width * unit for width in widths]
        first = self._row(head, columns, Style(_SMALL, bold=True))
        self._room_for(first.height * 3)
        self._draw(first, columns)
        for cells in rows:
            row = self._row(cells, columns, Style(_SMALL))
            if self._pdf.will_page_break(row.height):
                self._pdf.add_page()
                self._draw(first, columns)
            self._draw(row, columns)
        self._pdf.ln(3)

    def line(self) -> None:
        """A thin line between two things."""
        self._pdf.ln(1)
        self._rule()
        self._pdf.ln(2)

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
                list(self._type.lines(cell[:_LONGEST_CELL], style, width))
                for cell, width in zip(cells, columns, strict=True)
            ],
            style,
        )

    def _draw(self, row: "_Row", columns: Sequence[float]) -> None:
        x, top = self._pdf.l_margin, self._pdf.get_y()
        for place, (lines, width) in enumerate(zip(row.cells, columns, strict=True)):
            y = top + _CELL_PADDING
            for line in lines:
                self._type.draw(line, row.style, x, y, width, centred=place > 0)
                y += line.height
            x += width
        self._pdf.set_y(top + row.height)
        self._rule()

    def _rule(self) -> None:
        self._pdf.set_draw_color(*_LINE)
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
        style = Style(_SMALL, soft=True)
        text = f"{self.text}   ·   page {self.pdf.page_no()}"
        for line in self.type.lines(text, style, self.pdf.epw):
            self.type.draw(line, style, self.pdf.l_margin, self.pdf.h - 14, self.pdf.epw, centred=True)
            return


def _in_one_line(text: str) -> str:
    return " ".join(readable(text).split())


def _new_pdf(made: datetime) -> "FPDF":
    from fpdf import FPDF  # 0.3 s, which only sealing needs

    pdf = FPDF(format="A4")
    pdf.str_alias_nb_pages = ""  # otherwise a title could say what is replaced by the number of pages
    pdf.set_creation_date(made)
    pdf.set_lang("en-GB")
    pdf.set_producer("Soundingboard")
    pdf.set_margins(18, 18, 18)
    pdf.set_auto_page_break(auto=True, margin=20)
    return pdf
