"""Pages of a PDF: headings, paragraphs and tables in letters of nearly every script.

A letter that the font lacks becomes a box that everybody sees, and never a fault.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from evidence.bundle.lines import lines_of

if TYPE_CHECKING:
    from fpdf import FPDF

_FAMILY = "DejaVu"
_BOX = "\u25a1"
_INK, _SOFT, _LINE = (20, 20, 20), (95, 95, 95), (190, 190, 190)
_SIZES = {1: 22.0, 2: 15.0, 3: 11.5}
_BODY, _SMALL = 9.5, 8.0
_TOGETHER = 6
"""Lines of a paragraph that is not parted by the end of a page."""
_LONGEST_CELL = 400
"""Letters in a cell of a table, whose row must fit on a page."""
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


class Paper:
    """A growing PDF on A4."""

    def __init__(self, *, title: str, foot: str, made: datetime) -> None:
        self._pdf = _new_pdf(made)
        self._widths = [_widths(self._pdf, style) for style in ("", "B")]
        self._known = self._widths[0].keys() & self._widths[1].keys()
        self._pdf.set_title(self._readable(title))
        self._pdf.footer = _Foot(self._pdf, self._readable(foot)[:90])  # type: ignore[method-assign]
        self._pdf.add_page()

    def heading(self, text: str, *, rank: int = 2) -> None:
        """A heading, kept with what follows it, and its line in the outline."""
        size = _SIZES[rank]
        self._room_for(size * 1.5 + (0 if rank == 1 else 24))
        if rank > 1:
            self._pdf.ln(size / 4)
        text = self._readable(text)
        self._pdf.start_section(text[:200], level=rank - 1)
        self._write(text, size, bold=True)
        self._pdf.ln(1)

    def text(self, text: str, *, soft: bool = False, bold: bool = False) -> None:
        """A paragraph; lines stay lines, and a bold one stays with the next."""
        if bold:
            self._room_for(14)
        self._write(self._readable(text), _SMALL if soft else _BODY, bold=bold, soft=soft)
        self._pdf.ln(0.8)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> None:
        """A table whose head is repeated on every page; all columns but the first are centred."""
        from fpdf.enums import TableBordersLayout
        from fpdf.fonts import FontFace

        self._style(_SMALL)
        self._pdf.set_draw_color(*_LINE)
        align = ("LEFT", *["CENTER"] * (len(head) - 1))
        with self._pdf.table(
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            col_widths=tuple(widths),
            text_align=align,
            headings_style=FontFace(emphasis="BOLD", color=_INK),
            line_height=4.2,
            padding=(0.3, 1),
        ) as table:
            for cells in (head, *rows):
                row = table.row()
                for cell in cells:
                    row.cell(self._readable(cell[:_LONGEST_CELL]))
        self._pdf.ln(3)

    def line(self) -> None:
        """A thin line between two things."""
        self._pdf.ln(1)
        self._pdf.set_draw_color(*_LINE)
        y = self._pdf.get_y()
        self._pdf.line(self._pdf.l_margin, y, self._pdf.w - self._pdf.r_margin, y)
        self._pdf.ln(2)

    def finish(self) -> bytes:
        """The whole PDF."""
        return bytes(self._pdf.output())

    def _write(self, text: str, size: float, *, bold: bool = False, soft: bool = False) -> None:
        self._style(size, bold=bold, soft=soft)
        room = (self._pdf.epw - 2 * self._pdf.c_margin) * self._pdf.k * 1000 / size
        # Our own lines: `multi_cell` measures a line anew for every letter of it, ten times the work.
        lines = list(lines_of(text, self._widths[bold], room))
        if len(lines) <= _TOGETHER:
            self._room_for(len(lines) * size * 0.5)
        for line in lines:
            self._pdf.cell(0, size * 0.5, line, new_x="LMARGIN", new_y="NEXT")

    def _style(self, size: float, *, bold: bool = False, soft: bool = False) -> None:
        self._pdf.set_font(_FAMILY, "B" if bold else "", size)
        self._pdf.set_text_color(*(_SOFT if soft else _INK))

    def _room_for(self, height: float) -> None:
        if self._pdf.will_page_break(height):
            self._pdf.add_page()

    def _readable(self, text: str) -> str:
        """The text in letters that the font has; marks that only steer are dropped."""
        plain = _HIDDEN.sub("", text.replace("\t", " "))
        return "".join(letter if letter == "\n" or letter in self._known else _BOX for letter in plain)


@dataclass(frozen=True, slots=True)
class _Foot:
    """Writes the last line of a page."""

    pdf: "FPDF"
    text: str

    def __call__(self) -> None:
        self.pdf.set_y(-14)
        self.pdf.set_font(_FAMILY, "", _SMALL)
        self.pdf.set_text_color(*_SOFT)
        self.pdf.cell(0, 4, f"{self.text}   ·   page {self.pdf.page_no()}", align="C")


def _new_pdf(made: datetime) -> "FPDF":
    from importlib.resources import as_file

    from fpdf import FPDF  # 0.3 s, which only sealing needs

    from assets import asset

    pdf = FPDF(format="A4")
    for style, name in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        with as_file(asset("fonts", name)) as path:
            pdf.add_font(_FAMILY, style, path)
    pdf.str_alias_nb_pages = ""  # otherwise a title could say what is replaced by the number of pages
    pdf.set_creation_date(made)
    pdf.set_lang("en-GB")
    pdf.set_producer("Soundingboard")
    pdf.set_margins(18, 18, 18)
    pdf.set_auto_page_break(auto=True, margin=20)
    return pdf


def _widths(pdf: "FPDF", style: str) -> dict[str, float]:
    """Every letter that a font can show, with its width in thousandths of the size."""
    from fpdf.fonts import TTFFont

    font = pdf.fonts[f"{_FAMILY.lower()}{style}"]
    assert isinstance(font, TTFFont)
    return {chr(code): font.cw[code] for code in font.cmap}
