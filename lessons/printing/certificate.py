"""Certificates: one page each, in the school's colours, to hold up in assembly and to take home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence.library import Library
from lessons.colour import Colour
from lessons.printing.ornament import Peaks, burst, frame, note, peaks_from
from lessons.printing.printed import GREY, Printing, refuse_nothing
from lessons.printing.sheet import Box, Sheet, Type
from lessons.printing.wording import said
from studio.wording import date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What one certificate says."""

    to: str = ""
    """A code or a first name; empty for a line to write the name on by hand."""
    line: str
    """What for, such as `for winning “Voice of a villain”`."""
    reason: str = ""
    """Why, in whole sentences."""
    signed_by: tuple[str, ...] = ()
    """Roles or titles under the lines to sign on, two at most."""
    date: date
    over: str = ""
    """Instead of the word “Certificate”."""
    mark: str = ""
    """Small, at the foot: whose it is when the name is written by hand."""
    peaks: Peaks = ()
    """The shape of the sound; without one, of a sound that nobody recorded."""
    about: str = ""
    """Id of the sound that it is for."""


def certificate(
    library: Library, certificates: Sequence[Certificate], out: Path | str, *, overwrite: bool = False
) -> Path:
    """Write certificates as one PDF, a page each.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    printing = Printing(library, out, overwrite=overwrite)
    refuse_nothing(certificates, "certificate")
    sheet = printing.sheet(said("certificate"), landscape=True, about=[each.about for each in certificates])
    for each in certificates:
        _draw(sheet, printing, each)
    return printing.put(sheet)


def _draw(sheet: Sheet, printing: Printing, each: Certificate) -> None:
    page, look = sheet.page(), printing.look
    main = look.main_colour.readable()
    peaks = each.peaks or peaks_from(each.line + each.to, 60)
    frame(sheet, Box(14, 22, page.width - 28, page.height - 36), look, peaks)
    wide = Box(36, 0, page.width - 72, 0)
    sheet.words(printing.school, Box(wide.x, 37, wide.width, 9), Type(14, colour=GREY), most=1)
    over = Type(34, round=True, colour=main)
    sheet.words(each.over or said("certificate"), Box(wide.x, 46, wide.width, 17), over, most=1)
    _name(sheet, each, Box(wide.x, 66, wide.width, 34), main)
    line = Type(22, least=9, bold=True)
    end = sheet.words(each.line, Box(wide.x, 103, wide.width, 20), line, up=0.0, most=2)
    reason = Box(wide.x + 12, end + 4, wide.width - 24, 152 - end - 4)
    sheet.words(each.reason, reason, Type(17, least=7, leading=1.4), up=0.15)
    _foot(sheet, printing, each, peaks)


def _name(sheet: Sheet, each: Certificate, box: Box, main: Colour) -> None:
    if each.to:
        sheet.words(each.to, box, Type(64, least=10, round=True, leading=1.1), most=2)
        return
    x, y = box.middle
    sheet.dashes(x - 75, y + 8, x + 75, y + 8, main)
    sheet.words(said("write_name"), Box(box.x, y + 9, box.width, 6), Type(10, colour=GREY), up=0.0)


def _foot(sheet: Sheet, printing: Printing, each: Certificate, peaks: Peaks) -> None:
    """The seal in the middle, a line to sign on at each side, the date under the seal's left."""
    look, middle = printing.look, sheet.width / 2
    burst(sheet, middle, 170, 18, look, peaks)
    note(sheet, middle, 170, 12, look.second_colour.ink)
    roles = (*each.signed_by, "", "")[:2]
    for role, x in zip(roles, (38, sheet.width - 38 - 72), strict=True):
        if role:
            sheet.stroke([(x, 174), (x + 72, 174)], GREY, thick=0.25)
            sheet.words(role, Box(x, 175.5, 72, 11), Type(11, colour=GREY), up=0.0, most=2)
    day = " · ".join(filter(None, [date_in_words(each.date), each.mark]))
    sheet.words(day, Box(60, 188.2, sheet.width - 120, 6), Type(10, colour=GREY), most=1)
