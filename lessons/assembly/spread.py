"""Duties spread over people: as many as can be done, and as evenly as can be.

What is guaranteed. Everybody gets only places that fit them, at most one at a time. As many places are
taken as can be. Among all ways to take so many, none is more even: no change, however long its chain, moves
a duty from somebody to somebody who has at least two fewer. So any two who fit the same places differ by at
most one. Who had fewer duties before gets the one that is over.

How: whoever has the fewest takes one more place, and others move up along a chain where that is needed (an
augmenting path). The numbers of places that people can take together form a polymatroid, for which such a
greedy order is the best there is: whoever cannot take one more now never can.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One duty to be taken: a role at an event."""

    event: str
    role: str
    slot: str = ""
    """When it is, where other events may be at the same time; nobody is at two of them."""

    @property
    def when(self) -> str:
        """What nobody has two places at."""
        return self.slot or self.event


Taken = dict[int, str]
"""Who took a place, by its number."""
_Node = tuple[str, str]
"""Somebody at a time, or (with no time) somebody who needs one more place."""


class Spread:
    """Places and who fits them; see `spread`."""

    def __init__(
        self, places: Sequence[Place], fits: Mapping[str, Sequence[int]], kept: Mapping[int, str]
    ) -> None:
        self.places = places
        self.fits = fits
        self.kept = kept
        self.holder: Taken = dict(kept)
        self.order = {event: n for n, event in enumerate(dict.fromkeys(each.when for each in places))}
        self.at: dict[str, dict[str, int]] = {code: {} for code in (*fits, *kept.values())}
        """The place that somebody has at a time."""
        self.by_event: dict[str, dict[str, list[int]]] = {}
        for code, numbers in fits.items():
            mine = self.by_event.setdefault(code, {})
            for number in numbers:
                if number not in kept:
                    mine.setdefault(places[number].when, []).append(number)
        for number, code in kept.items():
            self.at[code][places[number].when] = number

    def count(self, code: str) -> int:
        """How many places somebody has."""
        return len(self.at[code])

    def give_one_more(self, code: str) -> bool:
        """Give somebody one more place, if need be by moving others on; false when it cannot be."""
        found = self._free(code)
        if found is not None:
            self._put(found, code)
            return True
        return self._chain(code)

    def _free(self, code: str) -> int | None:
        """The free place that suits them best: far from their other events, and a job they did least."""
        mine = self.at[code]
        had = [self.order[event] for event in mine]
        roles = [self.places[number].role for number in mine.values()]
        best, best_key = None, None
        for event, numbers in self.by_event[code].items():
            if event in mine:
                continue
            near = min((abs(self.order[event] - other) for other in had), default=0)
            for number in numbers:
                if number not in self.holder:
                    key = (-near, roles.count(self.places[number].role))
                    if best_key is None or key < best_key:
                        best, best_key = number, key
        return best

    def _chain(self, code: str) -> bool:
        """Look breadth first for the shortest chain of moves that ends at a free place."""
        came: dict[_Node, tuple[_Node, int] | None] = {(code, ""): None}
        queue: list[_Node] = [(code, "")]
        for node in queue:
            who, event = node
            if not event:
                events = [each for each in self.by_event[who] if each not in self.at[who]]
                for each in events:
                    if (who, each) not in came:
                        came[who, each] = (node, -1)
                        queue.append((who, each))
                continue
            for number in self.by_event[who].get(event, ()):
                holder = self.holder.get(number)
                if holder is None:
                    self._move(came, node, number)
                    return True
                if holder == who:
                    continue
                for onward in ((holder, event), (holder, "")):
                    if onward not in came:
                        came[onward] = (node, number)
                        queue.append(onward)
        return False

    def _move(self, came: Mapping[_Node, tuple[_Node, int] | None], node: _Node, number: int) -> None:
        """Carry a chain out: each takes the place found for them and leaves the one they had."""
        moves = [(node[0], number)]
        step = came[node]
        while step is not None:
            before, taken = step
            if taken >= 0:
                moves.append((before[0], taken))
            step = came[before]
        for _, taken in moves:
            if (had := self.holder.pop(taken, None)) is not None:
                del self.at[had][self.places[taken].when]
        for who, taken in moves:
            self._put(taken, who)

    def _put(self, number: int, code: str) -> None:
        self.holder[number] = code
        self.at[code][self.places[number].when] = number


def spread(
    places: Sequence[Place],
    fits: Mapping[str, Sequence[int]],
    *,
    before: Mapping[str, int],
    chance: random.Random,
    kept: Mapping[int, str] | None = None,
    had: Mapping[str, int] | None = None,
) -> Taken:
    """Who takes which place; `fits` says by number which places suit somebody.

    Parameters
    ----------
    places : in the order of the events
    before : how many duties each had before; decides only who gets the ones that are over
    had : duties that count as much as these, such as those of the same rota that are over
    chance : decides where all else is equal
    kept : places that are taken already and stay so
    """
    codes = sorted(fits)
    chance.shuffle(codes)
    tie = {code: (before.get(code, 0), number) for number, code in enumerate(codes)}
    mixed = {code: chance.sample(list(fits[code]), len(fits[code])) for code in sorted(fits)}
    state, had = Spread(places, mixed, kept or {}), had or {}
    open_ = set(codes)
    while open_ and len(state.holder) < len(places):
        code = min(open_, key=lambda each: (state.count(each) + had.get(each, 0), tie[each]))
        if not state.give_one_more(code):
            open_.remove(code)
    return state.holder
