"""Channels: the ways in which a sound or a piece of evidence can leave the library, from assets."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

_WORD = "[a-z]+(-[a-z]+)*"


class ChannelFault(ContentFault):
    """The file of channels cannot be used as it stands."""


class UnknownChannel(StudioError):
    """A word that is no channel."""


class UnknownBasis(StudioError):
    """A word that no decision can rest on."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out."""

    id: str
    short: str
    """One word, to stand above a column."""
    title: str
    default: str
    """`yes`: unless somebody said no. `ask`: only after a yes for everybody heard."""
    basis: str
    """The id of what a school usually relies on."""
    public: bool
    """Whether people outside the school can hear it."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a decision can rest on."""

    id: str
    title: str


def channels() -> tuple[Channel, ...]:
    """Every channel, the nearest to the class first."""
    return _read()[0]


def bases() -> tuple[Basis, ...]:
    """Everything a decision can rest on."""
    return _read()[1]


def channel(text: str) -> Channel:
    """The channel of an id, in capitals or not.

    Raises
    ------
    UnknownChannel
        If there is none.
    """
    known = {each.id: each for each in channels()}
    if (word := text.strip().lower()) not in known:
        raise UnknownChannel(f"“{text[:40]}” is not a channel.", did_you_mean(word, known))
    return known[word]


def basis(text: str) -> Basis:
    """The basis of an id, in capitals or not.

    Raises
    ------
    UnknownBasis
        If there is none.
    """
    known = {each.id: each for each in bases()}
    if (word := text.strip().lower().replace(" ", "-")) not in known:
        raise UnknownBasis(
            f"“{text[:40]}” is nothing that a decision can rest on.", did_you_mean(word, known)
        )
    return known[word]


@cache
def _read() -> tuple[tuple[Channel, ...], tuple[Basis, ...]]:
    table = read_table(asset("channels.toml"), ChannelFault)
    found = tuple(map(_basis, table.tables("bases")))
    ways = tuple(_channel(row, [each.id for each in found]) for row in table.tables("channels"))
    table.expect_nothing_else()
    return ways, found


def _channel(row: Table, known: list[str]) -> Channel:
    made = Channel(
        id=row.text("id", pattern=_WORD, example="hub-bundle", longest=20),
        short=row.text("short", longest=9),
        title=row.text("title", longest=40),
        default=row.choice("default", ("yes", "ask")),
        basis=row.choice("basis", known),
        public=row.truth("public"),
    )
    row.expect_nothing_else()
    return made


def _basis(row: Table) -> Basis:
    made = Basis(id=row.text("id", pattern=_WORD, example="public-task"), title=row.text("title", longest=60))
    row.expect_nothing_else()
    return made
