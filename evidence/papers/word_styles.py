"""How a paper looks in Word: its page, its type and its lines."""

from typing import TYPE_CHECKING, Any

from evidence.papers import measure

if TYPE_CHECKING:
    from docx.document import Document

ACCENT, GREY = "0B5D66", "4D5B60"
INK, MARKER, _LINE = "1D2A2E", "FFEC99", "9AA5A8"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_FONT = "Arial"
"""On every computer, or one of the same widths."""


def set_page(document: "Document", *, lies: bool = False) -> None:
    """A4, with the margins that the measure counts with."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if lies else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
    margins = [Mm(millimetres) for millimetres in measure.MARGINS_MM]
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = margins
    section.footer_distance = Mm(9)


def set_styles(document: "Document", *, scale: float = 1.0) -> None:
    """Our type and colours, in place of the library's."""
    sizes = {"Normal": measure.BODY, "Heading 1": measure.TITLE, "Caption": measure.CELL}
    sizes |= {f"Heading {rank}": size for rank, size in measure.HEADINGS.items()}
    sizes |= {"List Bullet": measure.BODY, "Quote": measure.BODY}
    for name, size in ((name, size * scale) for name, size in sizes.items()):
        style: Any = document.styles[name]
        _set_font(style)
        style.font.size = points(size)
        style.font.color.rgb = colour_of(ACCENT if name.startswith("Heading") else INK)
        style.font.italic = name == "Quote"
        style.font.bold = name.startswith("Heading") or name == "Caption"
        lines = style.paragraph_format
        lines.line_spacing = points(size * (1.2 if name == "Heading 1" else measure.LEADING))
        _at_least(lines)
        lines.space_before = points(measure.BEFORE_HEADING if name in ("Heading 2", "Heading 3") else 0)
        lines.space_after = points({"Heading 1": 10, "Caption": 2}.get(name, measure.AFTER))
        lines.keep_with_next = name.startswith("Heading") or name == "Caption"
        lines.widow_control = True
        for each in style.element.xpath("w:pPr/w:contextualSpacing"):
            each.getparent().remove(each)
        if name == "Quote":
            lines.left_indent = lines.right_indent = points(measure.INDENT)
    _draw_lines(document.styles["Table Grid"])
    _speak_english(document)


def _set_font(style: Any) -> None:
    """One font for all scripts that have it, and not the theme's."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _at_least(lines: Any) -> None:
    from docx.enum.text import WD_LINE_SPACING

    lines.line_spacing_rule = WD_LINE_SPACING.AT_LEAST  # taller letters make their line taller


def _speak_english(document: "Document") -> None:
    """British, for the spelling checker and for screen readers."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _draw_lines(table_style: Any) -> None:
    """Thin and grey, where the style has black ones."""
    from docx.oxml.ns import qn

    for line in table_style.element.iter(*(qn(f"w:{side}") for side in _SIDES)):
        line.set(qn("w:color"), _LINE)


def shade(run: Any) -> None:
    """Lay pale yellow behind words; the library's own highlighter is too loud on paper."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", MARKER)):
        shading.set(qn(f"w:{name}"), value)
    run._r.get_or_add_rPr().append(shading)


def points(size: float) -> Any:
    """A length, as the library wants it."""
    from docx.shared import Pt

    return Pt(size)


def colour_of(rgb: str) -> Any:
    """A colour, as the library wants it."""
    from docx.shared import RGBColor

    return RGBColor.from_string(rgb)
