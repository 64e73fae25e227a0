"""Badges: eight to a sheet of A4, for holders of 90 by 55 millimetres, with marks where to cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from lessons.colour import Colour
from lessons.printing.ornament import band, burst, cut_marks, note, peaks_from
from lessons.printing.printed import GREY, Printing, refuse_nothing
from lessons.printing.sheet import Box, Sheet, Type
from studio.errors import StudioError

ON_A_SHEET = 8
_WIDTH, _HEIGHT, _COLUMNS = 90.0, 55.0, 2
_CUT = Colour(150, 150, 150)


class WholeName(StudioError):
    """A badge that would tell everybody a child's whole name."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What one badge says."""

    code: str
    """A code or a first name; never a surname, since everybody reads it."""
    title: str
    """What its wearer is, such as `Music Tech Ambassador`."""


def badge(library: Library, badges: Sequence[Badge], out: Path | str, *, overwrite: bool = False) -> Path:
    """Write badges as one PDF, eight to a page.

    Raises
    ------
    AdultsOnly, NothingToPrint, WholeName, PaperExists, PaperNotWritten
    """
    printing = Printing(library, out, overwrite=overwrite)
    refuse_nothing(badges, "badge")
    for each in badges:
        refuse_surname(each.code)
    sheet = printing.sheet("Badges")
    for first in range(0, len(badges), ON_A_SHEET):
        page = sheet.page()
        xs = [(page.width - _COLUMNS * _WIDTH) / 2 + n * _WIDTH for n in range(_COLUMNS + 1)]
        rows = ON_A_SHEET // _COLUMNS
        ys = [(page.height - rows * _HEIGHT) / 2 + n * _HEIGHT for n in range(rows + 1)]
        for place, each in enumerate(badges[first : first + ON_A_SHEET]):
            x, y = xs[place % _COLUMNS], ys[place // _COLUMNS]
            _draw(sheet, printing, Box(x, y, _WIDTH, _HEIGHT), each)
        cut_marks(sheet, xs, ys, _CUT)
    return printing.put(sheet)


def refuse_surname(name: str) -> None:
    """Refuse a name of several words on what everybody reads."""
    if len(name.split()) > 1:
        raise WholeName(
            "A badge or display for everybody to read has no surname.",
            "Use the code, or the first name alone.",
        )


def _draw(sheet: Sheet, printing: Printing, card: Box, each: Badge) -> None:
    look, inside = printing.look, card.inside(5)
    peaks = peaks_from(each.code, 48)
    burst(sheet, inside.x + 11, inside.y + 13.5, 11, look, peaks)
    note(sheet, inside.x + 11, inside.y + 13.5, 7.4, look.second_colour.ink)
    left = inside.x + 26
    words = Box(left, inside.y, inside.right - left, 27)
    sheet.words(each.code, words, Type(30, least=5, round=True, leading=1.1), at=0.0, most=2)
    title = Box(inside.x, inside.y + 27, inside.width, 8.5)
    main = look.main_colour.readable()
    sheet.words(each.title, title, Type(15, least=6, round=True, colour=main), at=0.0, most=1)
    band(sheet, Box(inside.x, inside.y + 35.5, inside.width, 5.5), look, peaks, step=1.7)
    school = Box(inside.x, inside.bottom - 3.6, inside.width, 4)
    sheet.words(printing.school, school, Type(7.5, least=4, colour=GREY), at=0.0, most=1)
