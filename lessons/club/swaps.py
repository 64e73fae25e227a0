"""Changing places at one PC, and what to tell a room in which there are too few of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lessons.club.session import Seat
from studio.wording import count

_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Who does what at one PC from a minute on, until the next turn."""

    minute: int
    """Since the swap timer was started."""
    keys: str
    """Has the keyboard."""
    ears: str = ""
    """Listens with the second headphones; empty when one sits alone."""
    paper: tuple[str, ...] = ()
    """Plan on paper what comes next."""


def turns(seat: Seat, *, minutes: int, swap_minutes: int) -> tuple[Turn, ...]:
    """Everybody's turns at a PC: each has the keys as often as the others, give or take one."""
    if swap_minutes < 1:
        raise ValueError("a turn takes at least a minute")
    if not seat.codes:
        return ()
    found = []
    for turn in range(max(1, minutes // swap_minutes)):
        first = turn % len(seat.codes)
        round_ = (*seat.codes[first:], *seat.codes[:first])
        found.append(Turn(turn * swap_minutes, round_[0], "".join(round_[1:2]), round_[2:]))
    return tuple(found)


def room_words(seats: Sequence[Seat], *, pcs: int, swap_minutes: int) -> tuple[str, ...]:
    """How the room works today, in short sentences that may be read out."""
    people = sum(len(seat.codes) for seat in seats)
    most = max((len(seat.codes) for seat in seats), default=0)
    if most == 0:
        return ("Nobody is here yet.",)
    alone = [seat.codes[0] for seat in seats if len(seat.codes) == 1]
    said = []
    if most > 2:
        there = "There is only 1 PC" if pcs == 1 else f"There are only {pcs} PCs"
        said.append(f"{there} for {count(people, 'child', 'children')}.")
        said.append(f"{_number(most)} share a PC: one has the keys, one listens, the rest plan on paper.")
    elif most == 2:
        said.append("Two share a PC and listen with a headphone splitter.")
    if most > 1:
        said.append(f"Swap every {count(swap_minutes, 'minute')}.")
    said += [f"{code} sits alone today: visit another PC to listen." for code in alone]
    return tuple(said)


def _number(people: int) -> str:
    return _NUMBERS.get(people, f"Up to {people}")
