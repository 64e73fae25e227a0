"""Words that fit their place: as large as they can be, in lines that break nicely."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, log
from typing import Protocol, TypeVar

from evidence.printing.typesetter import SetLine, Style, Typesetter
from lessons.colour import BLACK, Colour

_MM = 25.4 / 72
_LONGEST = 6000
"""Letters of a text; no page holds more of them."""
_SMALLER = 0.94
"""From one size that is tried to the next."""
_BREAKS_BELOW = 0.4
"""Of the largest size: words that are too long for their place are broken only when they would be smaller."""
_EVENED = (0.62, 0.7, 0.78, 0.86, 0.93)
"""Shares of a column in which large words are tried, so that their lines are about as long."""
T = TypeVar("T")


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

    @property
    def sizes(self) -> list[float]:
        """All that are tried, the largest first."""
        steps = ceil(log(self.least / self.size) / log(_SMALLER)) if self.least < self.size else 0
        return [*(self.size * _SMALLER**step for step in range(steps)), min(self.least, self.size)]


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


class Fitter:
    """Fits words with the letters of one PDF."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._type = typesetter

    def fit(self, text: str, box: Box, type_: Type, *, most: int | None = None, even: bool = False) -> Fitted:
        """The words as large as they fit; what does not fit at the least size ends with three dots.

        Lines of large words are about as long as one another, and so are all lines when `even`.
        """

        def at(size: float) -> Fitted | None:
            style = type_.style(size)
            lines = list(self._type.lines(text, style, box.width))
            fits = sum(line.height for line in lines) <= box.height + 0.01
            # Rather a word in two pieces than one that nobody can read.
            whole = size < type_.size * _BREAKS_BELOW or not breaks(text, lines)
            if not (fits and (most is None or len(lines) <= most) and whole):
                return None
            return Fitted(self._evened(text, style, box, lines) if even or type_.round else lines, style)

        text = text[:_LONGEST]
        found = largest(type_.sizes, at)
        if found is None:
            style = type_.style(type_.least)
            found = Fitted(self._cut(list(self._type.lines(text, style, box.width)), style, box, most), style)
        return found

    def width(self, text: str, type_: Type) -> float:
        """Of a line at the largest size."""
        return self._type.width(text, type_.style(type_.size))

    def fit_all(self, texts: Sequence[str], box: Box, type_: Type) -> list[Fitted]:
        """Paragraphs of one size that fit below one another; at the least size, as many lines as fit."""

        def at(size: float) -> list[Fitted] | None:
            fitted = [self.lines(text[:_LONGEST], replace(type_, size=size), box.width) for text in texts]
            high = sum(each.height + gap_after(each) for each in fitted)
            return fitted if high <= box.height or size == type_.least else None

        kept: list[Fitted] = []
        left = box.height
        for each in largest(type_.sizes, at) or []:
            if each.lines[0].height > left + 0.01:
                break
            room = Box(box.x, box.y, box.width, left)
            kept.append(Fitted(self._cut(list(each.lines), each.style, room, None), each.style))
            left -= kept[-1].height + gap_after(each)
        return kept

    def lines(self, text: str, type_: Type, width: float) -> Fitted:
        """The words at their largest size, in as many lines as they take."""
        style = type_.style(type_.size)
        return Fitted(list(self._type.lines(text, style, width)), style)

    def _evened(self, text: str, style: Style, box: Box, lines: list[SetLine]) -> list[SetLine]:
        if len(lines) < 2:
            return lines
        for share in _EVENED:
            narrow = list(self._type.lines(text, style, box.width * share))
            if len(narrow) == len(lines) and not breaks(text, narrow):
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


def largest(sizes: Sequence[float], at: Callable[[float], T | None]) -> T | None:
    """What is made at the largest size at which it can be made; as few sizes as can be are tried."""
    found = at(sizes[0])
    if found is not None:
        return found
    low, high = 1, len(sizes)
    while low < high:
        middle = (low + high) // 2
        made = at(sizes[middle])
        if made is None:
            low = middle + 1
        else:
            found, high = made, middle
    return found


class Tall(Protocol):
    """Anything of a height."""

    @property
    def height(self) -> float:
        """In millimetres."""
        ...


R = TypeVar("R", bound=Tall)


def on_pages(rows: Sequence[R], first: float, others: float) -> list[list[R]]:
    """Rows from the top of a page with this much room for them, then on pages with as much as `others`."""
    pages: list[list[R]] = [[]]
    left = first
    for row in rows:
        if pages[-1] and row.height > left + 0.01:
            pages.append([])
            left = others
        pages[-1].append(row)
        left -= row.height
    return pages


def gap_after(fitted: Fitted) -> float:
    """Between a paragraph and the next."""
    return fitted.style.size * _MM * 0.55


def breaks(text: str, lines: Sequence[SetLine]) -> bool:
    """Whether a word of plain text is broken; what is shaped is broken where its script allows it."""
    if not all(isinstance(line.text, str) for line in lines):
        return False
    return " ".join(str(line.text) for line in lines).split() != text.split()
