"""Words on the screen: pupils' own words kept as they are, and days said plainly."""

from datetime import date, datetime

from textual.content import Content

from studio.wording import MONTHS, weekday

SAFE_GLYPHS = frozenset("█░▒■▲▼●•×←↑→↓─│┌┐└┘├┤┬┴┼═║╔╗╚╝·…£“”’°")
"""The glyphs beside letters that every school terminal has (old Windows consoles, a Pi's bare console)."""

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """The text with every character that steers a terminal shown as a dot."""
    return "".join("·" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    return character < " " or "\x7f" <= character <= "\x9f" or character in _BIDI_CONTROLS


def literal(text: str, style: str = "") -> Content:
    """Text shown as it stands: never read as markup, whatever a pupil typed."""
    return Content.styled(printable(text), style) if style else Content(printable(text))


def cut_to(text: str, width: int) -> Content:
    """Text in exactly so many cells: cut with an ellipsis, or filled with spaces."""
    return literal(text).truncate(max(0, width), ellipsis=True, pad=True)


def day_words(day: date) -> str:
    """A day without its year, `Tue 24 Nov`."""
    return f"{weekday(day)[:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def when_words(moment: datetime, now: datetime) -> str:
    """When something was, seen from now: `today 10:42`, `Tue 24 Nov` or `24 Nov 2025`."""
    here = moment.astimezone(now.tzinfo)
    if here.date() == now.date():
        return f"today {here:%H:%M}"
    if here.year == now.year:
        return day_words(here.date())
    return f"{here.day} {MONTHS[here.month - 1][:3]} {here.year}"
