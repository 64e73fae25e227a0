"""A PDF without a page yet, ready for any kind of paper."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from evidence.printing.letters import readable

if TYPE_CHECKING:
    from fpdf import FPDF


def blank_pdf(
    *, title: str, made: datetime, margin: float, landscape: bool = False, about: Iterable[str] = ()
) -> "FPDF":
    """An empty PDF on A4, in British English; the same bytes for the same paper.

    `about` has the ids of sounds that it tells of: in a PDF words are packed, and a withdrawal that looks for
    copies finds it by these.
    """
    from fpdf import FPDF  # 0.3 s, which only printing needs

    pdf = FPDF(orientation="landscape" if landscape else "portrait", format="A4")
    pdf.str_alias_nb_pages = ""  # otherwise a title could say what is replaced by the number of pages
    pdf.set_creation_date(made)
    pdf.set_lang("en-GB")
    pdf.set_producer("Soundingboard")
    pdf.set_title(in_one_line(title))
    if ids := " ".join(dict.fromkeys(about)):
        pdf.set_keywords(ids)
    pdf.set_margins(margin, margin, margin)
    pdf.c_margin = 0
    pdf.set_auto_page_break(auto=True, margin=margin)
    return pdf


def in_one_line(text: str) -> str:
    """The text as a title or a foot can hold it."""
    return " ".join(readable(text).split())
