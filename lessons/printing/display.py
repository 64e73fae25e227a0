"""“Meet the leaders”: a page for each, for the wall of the music room. No photo and no surname."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from evidence.safety.releases import Releases
from lessons.colour import Colour
from lessons.printing.badge import refuse_surname
from lessons.printing.icons import bubble, disc_record, screen
from lessons.printing.ornament import band, note, peaks_from
from lessons.printing.printed import GREY, Printing, refuse_nothing
from lessons.printing.sheet import Box, Sheet, Type
from lessons.printing.wording import said
from studio.errors import StudioError
from studio.wording import listed

_CHANNEL = "display"


class NotForDisplay(StudioError):
    """Somebody who is not to be shown on a display in school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one leader says of themselves; what is empty is asked for on the wall."""

    code: str
    """A code or a first name."""
    title: str
    genres: str = ""
    artists: str = ""
    instrument: str = ""
    software: str = ""
    tip: str = ""


def display(library: Library, cards: Sequence[Card], out: Path | str, *, overwrite: bool = False) -> Path:
    """Write the pages as one PDF.

    Raises
    ------
    AdultsOnly, NothingToPrint, WholeName, NotForDisplay, PaperExists, PaperNotWritten
        Among others when somebody said no to a display in school.
    """
    printing = Printing(library, out, overwrite=overwrite)
    refuse_nothing(cards, "card")
    for each in cards:
        refuse_surname(each.code)
    _refuse_unreleased(library, [each.code for each in cards])
    sheet = printing.sheet(said("meet"))
    for each in cards:
        _draw(sheet, printing, each)
    return printing.put(sheet)


def _refuse_unreleased(library: Library, codes: Sequence[str]) -> None:
    rule = Releases(library).rule(_CHANNEL)
    refused = [code for code in codes if rule.answer(code) != "yes"]
    if refused:
        raise NotForDisplay(
            f"There is no “yes” for {rule.channel.title}: {listed(refused)}.",
            "Leave them out, or ask again and write the answer down under Releases.",
        )


def _draw(sheet: Sheet, printing: Printing, each: Card) -> None:
    page, look = sheet.page(), printing.look
    main = look.main_colour.readable()
    inside = Box(22, 22, page.width - 44, page.height - 44)
    over = Type(17, round=True, colour=main)
    sheet.words(said("meet"), Box(inside.x, inside.y, inside.width, 9), over, at=0.0)
    name = Box(inside.x, inside.y + 10, inside.width, 31)
    sheet.words(each.code, name, Type(68, least=10, round=True, leading=1.1), at=0.0, most=2)
    title = Box(inside.x, inside.y + 42, inside.width, 11)
    sheet.words(each.title, title, Type(22, least=8, bold=True), at=0.0, most=1)
    band(sheet, Box(inside.x, inside.y + 57, inside.width, 24), look, peaks_from(each.code, 60))
    y, height = inside.y + 91, (inside.bottom - 12 - inside.y - 91) / len(_FIELDS)
    for key, draw, tell in _FIELDS:
        field = Box(inside.x, y, inside.width, height)
        _field(sheet, printing, field, said(key), tell(each) or said("not_said"), draw)
        y += height
    foot = Box(inside.x, inside.bottom - 6, inside.width, 6)
    sheet.words(printing.school, foot, Type(11, colour=GREY), at=0.0, most=1)


_Icon = Callable[[Sheet, float, float, float, Colour, Colour], None]


def _field(sheet: Sheet, printing: Printing, box: Box, label: str, text: str, draw: _Icon) -> None:
    look = printing.look
    main = look.main_colour.readable()
    draw(sheet, box.x + 11, box.y + 14, 11, look.main_colour, look.second_colour)
    x = box.x + 32
    sheet.words(label, Box(x, box.y + 1, box.right - x, 8), Type(15, round=True, colour=main), at=0.0)
    words = Box(x, box.y + 9, box.right - x, box.height - 13)
    sheet.words(text, words, Type(23, least=8, leading=1.25), at=0.0, up=0.0)


def _music(card: Card) -> str:
    if not card.artists or not card.genres:
        return card.genres or card.artists
    return said("artists", genres=card.genres.rstrip("."), artists=card.artists)


def _quavers(sheet: Sheet, x: float, y: float, radius: float, main: Colour, second: Colour) -> None:
    sheet.ring(x, y, radius * 0.94, main, thick=0.9)
    note(sheet, x, y, radius * 1.05, main)


_FIELDS: tuple[tuple[str, _Icon, Callable[[Card], str]], ...] = (
    ("genres", disc_record, _music),
    ("instrument", _quavers, lambda card: card.instrument),
    ("software", screen, lambda card: card.software),
    ("tip", bubble, lambda card: card.tip),
)
