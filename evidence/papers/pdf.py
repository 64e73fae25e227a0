"""A paper as a PDF, in the type and measures that its Word file has."""

from collections.abc import Sequence

from evidence.papers import measure
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
from evidence.papers.pdf_grid import GridPrinter
from evidence.papers.pdf_pages import MM, Pages, ink_of
from evidence.papers.word_styles import ACCENT, GREY, INK, MARKER
from evidence.papers.wording import words
from evidence.printing.typesetter import Style

_SMALLER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
"""Shares of the usual size, for a paper that must keep to its pages: its letters are wider than Word's."""


def pdf_bytes(paper: Paper) -> bytes:
    """The file; the same bytes for the same paper."""
    printer = _Printer(paper, paper.scale)
    for share in _SMALLER[1:]:
        if paper.pages is None or printer.pages.number <= paper.pages:
            break
        printer = _Printer(paper, paper.scale * share)
    return printer.pages.finish()


class _Printer:
    """A paper on its pages, with type of one scale."""

    def __init__(self, paper: Paper, scale: float) -> None:
        self._scale = scale
        self.pages = Pages(
            title=f"{paper.over}: {paper.title}",
            foot=paper.foot,
            made=paper.made,
            landscape=paper.lies,
            about=paper.about,
        )
        over = self._style(measure.OVER, colour=ACCENT, bold=True)
        self.pages.hold(paper.over, over, before=0, after=0.5)
        title = self._style(measure.TITLE, colour=ACCENT, bold=True, leading=1.2)
        self.pages.hold(paper.title, title, before=0, after=self._mm(10), rank=1)
        for block in paper.blocks:
            self._add(block)
        self.pages.begin(0)

    def _add(self, block: Block) -> None:
        match block:
            case Heading(text, rank):
                style = self._style(measure.HEADINGS[rank], colour=ACCENT, bold=True)
                before, after = self._mm(measure.BEFORE_HEADING), self._mm(measure.AFTER)
                self.pages.hold(text, style, before=before, after=after, rank=rank)
            case Text(text, soft):
                self.pages.write(text, self._soft if soft else self._body)
                self._after()
            case Bullets(items):
                for item in items:
                    self.pages.bullet(item, self._body, indent=self._mm(measure.INDENT))
                    self.pages.gap(self._mm(measure.BETWEEN))
                self._after()
            case Quotation(text, said_by):
                for said, style in ((f"“{text}”", self._body), (said_by, self._soft)):
                    self.pages.write(said, style, indent=self._mm(measure.INDENT), bar=True)
                self._after(2)
            case ToFillIn(text):
                gap = f"[{words('shared')('fill_in')} {text}]"
                indent = self._mm(measure.INDENT) / 2
                self.pages.write(gap, self._body, indent=indent, shade=ink_of(MARKER))
                self._after(2)
            case Grid(caption, head, rows, widths):
                self._table(caption, head, rows, widths)
            case WriteIn(caption, head, widths, lines):
                blank = [("",) * len(head)] * lines
                self._table(caption, head, blank, widths, least=self._mm(measure.WRITING), boxed=True)
            case PageEnd():
                self.pages.end_page()

    def _table(
        self,
        caption: str,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        *,
        least: float = 0.0,
        boxed: bool = False,
    ) -> None:
        bold = self._style(measure.CELL, bold=True)
        cell = self._style(measure.CELL)
        self.pages.hold(caption, bold, before=0, after=self._mm(2))
        grid = GridPrinter(self.pages, widths, padding=self._mm(measure.CELL_PADDING))
        body = [grid.row(cells, cell, least=least) for cells in rows]
        grid.print(grid.row(head, bold), body, boxed=boxed)
        self._after(2)

    @property
    def _body(self) -> Style:
        return self._style(measure.BODY)

    @property
    def _soft(self) -> Style:
        return self._style(measure.SOFT, colour=GREY)

    def _style(
        self, size: float, *, colour: str = INK, bold: bool = False, leading: float = measure.LEADING
    ) -> Style:
        return Style(size * self._scale, bold=bold, leading=leading * MM, colour=ink_of(colour))

    def _mm(self, points: float) -> float:
        return points * MM * self._scale

    def _after(self, times: int = 1) -> None:
        self.pages.gap(times * self._mm(measure.AFTER))
