"""How many came, joined, left and stayed: counts of a time, in all and by year group."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evidence.award.plans import Plans
from evidence.award.registers import FEWEST
from evidence.library import Library
from evidence.safety.people import Person
from evidence.years import YEAR_GROUPS
from lessons.club.kept_sessions import KeptSessions
from lessons.club.member import Member, Members
from lessons.club.schedule import span
from lessons.club.session import Session
from rubric.year import HalfTerm

MORE, FEWER = f"{FEWEST} or more", f"<{FEWEST}"
"""What stands in the place of a number that could tell a child, or tell another such number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many came to one session."""

    session: Session
    members: int
    """How many were members on that day."""
    number: int
    by_year: tuple[tuple[str, int], ...]
    """Year group and how many, youngest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is known of attendance in a time; children are numbers here."""

    first: date
    last: date
    held: tuple[Came, ...]
    not_held: tuple[Session, ...]
    years: tuple[str, ...]
    """Every year group that came, youngest first."""
    joined: int
    left: int
    began: int
    """Members on the first day of the time, and those who joined at its first session."""
    stayed: int
    """Of those, how many are still members on its last day."""

    @property
    def percent(self) -> int | None:
        """Of all places that members could have taken, how many they took."""
        places = sum(each.members for each in self.held)
        return round(100 * sum(each.number for each in self.held) / places) if places else None

    @property
    def retention(self) -> int | None:
        """How many of a hundred of those who were there at the beginning are there at the end."""
        return round(100 * self.stayed / self.began) if self.began else None


class Attendance:
    """Counts from the registers of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def between(self, first: date, last: date) -> Counts:
        """The counts of a time; for everybody, since no child can be told from them."""
        stays, people = Members(self._library).all(), Members(self._library).people()
        every = [each for each in KeptSessions(self._library).all() if first <= each.date <= last]
        held = tuple(_came(each, stays, people) for each in every if each.status == "held")
        begin = held[0].session.date if held else first
        began = _codes_on(stays, people, begin)
        end = min(last, self._library.now().date())
        years = {year for each in held for year, _ in each.by_year}
        return Counts(
            first=first,
            last=last,
            held=held,
            not_held=tuple(each for each in every if each.status == "not-held"),
            years=tuple(sorted(years, key=YEAR_GROUPS.index)),
            joined=len({each.code for each in stays if first <= each.joined <= last}),
            left=len({each.code for each in stays if each.left is not None and first <= each.left <= last}),
            began=len(began),
            stayed=len(began & _codes_on(stays, people, end)),
        )

    def half_term(self, code: str | None = None) -> tuple[HalfTerm, Counts]:
        """The counts of a half-term: of the newest with a session that was held, unless one is named."""
        calendar = Plans(self._library).calendar()
        held = [each.date for each in KeptSessions(self._library).all() if each.status == "held"]
        newest = max(held, default=self._library.now().date())
        asked = calendar.half_term(code) if code else calendar.at(newest)
        return asked, self.between(*span(calendar, asked))

    def of(self, code: str) -> tuple[int, int]:
        """To how many held sessions a child came, of how many while they were a member; for adults."""
        self._library.adults.need("see how often a child came")
        stays = [each for each in Members(self._library).all() if each.code == code]
        held = [each for each in KeptSessions(self._library).all() if each.status == "held"]
        possible = [each for each in held if each.mark_of(code) or any(s.is_in(each.date) for s in stays)]
        return sum(code in each.here for each in possible), len(possible)


def shown_counts(numbers: Sequence[int]) -> tuple[str, ...]:
    """Numbers of children for others to read: a small one is hidden, and never to be had by subtraction."""
    small = [0 < number < FEWEST for number in numbers]
    shown = [FEWER if hidden else str(number) for number, hidden in zip(numbers, small, strict=True)]
    if sum(small) == 1:
        others = [place for place, number in enumerate(numbers) if number >= FEWEST]
        if others:
            shown[min(others, key=lambda place: numbers[place])] = MORE
    return tuple(shown)


def _came(session: Session, stays: Iterable[Member], people: dict[str, Person]) -> Came:
    here = [mark for mark in session.register if mark.is_here]
    there = {mark.code for mark in session.register} | _codes_on(stays, people, session.date)
    counted = Counter(mark.year for mark in here if mark.year)
    by_year = tuple(sorted(counted.items(), key=lambda each: YEAR_GROUPS.index(each[0])))
    return Came(session=session, members=len(there), number=len(here), by_year=by_year)


def _codes_on(stays: Iterable[Member], people: dict[str, Person], day: date) -> set[str]:
    def is_here(code: str) -> bool:
        person = people.get(code)
        return person is not None and (person.left is None or day < person.left)

    return {each.code for each in stays if each.is_in(day) and is_here(each.code)}
