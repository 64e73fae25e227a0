"""People as codes: the program makes the codes up, so that nobody's name is kept with the evidence."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from assets import asset
from evidence.award.records import AwardRecords
from evidence.codes import ROLES, NotACode, UnknownRole, parse_code, parse_role
from evidence.library import Library
from evidence.safety.names import Names
from evidence.safety.roles import club_role
from evidence.years import YEAR_GROUPS, parse_year
from rubric.plain import to_plain
from studio.errors import StudioError

__all__ = [
    "ROLES",
    "NotACode",
    "People",
    "Person",
    "UnknownPerson",
    "UnknownRole",
    "parse_code",
    "parse_role",
]

MOST_AT_ONCE = 60
_SEPTEMBER_IS_NEAR = 8
"""From August on a new year group is meant for the new school year."""
_MOST_OF_A_WORD = 99


class UnknownPerson(StudioError):
    """A code that the library has given to nobody."""


class Withdrawn(StudioError):
    """Somebody whose everything was erased, and whose code is never used again."""


class BadNumber(StudioError):
    """A number of codes that cannot be made at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person, as far as the library knows them."""

    id: str
    code: str
    """Stays for good, such as `Y4-heron`, also when the year group moves on."""
    year: str = ""
    """The year group now; empty for adults."""
    roles: tuple[str, ...] = ()
    joined: date
    since: date
    """When the year group was last put right."""
    left: date | None = None
    withdrawn: bool = False
    """Whether everything of theirs was erased; the code is never given again."""

    def __post_init__(self) -> None:
        if parse_code(self.code) != self.code or (self.year and self.year not in YEAR_GROUPS):
            raise ValueError(f"nobody has the code {self.code!r:.40} and is in {self.year!r:.20}")

    @property
    def is_here(self) -> bool:
        """Whether they have not left."""
        return self.left is None


class People:
    """Everybody with a code, those too who have left."""

    def __init__(self, library: Library, *, chance: random.Random | None = None) -> None:
        self._library = library
        self._records = AwardRecords(library, "person", "P", Person)
        # By chance: codes given in the order of a class list could be read back from that list.
        self._chance = chance or random.SystemRandom()

    def all(self) -> tuple[Person, ...]:
        """Everybody, by year group and code; those who left come last."""
        return tuple(sorted(self._records.all(), key=_place))

    def one(self, code: str) -> Person:
        """The person of a code.

        Raises
        ------
        NotACode, UnknownPerson
        """
        wanted = parse_code(code)
        for person in self._records.all():
            if person.code == wanted:
                return person
        raise UnknownPerson(f"Nobody has the code {wanted}.", "Look at the list: soundingboard people list.")

    def add(self, group: str, *, count: int = 1, role: str | None = None) -> tuple[Person, ...]:
        """Make codes for new people of a year group, or for adults such as `staff`."""
        self._library.adults.need("add people")
        if not 1 <= count <= MOST_AT_ONCE:
            raise BadNumber(f"{count} codes cannot be made at once.", f"Ask for 1 to {MOST_AT_ONCE}.")
        adult = group.strip().lower() in ROLES
        prefix = parse_role(group) if adult else parse_year(group)
        today = self._library.now().date()
        roles = (club_role(role).id,) if role else ()
        made = []
        with self._library.store.turn() as turn:
            for code in self._new_codes(prefix, count):
                id_, year = turn.new_id("person", "P"), "" if adult else prefix
                person = Person(id=id_, code=code, year=year, roles=roles, joined=today, since=today)
                turn.put("person", id_, to_plain(person), action="added", who=None)
                made.append(person)
        return tuple(made)

    def set_roles(self, code: str, roles: Iterable[str]) -> Person:
        """Give somebody these roles in the club, and no others."""
        self._library.adults.need("change roles")
        wanted = tuple(dict.fromkeys(club_role(role).id for role in roles))
        return self._change(code, "edited", roles=wanted)

    def leave(self, code: str) -> Person:
        """Somebody has left: their code stays with what they made and is never given again; the name goes."""
        self._library.adults.need("change the list of people")
        left = self._change(code, "left", left=self._library.now().date())
        self._forget([left])
        return left

    def come_back(self, code: str) -> Person:
        """Somebody who had left is here again; whose everything was erased comes back under a new code.

        Raises
        ------
        Withdrawn, UnknownPerson
        """
        self._library.adults.need("change the list of people")
        if self.one(code).withdrawn:
            raise Withdrawn(f"Everything of {code} was withdrawn.", "Make a new code for them.")
        return self._change(code, "came-back", left=None)

    def put_in(self, code: str, year: str) -> Person:
        """Put right which year group somebody is in."""
        self._library.adults.need("change the list of people")
        return self._change(code, "edited", year=parse_year(year), since=self._library.now().date())

    def move_up(self, *, last_year: str | None = None) -> tuple[Person, ...]:
        """Move everybody up who is still in last school year's group; who was in the last year leaves.

        Done twice, it moves nobody twice. The last year is Y6 unless somebody is older already.
        """
        self._library.adults.need("move everybody up")
        today = self._library.now().date()
        pupils = [person for person in self._records.all() if person.is_here and person.year]
        older = any(YEAR_GROUPS.index(person.year) > YEAR_GROUPS.index("Y6") for person in pupils)
        last = YEAR_GROUPS.index(parse_year(last_year) if last_year else "Y13" if older else "Y6")
        moved = []
        for person in pupils:
            place = YEAR_GROUPS.index(person.year) + _school_year(today) - _school_year(person.since)
            if place > last:
                moved.append(self._change(person.code, "left", left=today))
            elif place > YEAR_GROUPS.index(person.year):
                moved.append(self._change(person.code, "moved-up", year=YEAR_GROUPS[place], since=today))
        self._forget(person for person in moved if not person.is_here)
        return tuple(moved)

    def _forget(self, gone: Iterable[Person]) -> None:
        """The names of those who have left leave the key, too."""
        names = Names(self._library)
        for person in gone:
            names.forget(person.code)

    def _change(self, code: str, action: str, **given: Any) -> Person:
        person = self.one(code)
        return self._records.change(
            person.id, lambda stored: replace(stored, **given), action=action, who=None
        )

    def _new_codes(self, prefix: str, count: int) -> list[str]:
        taken = self._taken()
        return _numbered(prefix, count, taken) if prefix in ROLES else self._worded(prefix, count, taken)

    def _worded(self, prefix: str, count: int, taken: set[str]) -> list[str]:
        """Words that nobody has, while there are any; then words of other years, then numbered ones."""
        words = list(code_words())
        self._chance.shuffle(words)
        used = {code.partition("-")[2].rstrip("0123456789") for code in taken}
        fresh = [f"{prefix}-{word}" for word in sorted(words, key=lambda word: word in used)]
        more = (f"{prefix}-{word}{number}" for number in range(2, _MOST_OF_A_WORD + 1) for word in words)
        free = (code for code in (*fresh, *more) if code not in taken)
        return [next(free) for _ in range(count)]

    def _taken(self) -> set[str]:
        """Every code that anybody has or had, and those that were typed before there was a list."""
        taken = {person.code for person in self._records.all()}
        taken |= {code for sound in self._library.sounds() for code in sound.makers}
        for entry in self._library.entries():
            taken |= {*entry.heard, *([entry.by] if entry.by else [])}
        return taken


@cache
def code_words() -> tuple[str, ...]:
    """The words that codes are made of."""
    words = tuple(asset("code-words.txt").read_text(encoding="utf-8").split())
    for word in words:
        parse_code(f"Y4-{word}")
    return words


def _numbered(prefix: str, count: int, taken: set[str]) -> list[str]:
    numbers = (f"{prefix}-{number}" for number in range(1, 1000))
    free = [code for code in numbers if code not in taken]
    if len(free) < count:
        raise BadNumber(f"There are no more codes for {prefix}.", "Use another role.")
    return free[:count]


def _school_year(day: date) -> int:
    return day.year if day.month >= _SEPTEMBER_IS_NEAR else day.year - 1


def _place(person: Person) -> tuple[bool, int, str]:
    year = YEAR_GROUPS.index(person.year) if person.year else len(YEAR_GROUPS)
    return not person.is_here, year, person.code
