"""A unit of work in a line, and in the few lines of a pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from evidence.years import YEAR_GROUPS
from studio.ui.text import cut_to

if TYPE_CHECKING:
    from lessons.occasion import Occasion
    from lessons.units.unit import Unit

_ID, _YEARS, _LENGTH, _SHOWS = 10, 8, 12, 43
_NARROW = 100
_SHOWS_NARROW = 13
TAUGHT = "•"


def unit_line(unit: Unit, width: int, *, was_taught: bool) -> Content:
    """One line: id, years, title, length, what it shows; a point where it was taught."""
    is_wide = width >= _NARROW
    shows = _SHOWS if is_wide else _SHOWS_NARROW
    title = width - _ID - _YEARS - _LENGTH - shows - 3
    return Content.assemble(
        f"{TAUGHT if was_taught else ' '} ",
        cut_to(unit.id, _ID - 1),
        " ",
        cut_to(years_words(unit), _YEARS),
        cut_to(unit.title, max(8, title)),
        " ",
        cut_to(unit.length, _LENGTH),
        cut_to(unit.shows_words if is_wide else letters_words(unit), shows),
    )


def years_words(unit: Unit) -> str:
    """Such as `Y3` or `EYFS-Y6`."""
    years = unit.year_groups
    first = YEAR_GROUPS.index(years[0])
    in_a_row = years == YEAR_GROUPS[first : first + len(years)]
    return f"{years[0]}-{years[-1]}" if in_a_row and len(years) > 1 else " ".join(years)


def letters_words(unit: Unit) -> str:
    """What it shows, each level by its first letter: `MT1 BS, C6 B`."""
    letters: dict[str, str] = {}
    for claim in unit.shows:
        letters[claim.criterion] = letters.get(claim.criterion, "") + claim.level[0].upper()
    return ", ".join(f"{code} {each}" for code, each in letters.items())


def unit_facts(unit: Unit, lessons: Sequence[Occasion]) -> list[str]:
    """What a pane tells of it."""
    from lessons.units.taught import taught_words

    return [
        unit.idea,
        f"{', '.join(unit.subjects)}. Can show {unit.shows_words}.",
        f"With: {', '.join(unit.needs) or 'nothing but the children'}.",
        taught_words(lessons),
    ]
