"""Sentence starters: how a reason or a kind line can begin."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table

_PARTS = ("quality", "where", "brief", "kind")


class StarterFault(ContentFault):
    """The file of sentence starters cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Starters:
    """Beginnings for each part of a reason, and for a kind line."""

    quality: tuple[str, ...]
    where: tuple[str, ...]
    brief: tuple[str, ...]
    kind: tuple[str, ...]


@cache
def starters() -> Starters:
    """The starters that come with the program."""
    return starters_of(read_table(asset("competitions", "reason-starters.toml"), StarterFault))


def starters_of(table: Table) -> Starters:
    """What a file's table says.

    Raises
    ------
    StarterFault
        At the first thing that is missing, double or misspelt.
    """
    found = {key: table.texts(key) for key in _PARTS}
    for key, texts in found.items():
        for text in texts:
            if "..." not in text:
                raise table.fault(key, f"“{text[:40]}” has no gap.", "Put three dots where children write.")
    table.expect_nothing_else()
    return Starters(**found)
