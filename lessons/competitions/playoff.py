"""Play-off pairs: who hears which two, and which of them first."""

import random
from collections.abc import Collection, Mapping
from itertools import combinations, permutations

from lessons.competitions.judgement import Duel

_ALL_PAIRS = 3
"""Up to so many finalists a judge compares each with each; with more, each with two others."""


def duels(
    finalists: Collection[str], may_hear: Mapping[str, Collection[str]], *, seed: int, number: int
) -> dict[str, tuple[Duel, ...]]:
    """The pairs of every judge in one round, by code.

    A judge never meets an entry that is not in their `may_hear`. Every entry comes equally often within a
    judge's pairs, and the same pair stands the other way round for every second judge.
    """
    chance = random.Random(f"{seed}/round {number}")
    judges = sorted(may_hear)
    chance.shuffle(judges)
    chosen = {
        code: _pairs(sorted(each for each in finalists if each in may_hear[code]), place, chance)
        for place, code in enumerate(judges)
    }
    return _with_sides(chosen, random.Random(f"{seed}/sides"), number)


def _pairs(allowed: list[str], place: int, chance: random.Random) -> list[tuple[str, str]]:
    """Each with each, or round one of the rings through all, another one for every judge."""
    if len(allowed) <= _ALL_PAIRS:
        found = list(combinations(allowed, 2))
    else:
        first, *others = allowed
        rings = [(first, *ring) for ring in permutations(others) if ring[0] < ring[-1]]
        ring = rings[place % len(rings)]
        found = [(min(pair), max(pair)) for pair in zip(ring, (*ring[1:], ring[0]), strict=True)]
    chance.shuffle(found)
    return found


def _with_sides(
    chosen: Mapping[str, list[tuple[str, str]]], chance: random.Random, number: int
) -> dict[str, tuple[Duel, ...]]:
    """Left and right: turned for every second judge of a pair, and turned again in the next round."""
    turned = {
        pair: chance.random() < 0.5 for pair in sorted({each for pairs in chosen.values() for each in pairs})
    }
    found = {}
    for code in sorted(chosen):
        sided = []
        for left, right in chosen[code]:
            flip = turned[left, right] != bool(number % 2)
            turned[left, right] = not turned[left, right]
            sided.append(Duel(number, right, left) if flip else Duel(number, left, right))
        found[code] = tuple(sided)
    return found
