"""The cards to choose from: those that come with the program, and the school's own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library, UnknownRecord
from lessons.competitions.brief import LONGEST_SECONDS, MOST_QUESTIONS, Brief, shipped_briefs
from studio.errors import StudioError
from studio.wording import did_you_mean


class BadBrief(StudioError):
    """A card that nobody could make anything for."""


class Briefs:
    """All the cards in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._own = AwardRecords(library, "brief", "BF", Brief)

    def all(self) -> tuple[Brief, ...]:
        """Every card, the school's own first."""
        return (*(each for each in self._own.all() if not each.struck), *shipped_briefs())

    def own(self) -> tuple[Brief, ...]:
        """The school's own, those too that were taken out."""
        return self._own.all()

    def one(self, brief_id: str) -> Brief:
        """A card by its id.

        Raises
        ------
        UnknownRecord
        """
        known = {brief.id.lower(): brief for brief in (*self._own.all(), *shipped_briefs())}
        wanted = brief_id.strip().lower().replace(" ", "-")
        if wanted not in known:
            raise UnknownRecord(f"There is no brief “{brief_id[:40]}”.", did_you_mean(wanted, known))
        return known[wanted]

    def find(self, words: str = "", *, year: str | None = None) -> tuple[Brief, ...]:
        """The cards that have all of these words, for a year group when one is given."""
        wanted = words.lower().split()
        return tuple(
            brief
            for brief in self.all()
            if (year is None or year.upper() in brief.years) and all(each in _words(brief) for each in wanted)
        )

    def add(self, title: str, make: str, *, shortest: int = 10, longest: int = 60, **said: Any) -> Brief:
        """Make a card of the school's own; `said` are more fields of `Brief`."""
        _check(shortest, longest, said.get("criteria", ()))
        if not make.strip():
            raise BadBrief("It is not said what to make.", "Say it in one sentence.")
        said = {"hook": make, **{key: value for key, value in said.items() if value}}
        brief = Brief(id="", title=title, make=make, shortest=shortest, longest=longest, **said)
        return self._own.add(lambda id_: replace(brief, id=id_), who=None)

    def edit(self, brief_id: str, **said: Any) -> Brief:
        """Change a card of the school's own; competitions that were set with it keep what they had."""
        known = self._own.one(brief_id)
        _check(
            said.get("shortest", known.shortest),
            said.get("longest", known.longest),
            said.get("criteria", known.criteria),
        )
        return self._own.change(brief_id, lambda stored: replace(stored, **said), action="edited", who=None)

    def strike(self, brief_id: str, *, struck: bool = True) -> Brief:
        """Take a card of the school's own out, or put it back."""
        self._library.adults.need("take a brief out")
        action = "struck" if struck else "put-back"
        return self._own.change(
            brief_id, lambda stored: replace(stored, struck=struck), action=action, who=None
        )


def _check(shortest: int, longest: int, criteria: Sequence[str]) -> None:
    if not 0 < shortest <= longest <= LONGEST_SECONDS:
        raise BadBrief(
            f"No entry can be {shortest} to {longest} seconds long.",
            f"Give the shorter time first, and at most {LONGEST_SECONDS} seconds.",
        )
    if criteria and len(criteria) not in range(2, MOST_QUESTIONS + 1):
        raise BadBrief(f"Judges cannot be asked {len(criteria)} questions.", f"Give 2 to {MOST_QUESTIONS}.")


def _words(brief: Brief) -> str:
    return " ".join(
        (brief.title, brief.hook, brief.make, brief.purpose, *brief.must, *brief.mood, *brief.tools)
    ).lower()
