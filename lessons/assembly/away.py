"""Days on which somebody of the team cannot come."""

from dataclasses import dataclass, replace
from datetime import date

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.safety.people import People
from studio.errors import StudioError


class BackwardDays(StudioError):
    """Days that end before they begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """From a first to a last day; never why."""

    id: str
    code: str
    first: date
    last: date
    struck: bool = False
    """Whether it was taken back; it can be put back."""

    def covers(self, day: date) -> bool:
        """Whether a day is one of them."""
        return not self.struck and self.first <= day <= self.last


class Aways:
    """The unavailable days of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "away", "AW", Away)

    def all(self, code: str | None = None) -> tuple[Away, ...]:
        """Those that hold, of everybody or of one, first day first."""
        found = (each for each in self._records.all() if not each.struck and code in (None, each.code))
        return tuple(sorted(found, key=lambda each: (each.first, each.code)))

    def add(self, code: str, first: date, last: date | None = None) -> Away:
        """Somebody cannot come on a day, or from the first to the last.

        Raises
        ------
        BackwardDays, UnknownPerson, NotACode
        """
        until = last or first
        if until < first:
            raise BackwardDays(f"{until} is before {first}.", "Give the first day, then the last.")
        person = People(self._library).one(code)
        return self._records.add(
            lambda id_: Away(id=id_, code=person.code, first=first, last=until), who=person.code
        )

    def strike(self, away_id: str, *, struck: bool = True) -> Away:
        """Take it back: they can come; or put it back."""
        action = "struck" if struck else "put-back"
        return self._records.change(
            away_id, lambda kept: replace(kept, struck=struck), action=action, who=None
        )
