"""The pages of a paper as a PDF: what is written fills them from the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from evidence.papers import measure
from evidence.papers.word_styles import ACCENT, GREY
from evidence.printing.blank import blank_pdf, in_one_line
from evidence.printing.typesetter import Ink, SetLine, Style, Typesetter

MM = 25.4 / 72
"""Of a point."""
_TOGETHER = 6
"""Lines of a paragraph that is not parted by the end of a page."""


def ink_of(rgb: str) -> Ink:
    """A colour such as `0B5D66`."""
    red, green, blue = bytes.fromhex(rgb)
    return red, green, blue


@dataclass(frozen=True, slots=True)
class _Heading:
    """Words that wait for what they stand over."""

    lines: Sequence[SetLine]
    style: Style
    before: float
    after: float
    outline: tuple[str, int] | None

    @property
    def height(self) -> float:
        return self.before + sum(line.height for line in self.lines) + self.after


class Pages:
    """Pages that fill; all lengths are millimetres."""

    def __init__(
        self, *, title: str, foot: str, made: datetime, landscape: bool, about: Sequence[str] = ()
    ) -> None:
        top, right, bottom, left = measure.MARGINS_MM
        self._pdf = blank_pdf(title=title, made=made, margin=bottom, landscape=landscape, about=about)
        self._pdf.set_margins(left, top, right)
        self._type = Typesetter(self._pdf)
        self._foot = in_one_line(foot)
        self._pdf.footer = self._draw_foot  # type: ignore[method-assign]
        self._waiting: list[_Heading] = []
        self._deepest = 0
        """How deep the next entry of the outline may lie: no viewer shows one under nothing."""
        self._pdf.add_page()

    @property
    def width(self) -> float:
        """Of a line."""
        return self._pdf.epw

    @property
    def height(self) -> float:
        """Of what a page holds."""
        return self._pdf.eph

    @property
    def number(self) -> int:
        """Of the page that is being written."""
        return self._pdf.page_no()

    def lines(self, text: str, style: Style, width: float) -> list[SetLine]:
        """The lines of a text in a column."""
        return list(self._type.lines(text, style, width))

    def hold(self, text: str, style: Style, *, before: float, after: float, rank: int | None = None) -> None:
        """Words that go on the page of what follows them; with a rank they are in the outline."""
        outline = None if rank is None else (in_one_line(text)[:200], rank - 1)
        lines = self.lines(text, style, self.width)
        self._waiting.append(_Heading(lines, style, before, after, outline))

    def begin(self, height: float) -> None:
        """Make room for something of this height, under the words that waited for it."""
        self.need(sum(held.height for held in self._waiting) + height)
        for held in self._waiting:
            if not self._is_top:
                self.gap(held.before)
            if held.outline:
                self._enter(*held.outline)
            self._put(held.lines, held.style, 0.0, self.width)
            self.gap(held.after)
        self._waiting.clear()

    def write(
        self, text: str, style: Style, *, indent: float = 0.0, bar: bool = False, shade: Ink | None = None
    ) -> None:
        """A paragraph; with `bar` or `shade`, a line beside it or a colour behind it marks it."""
        width = self.width - 2 * indent if bar else self.width - indent
        lines = self.lines(text, style, width)
        height = sum(line.height for line in lines)
        self.begin(height if len(lines) <= _TOGETHER else 2 * lines[0].height)
        self._put(lines, style, indent, width, bar=bar, shade=shade)

    def bullet(self, text: str, style: Style, *, indent: float) -> None:
        """A paragraph with a dot before it."""
        lines = self.lines(text, style, self.width - indent)
        self.begin(sum(line.height for line in lines[:2]))
        (dot,) = self.lines("•", style, indent)
        self._type.draw(dot, style, self.left + indent * 0.35, self.top, indent)
        self._put(lines, style, indent, self.width - indent)

    def need(self, height: float) -> bool:
        """Begin a new page where this one has no room for something of this height; says whether it did."""
        breaks = self._pdf.will_page_break(height) and not self._is_top
        if breaks:
            self._pdf.add_page()
        return breaks

    def gap(self, height: float) -> None:
        """Leave room, but not at the top of a page."""
        if not self._is_top:
            self._pdf.set_y(self.top + height)

    def end_page(self) -> None:
        """What follows begins a new page."""
        self.begin(0)
        self._pdf.add_page()

    def finish(self) -> bytes:
        """The whole PDF."""
        self.begin(0)
        return bytes(self._pdf.output())

    # For what is drawn by hand, such as tables.

    @property
    def left(self) -> float:
        """Where lines begin."""
        return self._pdf.l_margin

    @property
    def top(self) -> float:
        """Where the next thing goes."""
        return self._pdf.get_y()

    def draw(self, line: SetLine, style: Style, x: float, y: float, width: float) -> None:
        """A line in a column, at the place given."""
        self._type.draw(line, style, x, y, width)

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, ink: Ink, thick: float = 0.2) -> None:
        """A straight line."""
        self._pdf.set_draw_color(*ink)
        self._pdf.set_line_width(thick)
        self._pdf.line(x1, y1, x2, y2)

    def fill(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """A rectangle of colour."""
        self._pdf.set_fill_color(*ink)
        self._pdf.rect(x, y, width, height, style="F")

    def go_to(self, y: float) -> None:
        """The next thing goes here on this page."""
        self._pdf.set_y(y)

    def _enter(self, text: str, depth: int) -> None:
        """Put a heading into the outline, at its depth or, under a gap in the ranks, less deep."""
        level = min(depth, self._deepest)
        self._pdf.start_section(text, level=level)
        self._deepest = level + 1

    @property
    def _is_top(self) -> bool:
        return self.top <= self._pdf.t_margin

    def _put(
        self,
        lines: Sequence[SetLine],
        style: Style,
        indent: float,
        width: float,
        *,
        bar: bool = False,
        shade: Ink | None = None,
    ) -> None:
        for place, line in enumerate(lines):
            # No line of a paragraph is alone on a page.
            self.need(line.height * (2 if len(lines) > 1 and place in (0, len(lines) - 2) else 1))
            x, y = self.left + indent, self.top
            if shade:
                self.fill(x - 2, y - 0.2, width + 2, line.height + 0.4, shade)
            if bar:
                self.rule(x - 3, y, x - 3, y + line.height, ink=ink_of(ACCENT), thick=0.7)
            self._type.draw(line, style, x, y, width)
            self._pdf.set_y(y + line.height)

    def _draw_foot(self) -> None:
        style = Style(measure.SOFT, colour=ink_of(GREY))
        for text, at in ((self._foot[:110], 0.0), (f"page {self.number}", 1.0)):
            line = self.lines(text, style, self.width - 20)[0]
            self._type.draw(line, style, self.left, self._pdf.h - 13, self.width, at=at)
