"""An entry in words: its line in a list, its age, and the names of its marks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.text import cut_to, literal
from studio.wording import count

if TYPE_CHECKING:
    from evidence.entry import Entry

STATUS_WORDS = {
    "proposed": "waits for an adult",
    "accepted": "accepted",
    "binned": "in the bin",
    "withdrawn": "withdrawn",
}
_MARKS = {"proposed": "?", "accepted": " ", "binned": "×", "withdrawn": "×"}
_KEY, _OLD = "*", "~"
_MONTH_DAYS = 30.44


def claims_words(entry: Entry) -> str:
    """What it shows, such as `MT1 gold, C6 silver`."""
    return ", ".join(f"{claim.criterion} {claim.level}" for claim in entry.criteria)


def type_title(type_id: str) -> str:
    """What a type is called; a type that the program does not know, by its id."""
    from evidence.entry_types import entry_types

    return {kind.id: kind.title for kind in entry_types()}.get(type_id, type_id)


def entry_line(entry: Entry, width: int) -> Content:
    """An entry in one line: its day, its title, its year groups and what it shows."""
    room = max(30, width - 14)
    title = cut_to(entry.title, room // 2)
    years = cut_to(" ".join(entry.year_groups), room // 6)
    day = f"{entry.date_happened.isoformat()}  "
    return Content.assemble(day, title, "  ", years, "  ", literal(claims_words(entry)))


def marked_line(
    entry: Entry, width: int, *, criterion: str | None = None, old_before: date | None = None
) -> Content:
    """The same, after a mark: `?` waits for an adult, `*` is a key piece, `~` is old, `×` counts no more."""
    is_key = bool(entry.key_for) if criterion is None else criterion in entry.key_for
    mark = _MARKS[entry.status]
    if entry.status == "accepted":
        is_old = old_before is not None and entry.date_happened < old_before
        mark = _KEY if is_key else _OLD if is_old else mark
    return Content.assemble((f"{mark} ", "bold"), entry_line(entry, width - 2))


def age_words(happened: date, today: date) -> str:
    """How long ago, in the largest whole measure."""
    days = (today - happened).days
    if days < 2:
        return ("today", "yesterday")[max(0, days)]
    if days < 14:
        return f"{days} days ago"
    if days < 60:
        return f"{days // 7} weeks ago"
    months = max(2, int(days / _MONTH_DAYS))
    if months < 24:
        return f"{months} months ago"
    return f"{count(months // 12, 'year')} ago"
