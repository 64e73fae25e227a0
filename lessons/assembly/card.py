"""Cards to hang beside the mixer: inputs, Windows and P, a suitable volume, the six first questions."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

CHILDREN, ADULTS = "children", "adults"


class CardFault(ContentFault):
    """The file of cards cannot be used as it stands."""


class UnknownCard(StudioError):
    """A word that is no card."""


@dataclass(frozen=True, slots=True)
class CardPart:
    """A title and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One card."""

    id: str
    title: str
    whose: str
    """For `children` or `adults`."""
    say: str
    """What to say about it."""
    parts: tuple[CardPart, ...]


@cache
def cards() -> tuple[Card, ...]:
    """Every card that comes with the program."""
    return cards_of(read_table(asset("assembly", "cards.toml"), CardFault))


def cards_of(table: Table) -> tuple[Card, ...]:
    """The cards in a file's table.

    Raises
    ------
    CardFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = table.rows("cards", _card, named=lambda each: each.id)
    table.expect_nothing_else()
    return found


def card(text: str) -> Card:
    """The card of an id; UnknownCard if there is none."""
    known = {each.id: each for each in cards()}
    word = text.strip().lower().replace(" ", "-")
    if word not in known:
        raise UnknownCard(f"“{text[:40]}” is no card.", did_you_mean(word, known))
    return known[word]


def _card(row: Table) -> Card:
    made = Card(
        id=row.text("id", pattern="[a-z]+(-[a-z]+)*", example="windows-p", longest=20),
        title=row.text("title", longest=60),
        whose=row.choice("for", (CHILDREN, ADULTS)),
        say=row.text("say", longest=200),
        parts=tuple(map(_part, row.tables("parts"))),
    )
    row.expect_nothing_else()
    return made


def _part(row: Table) -> CardPart:
    made = CardPart(title=row.text("title", longest=60), lines=row.texts("lines"))
    row.expect_nothing_else()
    return made
