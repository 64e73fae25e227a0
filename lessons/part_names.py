"""The parts of a lesson or a club session: what staff call them, and what the class screen calls them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table

PARTS = ("starter", "input", "modelling", "activity", "plenary")
"""The parts that take time, in their order."""


class PartNamesFault(ContentFault):
    """The file of the parts' names cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class PartName:
    """What one part is called."""

    id: str
    title: str
    screen: str
    """In big letters, for pupils."""


@cache
def part_names() -> Mapping[str, PartName]:
    """The names that come with the program, by the id of the part, in their order."""
    return part_names_of(read_table(asset("lessons", "parts.toml"), PartNamesFault))


def part_names_of(table: Table) -> Mapping[str, PartName]:
    """The names in a file's table.

    Raises
    ------
    PartNamesFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = []
    for row in table.tables("parts"):
        found.append(
            PartName(row.choice("id", PARTS), row.text("title", longest=30), row.text("screen", longest=16))
        )
        row.expect_nothing_else()
    table.refuse_twins("parts", (each.id for each in found))
    table.expect_nothing_else()
    if len(found) < len(PARTS):
        raise table.fault("parts", "a part has no name.", f"Write five: {', '.join(PARTS)}.")
    return {each.id: each for each in sorted(found, key=lambda each: PARTS.index(each.id))}
