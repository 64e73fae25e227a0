"""A result as pages for assembly, one thing each: what is read aloud, and what plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.submission import Submission
    from lessons.printing.outcome import Good, Outcome

_KIND_LINES = 3
"""On one page."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a few words, big; what is said; and the entry that Space plays."""

    big: str
    lines: tuple[str, ...] = ()
    entry: Submission | None = None


def announce_pages(library: Library, competition_id: str, *, names: bool) -> tuple[Page, ...]:
    """All pages, in the order of the printed script.

    Raises
    ------
    AdultsOnly, NotNow, ReasonMissing, PinMissing
    """
    from lessons.competitions.announcement import announcement
    from lessons.printing.outcome import CODE, NAME, outcome_of

    said = announcement(library, competition_id)
    return tuple(pages_of(outcome_of(library, said, who=NAME if names else CODE)))


def pages_of(outcome: Outcome) -> list[Page]:
    """The pages of a result."""
    from lessons.printing.wording import told

    blind = [told("blind")] if outcome.said.entries else []
    pages = [
        Page(outcome.title, (told("hello", leaders=outcome.leaders),)),
        Page(
            "The challenge",
            (told("challenge", title=outcome.title, hook=outcome.hook), outcome.said.brief.make),
        ),
        Page("We listened", (outcome.came_in, *blind)),
        *_won(outcome),
    ]
    for first in range(0, len(outcome.good), _KIND_LINES):
        some = outcome.good[first : first + _KIND_LINES]
        pages.append(Page("We liked", tuple(_kind(each) for each in some)))
    return [*pages, Page("Well done", (told("thanks"), told("last")))]


def _won(outcome: Outcome) -> list[Page]:
    from lessons.printing.wording import told

    if not outcome.won:
        return [Page("No award", (told("no_award"), outcome.no_award))]
    number = len(outcome.won)
    first = told("one_winner") if number == 1 else told("many_winners", number=number)
    pages = [Page("The winner is" if number == 1 else "The winners are", (first,))]
    for won in outcome.won:
        pages.append(Page("Listen", ("Space plays it.",), won.entry))
        pages.append(Page(won.title, (told("that_was", title=won.title, makers=won.makers),), won.entry))
        if won.reasons:
            pages.append(Page("Why", (told("why"), *(f"“{reason}”" for reason in won.reasons)), won.entry))
    return pages


def _kind(good: Good) -> str:
    return f"{good.makers}: “{good.text}”"
