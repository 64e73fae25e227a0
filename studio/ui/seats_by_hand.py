"""Seats put by hand: somebody moved, or some PCs left as they are while the rest is given out again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from lessons.club.session import Seat

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.club.session import Session


def moved(seats: Sequence[Seat], code: str, number: int) -> tuple[Seat, ...]:
    """The same seats with somebody at another PC; whoever else sits somewhere stays."""
    found = {seat.number: tuple(each for each in seat.codes if each != code) for seat in seats}
    found[number] = (*found.get(number, ()), code)
    return tuple(Seat(number=each, codes=found[each]) for each in sorted(found) if found[each])


def again_but(
    library: Library, session: Session, *, pcs: int, stay: Collection[int], seed: int
) -> tuple[Seat, ...]:
    """New seats for everybody but those at the PCs that stay as they are."""
    from lessons.club.pairs import give_seats
    from lessons.club.seating import wishes_of
    from lessons.club.sessions import Sessions

    kept = [seat for seat in session.seats if seat.number in stay]
    sitting = {code for seat in kept for code in seat.codes}
    rest = [code for code in session.here or _all(session) if code not in sitting]
    free = [number for number in range(1, pcs + 1) if number not in {seat.number for seat in kept}]
    if not rest or not free:
        return session.seats
    wishes = wishes_of(library, session, Sessions(library).all(), rest)
    best = give_seats(rest, seats=len(free), wishes=wishes, seed=seed)
    new = [Seat(number=number, codes=seat.codes) for number, seat in zip(free, best, strict=False)]
    return tuple(sorted([*kept, *new], key=lambda seat: seat.number))


def _all(session: Session) -> list[str]:
    return [code for seat in session.seats for code in seat.codes]
