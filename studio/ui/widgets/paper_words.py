"""A paper on the screen: its blocks as lines of so many cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from evidence.papers.paper import (
    Block,
    Bullets,
    Grid,
    Heading,
    PageEnd,
    Quotation,
    Text,
    ToFillIn,
    WriteIn,
)
from studio.ui.text import cut_to, literal

_NARROWEST = 20
_BETWEEN = 2
"""Cells between two columns."""
_HEAD = "bold $accent"


def paper_content(blocks: Iterable[Block], width: int) -> Content:
    """The blocks below each other, an empty line before what begins something new."""
    width = max(_NARROWEST, width)
    lines: list[Content] = []
    for block in blocks:
        if lines and not isinstance(block, PageEnd) and _stands_apart(block):
            lines.append(Content(""))
        lines += _lines(block, width)
    return Content("\n").join(lines)


def _stands_apart(block: Block) -> bool:
    return isinstance(block, Heading | Grid | WriteIn)


def _lines(block: Block, width: int) -> Iterator[Content]:
    match block:
        case Heading(text):
            yield literal(text, _HEAD)
        case Text(text, soft):
            yield from _wrapped(text, width, style="$quiet" if soft else "")
        case Bullets(items):
            for item in items:
                yield from _hung("• ", item, width)
        case Quotation(text, said_by):
            yield from _hung("│ ", f"“{text}”", width, again="│ ")
            yield literal(f"│ {said_by}", "$quiet")
        case ToFillIn(text):
            yield from _wrapped(f"[{text}]", width)
        case Grid():
            yield from _table(block.caption, block.head, block.rows, block.widths, width)
        case WriteIn(caption, head):
            yield literal(caption, _HEAD)
            yield literal(" · ".join(head), "$quiet")
        case PageEnd():
            return


def _wrapped(text: str, width: int, *, style: str = "") -> Iterator[Content]:
    yield from (literal(line, style) for line in wrap(text, width) or [""])


def _hung(mark: str, text: str, width: int, *, again: str = "") -> Iterator[Content]:
    """A mark, and the words behind it under each other."""
    for number, line in enumerate(wrap(text, width - len(mark)) or [""]):
        yield literal((again or " " * len(mark) if number else mark) + line)


def _table(
    caption: str,
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[int, ...],
    width: int,
) -> Iterator[Content]:
    """A table in columns; where a column would be too narrow to read, its cells stand below each other."""
    yield literal(caption, _HEAD)
    room = width - _BETWEEN * (len(head) - 1)
    columns = [room * share // sum(widths) for share in widths]
    if min(columns) < _NARROWEST // 2:
        for row in rows:
            yield literal(row[0], "bold")
            for name, cell in zip(head[1:], row[1:], strict=True):
                yield from _hung("  ", f"{name}: {cell}" if cell else name, width)
            yield Content("")
        return
    yield from _row(head, columns, "bold")
    tall = len(head) > 2 and any(
        len(cell) > column for row in rows for cell, column in zip(row, columns, strict=True)
    )
    for number, row in enumerate(rows):
        if number and tall:
            yield Content("")
        yield from _row(row, columns, "")


def _row(cells: tuple[str, ...], columns: list[int], style: str) -> Iterator[Content]:
    set_ = [wrap(cell, column) or [""] for cell, column in zip(cells, columns, strict=True)]
    gap = " " * _BETWEEN
    for line in zip_longest(*set_, fillvalue=""):
        parts = [
            cut_to(text, column).stylize(style) if style else cut_to(text, column)
            for text, column in zip(line, columns, strict=True)
        ]
        yield Content(gap).join(parts)


class PaperWords(Widget):
    """A paper as tall as it is in the width there is."""

    DEFAULT_CSS = "PaperWords { height: auto; }"

    blocks: reactive[tuple[Block, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        """All of it."""
        return paper_content(self.blocks, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(paper_content(self.blocks, width).plain.split("\n"))
