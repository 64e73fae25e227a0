"""How much room a paper takes: our own measure, a little on the safe side, and what is done to fit in.

All lengths are points on A4 paper; `word.py` sets type by them, and the page's style sheet uses the same.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from evidence.papers.paper import (
    Block,
    Bullets,
    Grid,
    Heading,
    PageEnd,
    Paper,
    Quotation,
    Text,
    ToFillIn,
    WriteIn,
)

LINE_WIDTH = 493.0  # 174 mm
PAGE_HEIGHT = 722.0  # 260 mm, less the line at the foot of a page
MARGINS_MM = (17, 18, 20, 18)
"""Top, right, bottom, left."""

BODY, SOFT, CELL, OVER, TITLE = 10.0, 8.5, 9.0, 9.5, 20.0
HEADINGS = {2: 12.5, 3: 10.5}
LEADING = 1.3
AFTER = 4.0
BETWEEN = 2.0
"""The items of a list."""
BEFORE_HEADING = 9.0
INDENT = 16.0
CELL_PADDING = 3.0
"""Above and below the words of a cell."""
WRITING = 21.0
"""One line to write on."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'!|()[] "), frozenset("mwMW@%—…")
_SAFETY = 1.01
SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.12)


@dataclass(frozen=True, slots=True)
class Room:
    """How generous a paper may be."""

    share: float
    more: str
    """Ends what was cut."""

    def text(self, text: str, longest: int) -> str:
        """In one line of thought, cut at the end of a word where it is too long, with where to read on."""
        return _cut(text, max(24, int(longest * self.share)), self.more)

    def title(self, text: str, longest: int = 90) -> str:
        """The same for a title, which the paper cuts shorter only where it is very long."""
        return _cut(text, max(40 if self.is_tight else 60, int(longest * self.share)), "…")

    @property
    def is_tight(self) -> bool:
        """Whether even tables should say only the least."""
        return self.share < 0.35

    def most(self, number: int) -> int:
        """How many of a list there is room for, at least one; long texts are cut before lists are."""
        return max(1, round(number * min(1.0, 1.6 * self.share)))


def _cut(text: str, limit: int, end: str) -> str:
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    at_word = line[:limit].rfind(" ")
    cut = line[: at_word if at_word > limit * 0.6 else limit]
    return cut.rstrip(" .,;:") + end


def within(text: str, size: float, lines: int) -> str:
    """The text, or as much of it as so many lines of this size hold."""
    while lines_of(text, size, LINE_WIDTH) > lines:
        text = _cut(text, len(text) - 4, "…")
    return text


def fitted(make: Callable[[Room], Paper], more: str) -> Paper:
    """The paper as generous as its pages allow, its space to write on grown to fill them.

    What does not fit however short it is, by a framework of a hundred levels, is rather long than lost.
    """
    for share in SHARES:
        paper = make(Room(share, more))
        if paper.pages is None or pages_of(paper) <= paper.pages:
            break
    return _grown(paper)


def pages_of(paper: Paper) -> int:
    """How many pages it takes."""
    return sum(ceil(_height(page) / PAGE_HEIGHT) for page in _pages(paper))


def _grown(paper: Paper) -> Paper:
    """The same with more lines to write on."""
    blocks: list[Block] = []
    for page in _pages(paper):
        blank = max(0.0, PAGE_HEIGHT - _height(page)) if paper.pages else 0.0
        blocks += [_longer(block, blank) for block in page if not isinstance(block, float)]
    return replace(paper, blocks=tuple(blocks))


def _longer(block: Block, blank: float) -> Block:
    if isinstance(block, WriteIn) and block.grows:
        return replace(block, lines=block.lines + int(blank / (WRITING * _SAFETY)))
    return block


def _pages(paper: Paper) -> list[list[Block | float]]:
    """The blocks of each page, the first with the height of the title as a number."""
    top = lines_of(paper.title, TITLE, LINE_WIDTH) * TITLE * 1.2 + OVER * LEADING + 10
    pages: list[list[Block | float]] = [[top]]
    for block in paper.blocks:
        if isinstance(block, PageEnd):
            pages.append([])
        pages[-1].append(block)
    return pages


def _height(blocks: list[Block | float]) -> float:
    return _SAFETY * sum(block if isinstance(block, float) else _height_of(block) for block in blocks)


def _height_of(block: Block) -> float:
    match block:
        case Heading(text, rank):
            size = HEADINGS[rank]
            return BEFORE_HEADING + lines_of(text, size * 1.1, LINE_WIDTH) * size * LEADING + AFTER
        case Text(text, soft):
            size = SOFT if soft else BODY
            return _lines(text, size, LINE_WIDTH) + AFTER
        case Bullets(items):
            return sum(_lines(item, BODY, LINE_WIDTH - INDENT) + BETWEEN for item in items) + AFTER
        case Quotation(text, said_by):
            inside = LINE_WIDTH - 2 * INDENT
            return _lines(text, BODY, inside) + _lines(said_by, SOFT, inside) + 2 * AFTER
        case ToFillIn(text):
            return _lines(text, BODY, LINE_WIDTH - INDENT) + 2 * AFTER
        case Grid(_, head, rows, widths):
            return _caption() + sum(_row(row, widths) for row in (head, *rows)) + 2 * AFTER
        case WriteIn(_, head, widths, lines):
            return _caption() + _row(head, widths) + lines * WRITING + 2 * AFTER
        case PageEnd():
            return 0.0


def _caption() -> float:
    return CELL * LEADING + 2


def _row(cells: tuple[str, ...], widths: tuple[int, ...]) -> float:
    inside = [LINE_WIDTH * width / sum(widths) - 11 for width in widths]
    tallest = max(_lines(cell, CELL, width) for cell, width in zip(cells, inside, strict=True))
    return tallest + 2 * CELL_PADDING + 1


def _lines(text: str, size: float, width: float) -> float:
    return lines_of(text, size, width) * size * LEADING


def lines_of(text: str, size: float, width: float) -> int:
    """How many lines a text takes, by the width of its letters and words that do not break."""
    lines = 0
    for paragraph in text.split("\n"):
        lines, at = lines + 1, 0.0
        for word in paragraph.split(" "):
            long = size * sum(map(_width, word))
            if at and at + long > width:
                lines, at = lines + 1, 0.0
            lines += int(long // width)
            at += long % width + size * 0.28
    return lines


def _width(letter: str) -> float:
    """Of a letter, as a share of the size of the type; a little more than Arial's."""
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE or unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter.isupper():
        return 0.73
    return 0.56 if letter.isascii() else 0.75
