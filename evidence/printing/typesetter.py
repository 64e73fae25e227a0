"""Setting text on the pages of a PDF: lines that fit, and each drawn with its own fonts.

Most text is plain: letters that stand side by side, all in one font, which costs next to nothing. Only what
is not goes through the shaping of `shaped.py`.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from evidence.printing.faces import PLAIN, ROUND, Faces, face_of
from evidence.printing.glyphs import operators
from evidence.printing.letters import belongs_before, readable
from evidence.printing.lines import lines_of
from evidence.printing.runs import Run
from evidence.printing.shaped import Line, Shaper

if TYPE_CHECKING:
    from fpdf import FPDF

Ink = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_INK, _SOFT = (20, 20, 20), (95, 95, 95)
_MM = 25.4 / 72
_ENDLESS = 100_000.0
_BOLDER = 1 / 34
"""How wide, for each point of size, a line round letters makes a font bold that has no bold sister."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks."""

    size: float
    bold: bool = False
    soft: bool = False
    leading: float = 0.48
    """Millimetres from line to line for each point of size."""
    colour: Ink | None = None
    """Instead of black, or of grey for what is soft."""
    round: bool = False
    """Whether it is a large word in the round font; a paragraph with a letter that it lacks is bold."""

    @property
    def ink(self) -> Ink:
        """Its colour."""
        return self.colour or (_SOFT if self.soft else _INK)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line that fits, in millimetres; plain text is a string, and measures itself when it is drawn."""

    text: str | Line
    height: float
    baseline: float
    width: float = 0.0
    face: str = PLAIN
    """Of plain text."""


class Typesetter:
    """Sets and draws lines in the fonts of one PDF."""

    def __init__(self, pdf: "FPDF") -> None:
        self._pdf = pdf
        self._faces = Faces(pdf)
        self._widths = [self._faces.widths(bold=bold) for bold in (False, True)]
        self._shapers = [Shaper(self._faces, bold=bold) for bold in (False, True)]

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Letters that only need to be put side by side, from left to right."""
        return frozenset(
            letter
            for letter in self._widths[0].keys() & self._widths[1].keys()
            if face_of(letter) == PLAIN
            and not belongs_before(letter)
            and unicodedata.bidirectional(letter) not in ("R", "AL", "AN")
        )

    @cached_property
    def _round(self) -> dict[str, float]:
        """The letters of the round font with their widths; it is opened only for who wants it."""
        return self._faces.widths_of(ROUND)

    def lines(self, text: str, style: Style, width: float) -> Iterator[SetLine]:
        """The lines of a text in a column of this width."""
        room = width * 1000 / (style.size * _MM)
        for paragraph in readable(text).split("\n"):
            if style.round and self._round.keys() >= set(paragraph):
                for line in lines_of(paragraph, self._round, room):
                    yield replace(self._set(line, style), face=ROUND)
            elif self._plain.issuperset(paragraph):
                for line in lines_of(paragraph, self._widths[style.bold or style.round], room):
                    yield self._set(line, style)
            else:
                for shaped in self._shapers[style.bold or style.round].lines(paragraph, room):
                    yield self._set(shaped, style)

    def width(self, text: str, style: Style) -> float:
        """How wide a line of text is, in millimetres, when nothing breaks it."""
        line = next(self.lines(text, style, _ENDLESS))
        if not isinstance(line.text, str):
            return line.width
        widths = self._round if line.face == ROUND else self._widths[style.bold or style.round]
        return sum(widths[letter] for letter in line.text) * style.size * _MM / 1000

    def draw(
        self, line: SetLine, style: Style, x: float, y: float, width: float, *, at: float | None = None
    ) -> None:
        """Draw a line in a column whose left edge and top are given.

        It stands at the left (0), in the middle or at the right (1), or else where its text begins.
        """
        self._pdf.set_text_color(*style.ink)
        if isinstance(line.text, str):
            self._faces.choose(line.face, style.size, bold=style.bold or style.round)
            self._pdf.set_xy(x, y)
            self._pdf.cell(width, line.height, line.text, align="LCR"[round((at or 0) * 2)])
            return
        x += max(width - line.width, 0.0) * (float(line.text.from_right) if at is None else at)
        for run in line.text.runs:
            x += self._draw_run(run, style, x, y + line.baseline)

    def _set(self, text: str | Line, style: Style) -> SetLine:
        height = style.size * style.leading
        baseline = 0.5 * height + 0.3 * style.size * _MM  # where `cell` of fpdf2 has it
        if isinstance(text, str):
            return SetLine(text, height, baseline)
        box, unit = self._shapers[style.bold or style.round].box(text), style.size * _MM / 1000
        baseline = max(baseline, box.above * unit)
        return SetLine(text, max(height, baseline + box.below * unit), baseline, box.width * unit)

    def _draw_run(self, run: Run, style: Style, x: float, y: float) -> float:
        """Draw a run from its left end on its baseline; how wide it is."""
        bold = style.bold or style.round
        bold_enough = self._faces.choose(run.face, style.size, bold=bold)
        font = self._faces.font(run.face, bold=bold)
        left, bottom = x * self._pdf.k, (self._pdf.h - y) * self._pdf.k
        shown, width = operators(font, run, style.size, left, bottom)
        ink = " ".join(f"{part / 255:.3f}" for part in style.ink)
        thick = "" if bold_enough else f"{ink} RG 2 Tr {style.size * _BOLDER:.2f} w "
        self._pdf.text(x, y, "")  # so that the page has the font, which is set only when something is written
        self._pdf._out(f"q {ink} rg {thick}{_said(run)} BT {shown} ET EMC Q")
        return width * _MM


def _said(run: Run) -> str:
    """The letters of a run for who copies it or has it read aloud: its glyphs may stand in another order.

    A run from right to left says nothing: readers turn its glyphs round themselves, and would turn this too.
    """
    if run.backwards:
        return "/Span BMC"
    said = f"\ufeff{run.text}".encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <{said}>>> BDC"
