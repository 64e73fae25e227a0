"""Sound challenges: what to make with everyday things, and what to hunt for around school."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table


class ChallengeFault(ContentFault):
    """The file of sound challenges cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """A sound to make, as film makers do."""

    make: str
    things: tuple[str, ...]
    how: str
    then: str
    """What to do to it in the program."""


@dataclass(frozen=True, slots=True)
class Find:
    """A sound to find and to record."""

    find: str
    where: str


@dataclass(frozen=True, slots=True)
class Challenges:
    """All that is in the file."""

    challenges: tuple[Challenge, ...]
    hunt: tuple[Find, ...]


@cache
def shipped_challenges() -> Challenges:
    """Those that come with the program."""
    return challenges_of(read_table(asset("lessons", "foley.toml"), ChallengeFault))


def challenges_of(table: Table) -> Challenges:
    """The challenges in a file's table.

    Raises
    ------
    ChallengeFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    challenges = table.rows("challenges", _challenge, named=lambda each: each.make)
    hunt = table.rows("hunt", _find, named=lambda each: each.find)
    table.expect_nothing_else()
    return Challenges(challenges, hunt)


def _challenge(row: Table) -> Challenge:
    make = row.text("make", longest=80)
    challenge = Challenge(
        make, row.texts("things"), row.text("how", longest=200), row.text("then", longest=200)
    )
    row.expect_nothing_else()
    return challenge


def _find(row: Table) -> Find:
    found = Find(row.text("find", longest=80), row.text("where", longest=80))
    row.expect_nothing_else()
    return found
