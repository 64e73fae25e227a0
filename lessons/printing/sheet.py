"""A sheet of paper to draw on: words that fit their place, and shapes. Lengths are millimetres on A4."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from evidence.printing.blank import blank_pdf
from evidence.printing.typesetter import Typesetter
from lessons.colour import Colour
from lessons.printing.fitting import Box, Fitted, Fitter, Type, gap_after

__all__ = ["Box", "Fitted", "Sheet", "Type"]

Points = Sequence[tuple[float, float]]


class Sheet:
    """Pages of A4 to draw on."""

    def __init__(
        self, *, title: str, made: datetime, landscape: bool = False, about: Sequence[str] = ()
    ) -> None:
        self._pdf = blank_pdf(title=title, made=made, margin=0, landscape=landscape, about=about)
        self._pdf.set_auto_page_break(False)
        self._type = Typesetter(self._pdf)
        self.fitter = Fitter(self._type)
        self.width, self.height = self._pdf.w, self._pdf.h

    def page(self) -> Box:
        """Begin a page."""
        self._pdf.add_page()
        return Box(0, 0, self.width, self.height)

    def finish(self) -> bytes:
        """The whole PDF."""
        return bytes(self._pdf.output())

    # Words

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
        fitted = self.fitter.fit(text, box, type_, most=most, even=at == 0.5)
        return self.put(fitted, box, at=at, up=up)

    def paragraphs(self, texts: Sequence[str], box: Box, type_: Type) -> float:
        """Write paragraphs of one size into a place, from its top; returns where they end."""
        y = box.y
        for each in self.fitter.fit_all(texts, box, type_):
            room = Box(box.x, y, box.width, each.height)
            y = self.put(each, room, at=None, up=0.0) + gap_after(each)
        return y

    def put(self, fitted: Fitted, box: Box, *, at: float | None = 0.5, up: float = 0.5) -> float:
        """Write what was fitted."""
        y = box.y + max(box.height - fitted.height, 0) * up
        for line in fitted.lines:
            self._type.draw(line, fitted.style, box.x, y, box.width, at=at)
            y += line.height
        return y

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
