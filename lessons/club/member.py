"""Members of the club: who joined when, and who left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.past import past_day
from evidence.safety.people import People, Person
from evidence.years import YEAR_GROUPS
from rubric.plain import to_plain
from studio.errors import StudioError
from studio.wording import date_in_words


class NotAMember(StudioError):
    """Somebody who is not in the club."""


class NotAPupil(StudioError):
    """An adult where a pupil is meant."""


class HasLeft(StudioError):
    """Somebody who has left the school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One stay of one pupil in the club."""

    id: str
    code: str
    joined: date
    left: date | None = None
    """The first day on which they are no member any more."""

    def is_in(self, day: date) -> bool:
        """Whether they are a member on a day."""
        return self.joined <= day and (self.left is None or day < self.left)

    @property
    def ever(self) -> bool:
        """Whether they were a member for at least a day."""
        return self.left is None or self.joined < self.left


class Members:
    """Everybody who is or was in the club."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "member", "MB", Member)

    def all(self) -> tuple[Member, ...]:
        """Every stay, oldest first; a pupil who came back has two."""
        return tuple(each for each in self._records.all() if each.ever)

    def here(self, day: date | None = None) -> tuple[Member, ...]:
        """The members on a day, today unless another is given, by year group and code.

        Who has left the school is no member from that day on.
        """
        on, people = day or self._library.now().date(), self.people()
        found = {each.code: each for each in self._records.all() if each.is_in(on)}
        there = (each for each in found.values() if _is_at_school(people.get(each.code), on))
        return tuple(sorted(there, key=lambda each: place_of(each.code, people)))

    def people(self) -> dict[str, Person]:
        """Everybody with a code, by code."""
        return {person.code: person for person in People(self._library).all()}

    def join(self, code: str, day: date | None = None) -> Member:
        """A pupil joins the club, today unless another day is given; who is in it already stays as they are.

        Raises
        ------
        AdultsOnly, UnknownPerson, NotAPupil, HasLeft, NotYetHappened
        """
        (member,) = self.join_all([code], day)
        return member

    def join_all(self, codes: Iterable[str], day: date | None = None) -> tuple[Member, ...]:
        """Several pupils join the club at once; see `join`."""
        self._library.adults.need("change who is in the club")
        on = self._past(day)
        wanted = [self._pupil(code).code for code in dict.fromkeys(codes)]
        now = {each.code: each for each in self._records.all() if each.left is None or each.left > on}
        joined = []
        with self._library.store.turn() as turn:
            for code in wanted:
                if code not in now:
                    now[code] = Member(id=turn.new_id("member", "MB"), code=code, joined=on)
                    turn.put("member", now[code].id, to_plain(now[code]), action="joined", who=None)
                joined.append(now[code])
        return tuple(joined)

    def leave(self, code: str, day: date | None = None) -> Member:
        """A pupil leaves the club, today unless another day is given; their marks stay in the registers.

        Raises
        ------
        AdultsOnly, UnknownPerson, NotAMember, NotYetHappened
        """
        self._library.adults.need("change who is in the club")
        on = self._past(day)
        wanted = People(self._library).one(code).code
        stays = [each for each in self._records.all() if each.code == wanted]
        member = next((each for each in stays if each.is_in(on)), None)
        if member is None and (later := next((each for each in stays if each.left is None), None)):
            raise NotAMember(f"{wanted} joined on {date_in_words(later.joined)}.", "Give a day after that.")
        if member is None:
            raise NotAMember(f"{wanted} is not in the club.", "Look at the list: soundingboard club show.")
        return self._records.change(
            member.id, lambda stored: replace(stored, left=on), action="left", who=None
        )

    def come_back(self, member_id: str) -> Member:
        """Somebody who left never did: the same stay goes on."""
        self._library.adults.need("change who is in the club")
        return self._records.change(
            member_id, lambda stored: replace(stored, left=None), action="came-back", who=None
        )

    def _pupil(self, code: str) -> Person:
        person = People(self._library).one(code)
        if not person.year:
            raise NotAPupil(f"{person.code} is no pupil.", "Members of the club are pupils.")
        if not person.is_here:
            raise HasLeft(f"{person.code} has left the school.", "Take that back first, or use another code.")
        return person

    def _past(self, day: date | None) -> date:
        return past_day(day, self._library.now().date())


def place_of(code: str, people: dict[str, Person]) -> tuple[int, str]:
    """Where somebody stands in a list: by year group, then code; adults last."""
    person = people.get(code)
    year = person.year if person is not None and person.year else code.partition("-")[0]
    return (YEAR_GROUPS.index(year) if year in YEAR_GROUPS else len(YEAR_GROUPS)), code


def _is_at_school(person: Person | None, day: date) -> bool:
    return person is not None and not person.withdrawn and (person.left is None or day < person.left)
