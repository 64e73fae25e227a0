"""What makes one way of sitting better than another, as a cost: the higher it is, the worse."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

APART_COST, NEW_COST, MET_COST, ALONE_COST = 100_000_000, 1_000_000, 100, 10
"""Each outweighs any number of the next: two kept apart, a new one unled, two who met, one alone again."""

Couple = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is known of the children that matters for where they sit."""

    new: frozenset[str] = frozenset()
    ambassadors: frozenset[str] = frozenset()
    met: Mapping[Couple, int] = field(default_factory=dict)
    """How often two sat together before."""
    alone: Mapping[str, int] = field(default_factory=dict)
    """How often somebody sat alone before."""
    apart: frozenset[Couple] = frozenset()

    @classmethod
    def of(
        cls,
        *,
        new: Iterable[str] = (),
        ambassadors: Iterable[str] = (),
        past: Iterable[Sequence[str]] = (),
        apart: Iterable[Sequence[str]] = (),
    ) -> "Wishes":
        """From plain lists: `past` are all groups that ever shared a PC."""
        met: Counter[Couple] = Counter()
        alone: Counter[str] = Counter()
        for group in past:
            met.update(frozenset(two) for two in combinations(group, 2))
            if len(group) == 1:
                alone.update(group)
        leaders = frozenset(ambassadors)
        kept = frozenset(frozenset(two) for two in apart if len(set(two)) == 2)
        return cls(frozenset(new) - leaders, leaders, met, alone, kept)

    def couple(self, one: str, other: str) -> int:
        """The cost of two at one PC, whoever else is there."""
        two = frozenset((one, other))
        return APART_COST * (two in self.apart) + MET_COST * self.met.get(two, 0)

    def cost(self, group: Sequence[str]) -> int:
        """The cost of a group at one PC."""
        if len(group) == 1:
            return NEW_COST * (group[0] in self.new) + ALONE_COST * self.alone.get(group[0], 0)
        unled = 0 if self.ambassadors.intersection(group) else len(self.new.intersection(group))
        return NEW_COST * unled + sum(self.couple(one, other) for one, other in combinations(group, 2))

    def unled(self, rest: Iterable[str], sizes: Iterable[int]) -> int:
        """How many new ones must do without an Ambassador, however groups of these sizes are made."""
        there = set(rest)
        leaders = len(self.ambassadors & there)
        room = sum(size - 1 for size in sorted(sizes, reverse=True)[:leaders])
        return max(0, len(self.new & there) - room)
