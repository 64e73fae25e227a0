"""Nominations: who could be an Ambassador, and whether every year group has had its chance."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.codes import parse_role
from evidence.library import Library
from evidence.safety.people import People, Person
from evidence.safety.roles import AMBASSADOR
from evidence.words import clean_text
from evidence.years import YEAR_GROUPS
from lessons.club.member import Members, NotAMember
from lessons.occasion import Occasions
from studio.errors import StudioError
from studio.wording import count

STATUSES = ("open", "chosen", "struck")
NAMED = "ambassadors-named"


class NoReason(StudioError):
    """A nomination, or an application, without a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """Why somebody could lead."""

    id: str
    code: str
    why: str
    by: str = ""
    """The role of the adult who thinks so; empty for the pupil's own application."""
    status: str = "open"
    when: datetime

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"a nomination is one of {STATUSES}, not {self.status!r:.20}")

    @property
    def is_own(self) -> bool:
        """Whether the pupil wrote it."""
        return not self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """One year group in the choice of Ambassadors: counts, never one child beside another."""

    year: str
    members: int
    nominated: int
    """Who is nominated or has applied, and not chosen yet."""
    ambassadors: int
    """Who is one now."""
    before: int
    """How often children now in this year group were chosen in earlier school years."""
    never: int
    """How many of those nominated were never chosen before."""

    @property
    def words(self) -> str:
        """What to think about; empty where there is nothing."""
        if self.members and not self.nominated and not self.ambassadors:
            return f"{self.year}: {count(self.members, 'member')}, and nobody is nominated."
        if self.nominated and not self.never:
            return f"{self.year}: everybody nominated was chosen before."
        return ""


class Nominations:
    """Who could lead, in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "nomination", "NM", Nomination)

    def all(self) -> tuple[Nomination, ...]:
        """Everyone that stands, chosen ones too, oldest first; only for adults."""
        self._library.adults.need("see who is nominated")
        return self.standing()

    def standing(self) -> tuple[Nomination, ...]:
        """The same, for what is counted from it."""
        return tuple(each for each in self._records.all() if each.status != "struck")

    def nominate(self, code: str, why: str, *, by: str = "staff") -> Nomination:
        """An adult thinks that somebody could lead.

        Raises
        ------
        AdultsOnly, UnknownPerson, NotAMember, NoReason, UnknownRole
        """
        self._library.adults.need("nominate an Ambassador")
        return self._add(code, why, parse_role(by))

    def apply(self, code: str, why: str) -> Nomination:
        """A pupil asks to lead, in their own words."""
        return self._add(code, why, "")

    def strike(self, nomination_id: str, *, struck: bool = True) -> Nomination:
        """Take a nomination out, or put it back."""
        self._library.adults.need("change who is nominated")
        status = "struck" if struck else "open"
        return self._records.change(
            nomination_id, lambda stored: replace(stored, status=status), action=status, who=None
        )

    def fair_chance(self) -> tuple[Chance, ...]:
        """Every year group of the club, youngest first: counts only; for adults."""
        self._library.adults.need("see who is nominated")
        people = Members(self._library).people()
        here = [people[each.code] for each in Members(self._library).here()]
        waiting = {each.code for each in self.standing() if each.status == "open"}
        first = Plans(self._library).calendar().school_year(self._library.now().date())[0].first
        before = _chosen_before(self._library, first)
        years = sorted({person.year for person in here if person.year}, key=YEAR_GROUPS.index)
        return tuple(_chance(year, here, waiting, before) for year in years)

    def _add(self, code: str, why: str, by: str) -> Nomination:
        person = People(self._library).one(code)
        if person.code not in {each.code for each in Members(self._library).here()}:
            raise NotAMember(f"{person.code} is not in the club.", "Let them join first.")
        reason = clean_text(why, called="The reason")
        if not reason:
            raise NoReason("There is no reason.", "Say in a sentence why.")
        made = Nomination(id="", code=person.code, why=reason, by=by, when=self._library.now())
        return self._records.add(lambda id_: replace(made, id=id_), who=by or None)


def _chosen_before(library: Library, first: date) -> dict[str, int]:
    """How often each was named in earlier school years."""
    times: dict[str, int] = {}
    for occasion in Occasions(library).all(NAMED):
        if occasion.date < first:
            for code in occasion.people:
                times[code] = times.get(code, 0) + 1
    return times


def _chance(year: str, here: list[Person], waiting: set[str], before: dict[str, int]) -> Chance:
    there = [person for person in here if person.year == year]
    nominated = [person for person in there if person.code in waiting]
    return Chance(
        year=year,
        members=len(there),
        nominated=len(nominated),
        ambassadors=sum(AMBASSADOR in person.roles for person in there),
        before=sum(before.get(person.code, 0) for person in there),
        never=sum(person.code not in before for person in nominated),
    )
