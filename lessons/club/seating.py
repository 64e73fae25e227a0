"""Seats for one session: what is known of everybody there, and who must be looked after."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from evidence.award.plans import Plans
from evidence.library import Library
from evidence.safety.people import People
from evidence.safety.roles import AMBASSADOR, HELPER
from lessons.club.apart import Aparts
from lessons.club.pairs import give_seats
from lessons.club.session import Session
from lessons.club.wishes import Wishes
from studio.wording import listed

NEW_UNTIL = 2
"""Somebody is new in the first so many sessions they come to."""
_SEEDS = 1000


def wishes_of(
    library: Library, session: Session, every: Sequence[Session], present: Iterable[str] = ()
) -> Wishes:
    """What matters for who sits where in a session: who is new, who leads, who sat with whom this year."""
    there = tuple(present) or session.here
    before = [each for each in every if each.status == "held" and each.date < session.date]
    first = Plans(library).calendar().school_year(session.date)[0].first
    return Wishes.of(
        new=newcomers(there, before),
        ambassadors=ambassadors_of(library, there),
        past=[seat.codes for each in before if each.date >= first for seat in each.seats],
        apart=Aparts(library).couples(),
    )


def seats_for(session: Session, present: Sequence[str], *, pcs: int, wishes: Wishes) -> Session:
    """The session with seats for everybody who is there, from a new seed, which is kept with it."""
    seed = session.seed + 1 if session.seed else int(session.id.rpartition("-")[2]) * _SEEDS
    return replace(session, seed=seed, seats=give_seats(present, seats=pcs, wishes=wishes, seed=seed))


def newcomers(codes: Iterable[str], before: Iterable[Session]) -> frozenset[str]:
    """Those who came to fewer than two of the sessions before."""
    came = Counter(code for session in before for code in session.here)
    return frozenset(code for code in codes if came[code] < NEW_UNTIL)


def ambassadors_of(library: Library, codes: Iterable[str]) -> frozenset[str]:
    """The Ambassadors among these; where there are none, the helpers."""
    roles = {person.code: person.roles for person in People(library).all()}
    there = frozenset(codes)
    leaders = frozenset(code for code in there if AMBASSADOR in roles.get(code, ()))
    return leaders or frozenset(code for code in there if HELPER in roles.get(code, ()))


def together(library: Library, session: Session) -> tuple[str, ...]:
    """Who shares a PC although they are kept apart, in sentences; only for adults."""
    library.adults.need("see who is kept apart")
    apart = {frozenset(couple) for couple in Aparts(library).couples()}
    said = []
    for seat in session.seats:
        for two in combinations(seat.codes, 2):
            if frozenset(two) in apart:
                names = listed(sorted(two))
                said.append(f"{names} are kept apart but share PC {seat.number}: there was no other way.")
    return tuple(said)


def unled(library: Library, session: Session, every: Sequence[Session]) -> tuple[str, ...]:
    """New ones who have nobody beside them to help, in sentences for everybody."""
    wishes = wishes_of(library, session, every)
    found = [
        code
        for seat in session.seats
        for code in seat.codes
        if code in wishes.new and not wishes.ambassadors.intersection(seat.codes)
    ]
    if not found:
        return ()
    if not wishes.ambassadors:
        return ("No Ambassador is here: visit those who are new first.",)
    return (f"New and without an Ambassador: {listed(sorted(found))}. Visit them first.",)
