"""A poster: one page with few and large words, for a new brief or for a winner."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from lessons.printing.ornament import Peaks, band, burst, note, peaks_from
from lessons.printing.printed import GREY, Printing, refuse_nothing
from lessons.printing.sheet import Box, Sheet, Type
from lessons.printing.wording import said

_FEW = 4
"""Sentences; with more of them the large words and the picture make room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """What it says."""

    title: str
    """Small, on top, such as `Our winner`."""
    big: str
    """The words that are read from the other end of the room."""
    lines: tuple[str, ...] = ()
    """Sentences below, each a paragraph."""
    code: str = ""
    """Whose it is; never a name."""
    peaks: Peaks = ()
    """The shape of the sound; without one, of a sound that nobody recorded."""
    by: str = ""
    """Instead of “made by ...”."""
    about: str = ""
    """Id of the sound that it shows."""


def poster(
    library: Library, what: Poster | Sequence[Poster], out: Path | str, *, overwrite: bool = False
) -> Path:
    """Write a poster, or several, as a PDF of a page of A4 each, to be enlarged as one likes.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    printing = Printing(library, out, overwrite=overwrite)
    posters = [what] if isinstance(what, Poster) else list(what)
    refuse_nothing(posters, "poster")
    sheet = printing.sheet(posters[0].big, about=[each.about for each in posters])
    for each in posters:
        _draw(sheet, printing, each)
    return printing.put(sheet)


def _draw(sheet: Sheet, printing: Printing, what: Poster) -> None:
    look = printing.look
    page, main = sheet.page(), look.main_colour.readable()
    inside = Box(20, 20, page.width - 40, page.height - 40)
    peaks = what.peaks or peaks_from(what.big, 80)
    burst(sheet, page.width - 37, 37, 17, look, peaks)
    note(sheet, page.width - 37, 37, 11.5, look.second_colour.ink)
    over = Box(inside.x, inside.y + 8, inside.width - 42, 18)
    sheet.words(what.title, over, Type(30, least=10, round=True, colour=main), at=None, most=2)
    much = len(what.lines) > _FEW
    big = Box(inside.x, inside.y + 40, inside.width, 42 if much else 76)
    size = Type(58 if much else 88, least=12, round=True, leading=1.08)
    sheet.words(what.big, big, size, at=None, up=0.5, most=5)
    wave = Box(inside.x, big.bottom + 6, inside.width, 22 if much else 36)
    band(sheet, wave, look, peaks)
    by = what.by or (said("made_by", code=what.code) if what.code else "")
    top = wave.bottom + 8
    if by:
        credit = Type(24, least=7, round=True, colour=main)
        top = 4 + sheet.words(by, Box(inside.x, top, inside.width, 16), credit, at=None, up=0.0, most=2)
    lines = Box(inside.x, top, inside.width, inside.bottom - 10 - top)
    sheet.paragraphs(what.lines, lines, Type(25, least=6, leading=1.3))
    foot = Box(inside.x, inside.bottom - 4, inside.width, 6)
    sheet.words(printing.school, foot, Type(11, colour=GREY), at=0.0, most=1)
