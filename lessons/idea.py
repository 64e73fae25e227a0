"""Ideas: what a teacher can do tonight towards one level of one criterion."""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from assets import asset
from rubric.framework import Claim, ClaimFault
from rubric.tables import ContentFault, Table, read_table


class IdeaFault(ContentFault):
    """A file of ideas that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing to do with pupils."""

    claim: Claim
    title: str
    text: str
    """What to do, in a few short sentences."""
    you_need: tuple[str, ...]
    ask: str
    """A question to put to the pupils."""
    careful: str = ""
    """What to look out for; often nothing."""

    def as_dict(self) -> dict[str, Any]:
        """The idea as plain values, for JSON."""
        return {
            "claim": str(self.claim),
            "title": self.title,
            "text": self.text,
            "you_need": list(self.you_need),
            "ask": self.ask,
            "careful": self.careful,
        }


def ideas_for(criterion_code: str) -> tuple[Idea, ...]:
    """The shipped ideas for a criterion, lowest level first; none when there are none for it."""
    wanted = criterion_code.strip().upper()
    return tuple(idea for idea in shipped_ideas() if idea.claim.criterion == wanted)


@cache
def shipped_ideas() -> tuple[Idea, ...]:
    """The ideas that come with the program."""
    return load_ideas(asset("lessons", "ideas.toml"))


def load_ideas(file: Path | Traversable) -> tuple[Idea, ...]:
    """Read a file of ideas.

    Raises
    ------
    IdeaFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    return ideas_of(read_table(file, IdeaFault))


def ideas_of(table: Table) -> tuple[Idea, ...]:
    """The ideas in a file's table; see `load_ideas`."""
    ideas = tuple(_idea(row) for row in table.tables("ideas"))
    table.expect_nothing_else()
    return ideas


def _idea(row: Table) -> Idea:
    idea = Idea(
        claim=_claim(row),
        title=row.text("title", longest=60),
        text=row.text("text", longest=600),
        you_need=row.texts("you_need"),
        ask=row.text("ask", longest=200),
        careful=row.text("careful", longest=300) if row.has("careful") else "",
    )
    row.expect_nothing_else()
    return idea


def _claim(row: Table) -> Claim:
    try:
        return Claim.parse(row.text("claim"))
    except ClaimFault as error:
        raise row.fault("claim", error.what, error.fix) from error
