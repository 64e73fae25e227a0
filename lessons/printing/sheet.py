"""A sheet of paper to draw on: words that fit their place, and shapes. Lengths are millimetres on A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from evidence.printing.blank import blank_pdf
from evidence.printing.typesetter import SetLine, Style, Typesetter
from lessons.colour import BLACK, Colour

_MM = 25.4 / 72
_SMALLER = 0.94
"""From one size that is tried to the next."""
_BREAKS_BELOW = 0.4
"""Of the largest size: words that are too long for their place are broken only when they would be smaller."""
_EVENED = (0.62, 0.7, 0.78, 0.86, 0.93)
"""Shares of a column in which large words are tried, so that their lines are about as long."""
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Type:
    """How words look, at the largest."""

    size: float
    least: float = 7.0
    bold: bool = False
    round: bool = False
    colour: Colour = BLACK
    leading: float = 1.3

    def style(self, size: float) -> Style:
        """The same at one size."""
        return Style(
            size, bold=self.bold, leading=self.leading * _MM, colour=self.colour.rgb, round=self.round
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inside(self, margin: float) -> "Box":
        """The same, smaller on every side."""
        return Box(self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words in lines that fit a place."""

    lines: Sequence[SetLine]
    style: Style

    @property
    def height(self) -> float:
        """Of all lines."""
        return sum(line.height for line in self.lines)


class Sheet:
    """Pages of A4 to draw on."""

    def __init__(self, *, title: str, made: datetime, landscape: bool = False) -> None:
        self._pdf = blank_pdf(title=title, made=made, margin=0, landscape=landscape)
        self._pdf.set_auto_page_break(False)
        self._type = Typesetter(self._pdf)
        self.width, self.height = self._pdf.w, self._pdf.h

    def page(self) -> Box:
        """Begin a page."""
        self._pdf.add_page()
        return Box(0, 0, self.width, self.height)

    def finish(self) -> bytes:
        """The whole PDF."""
        return bytes(self._pdf.output())

    # Words

    def fit(self, text: str, box: Box, type_: Type, *, most: int | None = None, even: bool = False) -> Fitted:
        """The words as large as they fit; what does not fit at the least size ends with three dots.

        Lines of large words are about as long as one another, and so are all lines when `even`.
        """
        size = type_.size
        while True:
            style = type_.style(size)
            lines = list(self._type.lines(text, style, box.width))
            fits = sum(line.height for line in lines) <= box.height + 0.01
            # Rather a word in two pieces than one that nobody can read.
            whole = size < type_.size * _BREAKS_BELOW or not _breaks(text, lines)
            if fits and (most is None or len(lines) <= most) and whole:
                return Fitted(self._evened(text, style, box, lines) if even or type_.round else lines, style)
            if size <= type_.least:
                return Fitted(self._cut(lines, style, box, most), style)
            size = max(type_.least, size * _SMALLER)

    def lines(self, text: str, type_: Type, width: float) -> Fitted:
        """The words at their largest size, in as many lines as they take."""
        style = type_.style(type_.size)
        return Fitted(list(self._type.lines(text, style, width)), style)

    def breaks(self, text: str, fitted: Fitted) -> bool:
        """Whether a word of plain text is in two pieces."""
        return _breaks(text, fitted.lines)

    def words(
        self,
        text: str,
        box: Box,
        type_: Type,
        *,
        at: float | None = 0.5,
        up: float = 0.5,
        most: int | None = None,
    ) -> float:
        """Write words into a place; returns where they end.

        They stand at its left (`at` 0), in the middle or at the right (1), or else where their script
        begins; and at its top (`up` 0), in the middle or at the bottom.
        """
        fitted = self.fit(text, box, type_, most=most, even=at == 0.5)
        return self.put(fitted, box, at=at, up=up)

    def paragraphs(self, texts: Sequence[str], box: Box, type_: Type) -> float:
        """Write paragraphs of one size into a place, from its top; returns where they end."""
        size = type_.size
        while True:
            style = type_.style(size)
            fitted = [Fitted(list(self._type.lines(text, style, box.width)), style) for text in texts]
            gap = size * _MM * 0.55
            over = sum(each.height for each in fitted) + gap * (len(fitted) - 1) - box.height
            if over <= 0 or size <= type_.least:
                break
            size = max(type_.least, size * _SMALLER)
        y = box.y
        for each in fitted:
            if y + each.lines[0].height > box.bottom + 0.01:
                break
            room = Box(box.x, y, box.width, max(0.0, box.bottom - y))
            y = self.put(Fitted(self._cut(list(each.lines), style, room, None), style), room, at=None, up=0.0)
            y += gap
        return y

    def put(self, fitted: Fitted, box: Box, *, at: float | None = 0.5, up: float = 0.5) -> float:
        """Write what was fitted."""
        y = box.y + max(box.height - fitted.height, 0) * up
        for line in fitted.lines:
            self._type.draw(line, fitted.style, box.x, y, box.width, at=at)
            y += line.height
        return y

    def _evened(self, text: str, style: Style, box: Box, lines: list[SetLine]) -> list[SetLine]:
        if len(lines) < 2:
            return lines
        for share in _EVENED:
            narrow = list(self._type.lines(text, style, box.width * share))
            if len(narrow) == len(lines) and not _breaks(text, narrow):
                return narrow
        return lines

    def _cut(self, lines: list[SetLine], style: Style, box: Box, most: int | None) -> list[SetLine]:
        kept: list[SetLine] = []
        used = 0.0
        for line in lines[:most]:
            used += line.height
            if kept and used > box.height:
                break
            kept.append(line)
        if len(kept) < len(lines) and isinstance(last := kept[-1].text, str):
            (kept[-1],) = list(self._type.lines(last[:-1].rstrip() + "…", style, box.width * 2))[:1]
        return kept

    # Shapes

    def fill(self, box: Box, colour: Colour, *, round_: float = 0.0) -> None:
        """A rectangle of colour."""
        self._pdf.set_fill_color(*colour.rgb)
        self._pdf.rect(
            box.x, box.y, box.width, box.height, style="F", round_corners=round_ > 0, corner_radius=round_
        )

    def outline(self, box: Box, colour: Colour, *, thick: float = 0.4, round_: float = 0.0) -> None:
        """The edge of a rectangle."""
        self._pdf.set_draw_color(*colour.rgb)
        self._pdf.set_line_width(thick)
        self._pdf.rect(
            box.x, box.y, box.width, box.height, style="D", round_corners=round_ > 0, corner_radius=round_
        )

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        self._pdf.set_fill_color(*colour.rgb)
        self._pdf.ellipse(x - radius, y - radius, 2 * radius, 2 * radius, style="F")

    def ring(self, x: float, y: float, radius: float, colour: Colour, *, thick: float = 0.4) -> None:
        """The edge of a circle."""
        self._pdf.set_draw_color(*colour.rgb)
        self._pdf.set_line_width(thick)
        self._pdf.ellipse(x - radius, y - radius, 2 * radius, 2 * radius, style="D")

    def polygon(self, points: Points, colour: Colour) -> None:
        """A filled shape with corners."""
        self._pdf.set_fill_color(*colour.rgb)
        self._pdf.polygon(list(points), style="F")

    def stroke(self, points: Points, colour: Colour, *, thick: float = 0.4, round_: bool = True) -> None:
        """A line through points, its ends round."""
        self._pdf.set_draw_color(*colour.rgb)
        self._pdf.set_line_width(thick)
        self._pdf._out("1 J" if round_ else "0 J")  # which fpdf2 has no word for outside of its paths
        for (x1, y1), (x2, y2) in pairwise(points):
            self._pdf.line(x1, y1, x2, y2)
        self._pdf._out("0 J")

    def dashes(self, x1: float, y1: float, x2: float, y2: float, colour: Colour) -> None:
        """A thin dotted line, to cut or to write on."""
        self._pdf.set_dash_pattern(dash=0.4, gap=1.2)
        self.stroke([(x1, y1), (x2, y2)], colour, thick=0.35)
        self._pdf.set_dash_pattern()


def _breaks(text: str, lines: Sequence[SetLine]) -> bool:
    """Whether a word of plain text is broken; what is shaped is broken where its script allows it."""
    if not all(isinstance(line.text, str) for line in lines):
        return False
    return " ".join(str(line.text) for line in lines).split() != text.split()
