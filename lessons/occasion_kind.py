"""The kinds of occasions: what can happen in the room, and what comes of it as evidence."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from assets import asset
from evidence.entry_types import entry_types
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError


class OccasionFault(ContentFault):
    """The file of the kinds of occasions cannot be used as it stands."""


class UnknownKind(StudioError):
    """A word that is no kind of occasion."""


@dataclass(frozen=True, slots=True)
class OccasionKind:
    """One kind of thing that happens."""

    id: str
    title: str
    a: str
    """What it is called inside a sentence."""
    asks: str
    type: str
    """The kind of evidence that comes of it."""
    led: str = ""
    """The question for those who lead it; empty where nobody does."""


def occasion_kind(kind_id: str) -> OccasionKind:
    """One kind.

    Raises
    ------
    UnknownKind
        If there is none of this id.
    """
    wanted = "-".join(kind_id.lower().split())
    kinds = {each.id: each for each in occasion_kinds()}
    if wanted not in kinds:
        close = get_close_matches(wanted, kinds, n=1)
        fix = f"Did you mean {close[0]}?" if close else f"Use one of: {', '.join(kinds)}."
        raise UnknownKind(f"“{kind_id[:40]}” is not a kind of occasion.", fix)
    return kinds[wanted]


@cache
def occasion_kinds() -> tuple[OccasionKind, ...]:
    """The kinds that come with the program, in the order to offer them in."""
    return occasion_kinds_of(read_table(asset("lessons", "occasions.toml"), OccasionFault))


def occasion_kinds_of(table: Table) -> tuple[OccasionKind, ...]:
    """The kinds in a file's table.

    Raises
    ------
    OccasionFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    kinds = table.rows("kinds", _kind, named=lambda each: each.id)
    table.expect_nothing_else()
    return kinds


def _kind(row: Table) -> OccasionKind:
    kind = OccasionKind(
        id=row.text("id", pattern=r"[a-z][a-z-]{1,23}", example="club-session"),
        title=row.text("title", longest=60),
        a=row.text("a", longest=40),
        asks=row.text("asks", longest=160),
        type=row.choice("type", [each.id for each in entry_types()]),
        led=row.text("led", longest=80) if row.has("led") else "",
    )
    row.expect_nothing_else()
    return kind
