"""Naming Ambassadors: their role, and the day on which the school gave it to them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from evidence.award.plans import Plans
from evidence.library import Library
from evidence.past import past_day
from evidence.records.store import Turn
from evidence.safety.people import People, Person
from evidence.safety.roles import AMBASSADOR
from evidence.years import in_order
from lessons.club.club import Clubs
from lessons.club.member import NotAPupil
from lessons.club.nomination import NAMED, Nominations
from lessons.occasion import Occasion, Occasions
from lessons.occasion_turn import put_occasion, take_back
from rubric.plain import to_plain
from studio.errors import StudioError
from studio.wording import count, listed


class NobodyNamed(StudioError):
    """A naming of Ambassadors that names nobody, or only those who were named this year already."""


def ambassadors(library: Library) -> tuple[Person, ...]:
    """Everybody who is an Ambassador now."""
    return tuple(each for each in People(library).all() if AMBASSADOR in each.roles and each.is_here)


def ambassador_title(library: Library) -> str:
    """What the school calls one of them."""
    return Clubs(library).need().ambassador_title


def name_ambassadors(
    library: Library, codes: Sequence[str], *, day: date | None = None, note: str = ""
) -> Occasion:
    """Give pupils the role, and write down that they were named; evidence is proposed from it.

    Raises
    ------
    AdultsOnly, NoClub, NobodyNamed, UnknownPerson, NotAPupil, NotYetHappened
    """
    library.adults.need("name Ambassadors")
    title, now = ambassador_title(library), library.now()
    named = [_pupil(library, code) for code in dict.fromkeys(codes)]
    if not named:
        raise NobodyNamed("Nobody is named.", "Give the codes of those who are.")
    _some_new(library, named, day or now.date())
    happened = Occasion(
        id="",
        kind=NAMED,
        title=f"{count(len(named), title)} named",
        date=past_day(day, now.date()),
        year_groups=in_order(person.year for person in named),
        people=tuple(person.code for person in named),
        note=note,
        scope=Clubs(library).need().scope,
        made=now,
    )
    with library.store.turn() as turn:
        _give(turn, (person for person in named if AMBASSADOR not in person.roles))
        _choose(library, turn, happened.people, "open", "chosen")
        return put_occasion(turn, happened)


def take_names_back(library: Library, occasion_id: str) -> None:
    """They were not named after all: the role goes with it, unless they were named another time."""
    library.adults.need("name Ambassadors")
    occasion = Occasions(library).one(occasion_id)
    others = {
        code for each in Occasions(library).all(NAMED) if each.id != occasion.id for code in each.people
    }
    gone = set(occasion.people) - others
    with library.store.turn() as turn:
        for person in People(library).all():
            if person.code in gone:
                without = replace(person, roles=tuple(role for role in person.roles if role != AMBASSADOR))
                turn.put("person", person.id, to_plain(without), action="edited", who=None)
        _choose(library, turn, occasion.people, "chosen", "open")
        take_back(library, turn, "occasion", occasion.id)


def _pupil(library: Library, code: str) -> Person:
    person = People(library).one(code)
    if not person.year or not person.is_here:
        raise NotAPupil(f"{person.code} is no pupil here.", "Ambassadors are pupils of the school.")
    return person


def _some_new(library: Library, named: Sequence[Person], day: date) -> None:
    """Refuse to name those once more in a school year who have the role by a naming in it."""
    first = Plans(library).calendar().school_year(day)[0].first
    before = {code for each in Occasions(library).all(NAMED) if each.date >= first for code in each.people}
    codes = [person.code for person in named if person.code in before and AMBASSADOR in person.roles]
    if len(codes) == len(named):
        was = f"{listed(codes)} {'was' if len(codes) == 1 else 'were'} named this school year"
        raise NobodyNamed(f"{was}.", "Name somebody else, or take that naming back.")


def _give(turn: Turn, people: Iterable[Person]) -> None:
    for person in people:
        led = replace(person, roles=(*person.roles, AMBASSADOR))
        turn.put("person", person.id, to_plain(led), action="edited", who=None)


def _choose(library: Library, turn: Turn, codes: Sequence[str], was: str, status: str) -> None:
    for each in Nominations(library).standing():
        if each.code in codes and each.status == was:
            chosen = replace(each, status=status)
            turn.put("nomination", each.id, to_plain(chosen), action=status, who=None)
