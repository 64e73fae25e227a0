"""Strength from pairs: Bradley and Terry's model, by the MM steps of Hunter (2004), with a prior."""

import math
from collections.abc import Iterable, Mapping

_PRIOR = 0.5
"""Wins, and losses, of everybody against a phantom of strength 1: so nobody is without limit."""
_CLOSE_ENOUGH = 1e-12
_MOST_STEPS = 10_000


def bradley_terry(entries: Iterable[str], wins: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Strengths of the entries; who is as strong as the phantom has 1.

    Parameters
    ----------
    wins : how often the first of a pair was better than the second; half a win each when both were as good

    Never raises for pairs that were not compared, or for entries that always or never win.
    """
    names = sorted(entries)
    won = {name: _PRIOR for name in names}
    met: dict[str, dict[str, float]] = {name: {} for name in names}
    for (better, other), times in sorted(wins.items()):
        won[better] += times
        met[better][other] = met[better].get(other, 0.0) + times
        met[other][better] = met[other].get(better, 0.0) + times
    strengths = dict.fromkeys(names, 1.0)
    for _ in range(_MOST_STEPS):
        found = {
            name: won[name]
            / (
                2 * _PRIOR / (strengths[name] + 1.0)
                + sum(times / (strengths[name] + strengths[other]) for other, times in met[name].items())
            )
            for name in names
        }
        found = _in_scale(found)
        moved = max((abs(found[name] / strengths[name] - 1.0) for name in names), default=0.0)
        strengths = found
        if moved < _CLOSE_ENOUGH:
            break
    return strengths


def _in_scale(strengths: dict[str, float]) -> dict[str, float]:
    """All of them larger or smaller by the same, as the phantom wants it: half of all games with it are won.

    MM alone is slow to find this, for the phantom weighs little beside many pairs.
    """
    chances = [strength / (strength + 1.0) for strength in strengths.values()]
    slope = sum(chance * (1.0 - chance) for chance in chances)
    step = (len(chances) / 2 - sum(chances)) / slope if slope else 0.0
    factor = math.exp(max(-1.0, min(1.0, step)))
    return {name: strength * factor for name, strength in strengths.items()}
