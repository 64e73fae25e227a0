"""Hints that evidence for one criterion fits another one, whose text says almost the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets import asset
from evidence.entry import Entry
from rubric.framework import Claim, ClaimFault
from rubric.tables import ContentFault, Table, read_table


class AlsoFitsFault(ContentFault):
    """The file of texts that say almost the same cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class AlikeTexts:
    """Levels whose texts say almost the same."""

    claims: tuple[Claim, ...]
    because: str
    """In what they are alike, after “because”."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One more claim that evidence may fit."""

    claim: Claim
    beside: Claim
    """What it shows already."""
    because: str

    @property
    def words(self) -> str:
        """The hint as a sentence."""
        return f"It may fit {self.claim} too, because {self.because}."


def also_fits(claims: Iterable[Claim]) -> tuple[Hint, ...]:
    """What evidence that shows these claims may fit, too."""
    shown = tuple(claims)
    found = {
        claim: Hint(claim, beside, alike.because)
        for beside in shown
        for alike in alike_texts()
        if beside in alike.claims
        for claim in alike.claims
        if claim not in shown
    }
    return tuple(found.values())


def once(entries: Iterable[Entry], claims: Iterable[Claim]) -> int:
    """How many entries show any of some claims: one that shows two of them counts once."""
    wanted = set(claims)
    return sum(entry.status == "accepted" and not wanted.isdisjoint(entry.criteria) for entry in entries)


@cache
def alike_texts() -> tuple[AlikeTexts, ...]:
    """What comes with the program."""
    return alike_texts_of(read_table(asset("also-fits.toml"), AlsoFitsFault))


def alike_texts_of(table: Table) -> tuple[AlikeTexts, ...]:
    """What a file's table says.

    Raises
    ------
    AlsoFitsFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    found = tuple(_alike(row) for row in table.tables("alike"))
    table.expect_nothing_else()
    return found


def _alike(row: Table) -> AlikeTexts:
    texts = row.texts("claims")
    if len(texts) < 2:
        raise row.fault("claims", "one text is like no other.", 'Write ["C6:silver", "MT3:bronze"].')
    try:
        claims = tuple(map(Claim.parse, texts))
    except ClaimFault as error:
        raise row.fault("claims", error.what, error.fix) from error
    alike = AlikeTexts(claims, row.text("because", longest=160))
    row.expect_nothing_else()
    return alike
