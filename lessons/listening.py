"""The sheet for comparing two pieces of music, or two versions of a pupil's own."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from lessons.vocabulary import dimensions
from rubric.tables import ContentFault, Table, read_table


class ListeningFault(ContentFault):
    """The file of the listening sheet cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing to compare, with answers from one end to the other."""

    dimension: str
    """An id of `words.toml`."""
    ask: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListeningSheet:
    """The whole sheet."""

    title: str
    about: str
    lines: tuple[Compared, ...]
    finish: tuple[str, ...]
    """Beginnings of sentences."""
    facts: tuple[str, ...]
    """What a teacher fills in, as the credit of both pieces."""


@cache
def listening_sheet() -> ListeningSheet:
    """The sheet that comes with the program."""
    return listening_sheet_of(read_table(asset("lessons", "listening.toml"), ListeningFault))


def listening_sheet_of(table: Table) -> ListeningSheet:
    """The sheet in a file's table.

    Raises
    ------
    ListeningFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    sheet = ListeningSheet(
        title=table.text("title", longest=60),
        about=table.text("about", longest=300),
        lines=tuple(_line(row) for row in table.tables("lines")),
        finish=_each(table, "finish", "start"),
        facts=_each(table, "facts", "ask"),
    )
    table.expect_nothing_else()
    return sheet


def _line(row: Table) -> Compared:
    line = Compared(
        dimension=row.choice("dimension", [each.id for each in dimensions()]),
        ask=row.text("ask", longest=120),
        words=row.texts("words"),
    )
    row.expect_nothing_else()
    return line


def _each(table: Table, key: str, name: str) -> tuple[str, ...]:
    found = []
    for row in table.tables(key):
        found.append(row.text(name, longest=120))
        row.expect_nothing_else()
    return tuple(found)
