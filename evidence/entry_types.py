"""The kinds of evidence there are, what to write for each, and what is old or late."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from assets import asset
from evidence.entry import SENSITIVITIES, Entry
from rubric.framework import PHASES
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError

_MOST = 1200
"""Months, pieces or days: more is a slip of the keys."""


class EntryTypeFault(ContentFault):
    """The file of the kinds of evidence cannot be used as it stands."""


class UnknownType(StudioError):
    """A word that is no kind of evidence."""


@dataclass(frozen=True, slots=True)
class EntryType:
    """One kind of evidence."""

    id: str
    title: str
    asks: str
    """What to write, in one line."""
    sensitivity: str
    """Who may see it unless somebody says otherwise."""
    phases: tuple[str, ...] = PHASES


@dataclass(frozen=True, slots=True)
class Keeping:
    """All that the file says."""

    types: tuple[EntryType, ...]
    old_after_months: int
    key_pieces: int
    """How many a criterion may have."""
    late_after_days: int


def entry_types() -> tuple[EntryType, ...]:
    """Every kind of evidence, in the order to offer them in."""
    return keeping().types


def entry_type(type_id: str) -> EntryType:
    """One kind.

    Raises
    ------
    UnknownType
        If there is none of this id.
    """
    wanted = "-".join(type_id.lower().split())
    ids = [each.id for each in entry_types()]
    if wanted not in ids:
        close = get_close_matches(wanted, ids, n=1)
        fix = f"Did you mean {close[0]}?" if close else "See them all with: soundingboard evidence types."
        raise UnknownType(f"“{type_id[:40]}” is not a kind of evidence.", fix)
    return entry_types()[ids.index(wanted)]


def is_old(entry: Entry, today: date) -> bool:
    """Whether it happened so long ago that a hub will ask what is so now."""
    return entry.date_happened < old_before(today)


def old_before(today: date) -> date:
    """The first day that is not old."""
    months = today.year * 12 + today.month - 1 - keeping().old_after_months
    return date(months // 12, months % 12 + 1, min(today.day, 28))


def is_late(entry: Entry) -> bool:
    """Whether it was written down long after it happened."""
    return entry.days_between > keeping().late_after_days


@cache
def keeping() -> Keeping:
    """What comes with the program."""
    return keeping_of(read_table(asset("entry-types.toml"), EntryTypeFault))


def keeping_of(table: Table) -> Keeping:
    """What a file's table says.

    Raises
    ------
    EntryTypeFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = Keeping(
        types=tuple(_type(row) for row in table.tables("types")),
        old_after_months=table.whole("old_after_months", most=_MOST),
        key_pieces=table.whole("key_pieces", most=_MOST),
        late_after_days=table.whole("late_after_days", most=_MOST),
    )
    table.refuse_twins("types", (each.id for each in found.types))
    table.expect_nothing_else()
    return found


def _type(row: Table) -> EntryType:
    found = EntryType(
        id=row.text("id", pattern=r"[a-z][a-z-]{1,23}", example="pupil-voice"),
        title=row.text("title", longest=60),
        asks=row.text("asks", longest=160),
        sensitivity=row.choice("sensitivity", SENSITIVITIES),
        phases=row.texts("phases", choices=PHASES) if row.has("phases") else PHASES,
    )
    row.expect_nothing_else()
    return found
