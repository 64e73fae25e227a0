"""A paper as a Word file."""

import zipfile
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

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
    shown,
)
from evidence.papers.word_styles import ACCENT, GREY, colour_of, points, set_page, set_styles, shade
from evidence.papers.wording import words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_LYING_WIDTH = 739.0
"""Points of a line on a page that lies on its long side."""


def word_bytes(paper: Paper) -> bytes:
    """The file; the same bytes for the same paper."""
    writer = _Writer(paper)
    for block in paper.blocks:
        writer.add(block)
    return writer.finish()


class _Writer:
    """A document in progress."""

    def __init__(self, paper: Paper) -> None:
        import docx  # here, since only papers need it

        self._paper = paper
        self._document: Document = docx.Document()
        set_page(self._document, lies=paper.lies)
        set_styles(self._document, scale=paper.scale)
        self._set_properties()
        self._paragraph(paper.over, size=measure.OVER, colour=ACCENT, bold=True, after=0)
        self._document.add_heading(shown(paper.title), 1)
        self._set_foot()

    def add(self, block: Block) -> None:
        """Put a block at the end."""
        match block:
            case Heading(text, rank):
                self._document.add_heading(shown(text), rank)
            case Text(text, True):
                self._paragraph(text, size=measure.SOFT, colour=GREY)
            case Text(text):
                self._paragraph(text)
            case Bullets(items):
                for number, item in enumerate(items, 1):
                    after = measure.BETWEEN if number < len(items) else None
                    self._paragraph(item, style="List Bullet", after=after)
            case Quotation(text, said_by):
                self._paragraph(f"“{text}”", style="Quote", after=1)
                self._paragraph(said_by, style="Quote", size=measure.SOFT, colour=GREY)
            case ToFillIn(text):
                self._fill_in(text)
            case Grid(caption, head, rows, widths):
                self._table(caption, head, rows, widths)
            case WriteIn(caption, head, widths, lines):
                table = self._table(caption, head, [("",) * len(head)] * lines, widths)
                for row in table.rows[1:]:
                    row.height = points(measure.WRITING)
            case PageEnd():
                self._break_page()

    def finish(self) -> bytes:
        """The file, its parts dated with the paper."""
        made = BytesIO()
        self._document.save(made)
        return _dated(made, self._paper)

    def _paragraph(
        self,
        text: str,
        *,
        style: str = "Normal",
        size: float | None = None,
        colour: str | None = None,
        bold: bool | None = None,
        after: float | None = None,
    ) -> "Paragraph":
        paragraph = self._document.add_paragraph(style=style)
        run = paragraph.add_run(shown(text))
        run.bold = bold
        if size:
            run.font.size = points(size * self._paper.scale)
            paragraph.paragraph_format.line_spacing = points(size * self._paper.scale * measure.LEADING)
        if colour:
            run.font.color.rgb = colour_of(colour)
        if after is not None:
            paragraph.paragraph_format.space_after = points(after)
        return paragraph

    def _fill_in(self, text: str) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.left_indent = points(measure.INDENT / 2)
        paragraph.paragraph_format.space_after = points(2 * measure.AFTER)
        run = paragraph.add_run(shown(f"[{words('shared')('fill_in')} {text}]"))
        shade(run)

    def _table(self, caption: str, head: tuple[str, ...], rows: Any, widths: tuple[int, ...]) -> Any:
        from docx.enum.text import WD_LINE_SPACING

        self._document.add_paragraph(shown(caption), style="Caption")
        table: Any = self._document.add_table(rows=0, cols=len(head), style="Table Grid")
        table.autofit = False
        line = _LYING_WIDTH if self._paper.lies else measure.LINE_WIDTH
        shares = [line * width / sum(widths) for width in widths]
        for column, share in zip(table.columns, shares, strict=True):
            column.width = points(share)
        for number, cells in enumerate([head, *rows]):
            row = table.add_row()
            _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
            if number == 0:
                _mark(row._tr.get_or_add_trPr(), "w:tblHeader")
            for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = points(shares[place])
                _fill(cell, text, measure.CELL * self._paper.scale, bold=number == 0)
        _tell_caption(table, caption)
        after = self._document.add_paragraph()  # a table ends with a paragraph, or it joins the next one
        after.paragraph_format.line_spacing = points(2 * measure.AFTER)
        after.paragraph_format.space_after = points(0)
        after.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        return table

    def _break_page(self) -> None:
        from docx.enum.text import WD_BREAK

        # In the last paragraph there is, so that the new page does not begin with an empty line.
        self._document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)

    def _set_properties(self) -> None:
        properties, paper = self._document.core_properties, self._paper
        made = paper.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        properties.author = properties.last_modified_by = shown(paper.school)[:255]
        properties.title = shown(f"{paper.over}: {paper.title}")[:255]
        properties.created = properties.modified = made
        properties.language = "en-GB"
        properties.comments = properties.keywords = ""
        properties.revision = 1

    def _set_foot(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        run = paragraph.add_run(shown(self._paper.foot) + "   ·   ")
        numbered = paragraph.add_run()
        _add_field(numbered, "PAGE")
        for each in (run, numbered):
            each.font.size = points(measure.SOFT)
            each.font.color.rgb = colour_of(GREY)


def _fill(cell: "_Cell", text: str, size: float, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = points(size * measure.LEADING)
    paragraph.paragraph_format.space_before = points(measure.CELL_PADDING)
    paragraph.paragraph_format.space_after = points(measure.CELL_PADDING)
    run = paragraph.add_run(shown(text))
    run.font.size = points(size)
    run.bold = bold or None


def _tell_caption(table: Any, caption: str) -> None:
    """Say the caption to those who hear the table too."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), shown(caption))
    table._tbl.tblPr.append(told)


def _add_field(run: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", None, "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = name
        run._r.append(part)


def _mark(properties: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(name))


def _dated(made: BytesIO, paper: Paper) -> bytes:
    """The same archive with the paper's date on every part, so that its bytes do not tell when it was run."""
    when = paper.made.astimezone(UTC).timetuple()[:6]
    dated = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, (max(1980, when[0]), *when[1:]))
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return dated.getvalue()
