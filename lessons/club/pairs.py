"""Who sits with whom: two at a PC, three or more only when there are too few."""

import random
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from lessons.club.session import Seat
from lessons.club.wishes import ALONE_COST, NEW_COST, Wishes

_MOST_LOOKS = 2_000
"""Groups looked at before the best way found so far is taken: about 10 ms."""
_MOST_BESIDE = 12

Group = tuple[str, ...]


def pair_up(
    present: Iterable[str],
    *,
    seats: int,
    new: Iterable[str] = (),
    ambassadors: Iterable[str] = (),
    past: Iterable[Sequence[str]] = (),
    apart: Iterable[Sequence[str]] = (),
    seed: int,
) -> tuple[Seat, ...]:
    """Give everybody who is there exactly one seat.

    Two who are kept apart never share a PC while that can be avoided; then a new member sits with an
    Ambassador while there are any; then nobody sits with somebody they sat with before, or as rarely
    as can be. What is left open is decided by chance, from the seed alone.

    Parameters
    ----------
    present : codes of those who are there
    seats : how many PCs there are, at least one
    past : every group that shared a PC before
    apart : couples that are kept apart
    """
    wishes = Wishes.of(new=new, ambassadors=ambassadors, past=past, apart=apart)
    return give_seats(present, seats=seats, wishes=wishes, seed=seed)


def give_seats(present: Iterable[str], *, seats: int, wishes: Wishes, seed: int) -> tuple[Seat, ...]:
    """The same from wishes that are known already."""
    codes = sorted(set(present))
    random.Random(seed).shuffle(codes)
    groups = _Search(tuple(codes), wishes).best(tuple(codes), group_sizes(len(codes), seats))
    return tuple(Seat(number=number, codes=group) for number, group in enumerate(groups, start=1))


def group_sizes(number: int, seats: int) -> tuple[int, ...]:
    """How many sit at each PC: twos and at most one alone, or as evenly as the PCs allow."""
    if seats < 1:
        raise ValueError("a club has at least one PC")
    if number <= 2 * seats:
        return (2,) * (number // 2) + (1,) * (number % 2)
    each, more = divmod(number, seats)
    return (each + 1,) * more + (each,) * (seats - more)


def seat_late(seats: Sequence[Seat], code: str, *, pcs: int, wishes: Wishes) -> tuple[Seat, ...]:
    """The same seats with one more child: beside somebody who is alone, at a free PC, or as a third."""
    if any(code in seat.codes for seat in seats):
        return tuple(seats)
    free = min(set(range(1, pcs + 1)) - {seat.number for seat in seats}, default=0)
    choices = [*seats, *([Seat(number=free)] if free else [])]

    def worse(seat: Seat) -> tuple[bool, int, int, int]:
        joined = (*seat.codes, code)
        torn = any(frozenset(two) in wishes.apart for two in combinations(joined, 2) if code in two)
        size = {2: 0, 1: 1}.get(len(joined), len(joined))  # beside one who is alone, else a PC of one's own
        return torn, size, wishes.cost(joined), seat.number

    chosen = min(choices, key=worse, default=Seat(number=1))
    others = [seat for seat in seats if seat.number != chosen.number]
    joined = Seat(number=chosen.number, codes=(*chosen.codes, code))
    return tuple(sorted([*others, joined], key=lambda seat: seat.number))


def without(seats: Iterable[Seat], code: str) -> tuple[Seat, ...]:
    """The same seats without somebody who is not there after all; the others stay where they are."""
    left = (Seat(number=seat.number, codes=tuple(c for c in seat.codes if c != code)) for seat in seats)
    return tuple(seat for seat in left if seat.codes)


class _Search:
    """Looks for the way to sit that costs least: group by group, the hardest child first."""

    def __init__(self, codes: Group, wishes: Wishes) -> None:
        self._wishes = wishes
        self._couple = {one: {other: wishes.couple(one, other) for other in codes} for one in codes}
        self._near = {
            one: sorted((c for c in codes if c != one), key=self._couple[one].__getitem__) for one in codes
        }
        self._free = {
            one: frozenset(c for c in codes if c != one and not wishes.cost((one, c))) for one in codes
        }
        self._best: tuple[Group, ...] = ()
        self._cost = -1
        self._floor = 0
        self._looks = 0

    def best(self, codes: Group, sizes: tuple[int, ...]) -> tuple[Group, ...]:
        """The best way found; the very best for ten children or fewer."""
        self._floor = self._least(codes, sizes)
        self._go(codes, sizes, (), 0)
        return self._best if self._cost <= self._floor else self._swapped()

    @property
    def _done(self) -> bool:
        return self._cost >= 0 and (self._cost <= self._floor or self._looks > _MOST_LOOKS)

    def _go(self, rest: Group, sizes: tuple[int, ...], so_far: tuple[Group, ...], cost: int) -> None:
        if not rest:
            if self._cost < 0 or cost < self._cost:
                self._best, self._cost = so_far, cost
            return
        if 0 <= self._cost <= cost + self._least(rest, sizes):
            return
        for more, group in self._choices(rest, sizes):
            if self._done or 0 <= self._cost <= cost + more:
                return
            left = list(sizes)
            left.remove(len(group))
            self._go(tuple(c for c in rest if c not in group), tuple(left), (*so_far, group), cost + more)

    def _choices(self, rest: Group, sizes: tuple[int, ...]) -> list[tuple[int, Group]]:
        """The groups that the child with the fewest choices can be in, the best first."""
        there = frozenset(rest)
        child = min(rest, key=lambda each: len(self._free[each] & there))
        found: list[tuple[int, Group]] = []
        for size in dict.fromkeys(sizes):
            # Of many, only those it would best sit beside: three of thirty can be chosen in 3,654 ways.
            others = [c for c in self._near[child] if c in there]
            others = others if size == 2 else self._mixed(others, size - 1)
            found += [
                (self._of(group), group)
                for more in combinations(others, size - 1)
                for group in [(child, *more)]
            ]
        self._looks += len(found)
        return sorted(found, key=lambda each: each[0])

    def _mixed(self, others: list[str], wanted: int) -> list[str]:
        leaders = [c for c in others if c in self._wishes.ambassadors]
        return sorted({*others[: max(_MOST_BESIDE, wanted)], *leaders[:2]}, key=others.index)

    def _of(self, group: Sequence[str]) -> int:
        """The cost of a group, from what is known of each two."""
        wishes = self._wishes
        if len(group) == 1:
            return wishes.cost(group)
        unled = 0
        if not wishes.ambassadors.intersection(group):
            unled = len(wishes.new.intersection(group))
        return NEW_COST * unled + sum(self._couple[one][other] for one, other in combinations(group, 2))

    def _least(self, rest: Group, sizes: tuple[int, ...]) -> int:
        """What the rest costs at least, however it is seated."""
        there = frozenset(rest)
        nearest = []
        for child in rest:
            beside = next((c for c in self._near[child] if c in there), None)
            nearest.append(self._couple[child][beside] if beside else 0)
        lone = sizes.count(1)
        together = sum(sorted(nearest)[: len(nearest) - lone])
        alone = min((self._wishes.alone.get(c, 0) for c in rest), default=0) * lone
        return NEW_COST * self._wishes.unled(rest, sizes) + (together + 1) // 2 + ALONE_COST * alone

    def _swapped(self) -> tuple[Group, ...]:
        """The best way found, after every swap of two children that makes it better."""
        found = [list(group) for group in self._best]
        looks, better = 0, True
        while better and looks < _MOST_LOOKS:
            better = False
            for one, other in combinations(found, 2):
                was = self._of(one) + self._of(other)
                if not was:
                    continue
                for i, j in product(range(len(one)), range(len(other))):
                    looks += 1
                    one[i], other[j] = other[j], one[i]
                    now = self._of(one) + self._of(other)
                    if now < was:
                        better, was = True, now
                    else:
                        one[i], other[j] = other[j], one[i]
        return tuple(map(tuple, found))
