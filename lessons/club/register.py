"""The register of a session, and the seats that follow from it."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from evidence.safety.people import Person
from lessons.club.member import place_of
from lessons.club.pairs import seat_late, without
from lessons.club.session import Mark, Session
from lessons.club.wishes import Wishes


def marked(session: Session, marks: Mapping[str, str], people: Mapping[str, Person]) -> Session:
    """The session with these marks, one a child; an empty mark takes one out."""
    known = {each.code: each for each in session.register}
    for code, mark in marks.items():
        if mark:
            before = known.get(code)
            known[code] = Mark(code=code, mark=mark, year=before.year if before else people[code].year)
        else:
            known.pop(code, None)
    places = dict(people)
    ordered = sorted(known.values(), key=lambda each: place_of(each.code, places))
    return replace(session, register=tuple(ordered))


def seated(session: Session, *, pcs: int, wishes: Wishes) -> Session:
    """The session with a seat for everybody who came since the seats were given out, and none for others.

    Where no seats were given out yet, nothing changes.
    """
    if not session.seats:
        return session
    seats = session.seats
    for code in set(chain.from_iterable(seat.codes for seat in seats)) - set(session.here):
        seats = without(seats, code)
    for code in session.here:
        seats = seat_late(seats, code, pcs=pcs, wishes=wishes)
    return replace(session, seats=seats)
