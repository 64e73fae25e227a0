"""How often the better entry wins, by our method and by others; and what a result costs.

python -m tests.benchmarks.judging [--runs 1500]

A simulated panel, after the research that the rules come from: what an entry is worth is normal with a
standard deviation of 1; a judge hears it with noise, a severity of their own, and, when all hear one order,
a drift towards what comes later; in 5 of 100 pairs the key that is pressed is the wrong one, and the one
heard second is a little better. Nothing here is a test: it is where the figures in the README come from.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from lessons.competitions.docket import Docket
from lessons.competitions.hearing import gives_stars, next_to_hear, open_to
from lessons.competitions.judgement import Answer, Heard, Judgement, Pair
from lessons.competitions.next_step import duel_now
from lessons.competitions.strength import bradley_terry
from tests.lessons.competitions.a_competition import a_competition, a_docket, a_judgement, an_entry

NOISE, AGAIN, SEVERITY, DRIFT = 0.8, 0.4, 0.7, 1.0
"""The first is set so that the rubric does about as well as in the research; the rest follows."""
SLIP, SECOND_IS_BETTER = 0.05, 0.3
PANELS = ((10, 6), (16, 6), (10, 4), (6, 3))
"""Entries and judges."""


class Ears:
    """One judge of a run: what they hear of each entry, the same whenever they think of it."""

    def __init__(self, worth: Sequence[float], chance: random.Random, *, drift: float = 0.0) -> None:
        severity, last = chance.gauss(0, SEVERITY), len(worth) - 1
        self.chance = chance
        self.heard = [
            value + chance.gauss(0, NOISE) - severity + drift * place / last
            for place, value in enumerate(worth)
        ]
        self.severity = severity

    def better(self, left: int, right: int) -> int:
        """Which of two is better, the right one heard second; a little otherwise than the first time."""
        again = [self.heard[each] + self.chance.gauss(0, AGAIN) for each in (left, right)]
        chosen = right if again[1] + SECOND_IS_BETTER > again[0] else left
        return left + right - chosen if self.chance.random() < SLIP else chosen

    def answer(self, entry: int) -> int:
        """1 to 4, about a fourth of the entries each."""
        felt = self.heard[entry] + self.chance.gauss(0, AGAIN)
        return 1 + sum(felt > edge for edge in (-0.9, 0.0, 0.9))

    def best(self, number: int) -> list[int]:
        """The entries that are liked best."""
        return sorted(range(len(self.heard)), key=self.heard.__getitem__, reverse=True)[:number]


def ours(worth: Sequence[float], judges: int, chance: random.Random) -> list[int]:
    """Our method, by the program's own rules: stars, play-off pairs, one more round, the brief, together."""
    codes = [f"Y6-{number}" for number in range(1, judges + 1)]
    docket = a_docket(len(worth), codes, seed=chance.randrange(2**31))
    ears = {code: Ears(worth, chance) for code in codes}
    for _ in range(4):
        for code in codes:
            docket = docket.with_judgement(_judged(docket, code, ears[code])).moved_on()
    return [_number(entry) for entry in docket.result().winners]


def _judged(docket: Docket, code: str, ears: Ears) -> Judgement:
    mine = docket.judgement(code)
    assert mine is not None
    live, questions = docket.ids, docket.competition.questions
    if next_to_hear(mine, live, questions) is not None:
        entries = open_to(mine, live)
        heard = tuple(Heard(entry, 1) for entry in entries)
        answers = tuple(Answer(e, q.id, ears.answer(_number(e))) for e in entries for q in questions)
        mine = replace(mine, heard=heard, answers=answers)
        if gives_stars(mine, live):
            mine = replace(mine, stars=tuple(_entry(each) for each in ears.best(3)), starred=True)
    while (duel := duel_now(docket, mine)) is not None:
        better = ears.better(_number(duel.left), _number(duel.right))
        mine = replace(mine, pairs=(*mine.pairs, Pair(duel.round, duel.left, duel.right, _entry(better))))
    return mine


def rubric(worth: Sequence[float], judges: int, chance: random.Random, *, drift: float = 0.0) -> list[int]:
    """Everybody hears all and answers three questions; the highest sum wins."""
    sums = [0] * len(worth)
    for _ in range(judges):
        ears = Ears(worth, chance, drift=drift)
        for entry in range(len(worth)):
            sums[entry] += sum(ears.answer(entry) for _ in range(3))
    return _highest(sums)


def shared_order(worth: Sequence[float], judges: int, chance: random.Random) -> list[int]:
    """The same rubric, but all hear one order, and what comes later seems better."""
    return rubric(worth, judges, chance, drift=DRIFT)


def stars(worth: Sequence[float], judges: int, chance: random.Random) -> list[int]:
    """Everybody hears all and stars three; most stars win."""
    counts = [0] * len(worth)
    for _ in range(judges):
        for entry in Ears(worth, chance).best(3):
            counts[entry] += 1
    return _highest(counts)


def pairs(worth: Sequence[float], judges: int, chance: random.Random) -> list[int]:
    """Pairs only, with as many listens as ours has: every entry about as often."""
    entries, wins = list(range(len(worth))), dict[tuple[str, str], float]()
    for _ in range(judges):
        judge, left_over = Ears(worth, chance), (len(worth) + 6) // 2
        while left_over:
            chance.shuffle(entries)
            for left, right in zip(entries[::2], entries[1::2], strict=False):
                if left_over:
                    better = judge.better(left, right)
                    won = (_entry(better), _entry(left + right - better))
                    wins[won] = wins.get(won, 0.0) + 1
                    left_over -= 1
    strengths = bradley_terry([_entry(each) for each in entries], wins)
    return _highest([round(strengths[_entry(each)], 9) for each in range(len(worth))])


METHODS: dict[str, Callable[[Sequence[float], int, random.Random], list[int]]] = {
    "stars + play-off (ours)": ours,
    "rubric, all hear all": rubric,
    "stars alone": stars,
    "pairs, balanced": pairs,
    "rubric, one shared order": shared_order,
}


def simulate(entries: int, judges: int, runs: int) -> None:
    """Print a line for each method: how often the best wins, is among the best three, and ties."""
    print(f"\n{entries} entries, {judges} judges, {runs} runs")
    print(f"  {'method':<26}{'best wins':>10}{'in the top 3':>14}{'joint':>8}{'from 2nd half':>15}")
    for name, method in METHODS.items():
        won = among = joint = late = 0.0
        for run in range(runs):
            chance = random.Random(f"{entries}/{judges}/{run}")
            worth = [chance.gauss(0, 1) for _ in range(entries)]
            ranks = sorted(range(entries), key=worth.__getitem__, reverse=True)
            winners = method(worth, judges, chance)
            won += (ranks[0] in winners) / len(winners)
            among += sum(each in ranks[:3] for each in winners) / len(winners)
            late += sum(each >= entries / 2 for each in winners) / len(winners)
            joint += len(winners) > 1
        print(f"  {name:<26}{won / runs:>10.2f}{among / runs:>14.2f}{joint / runs:>8.2f}{late / runs:>15.2f}")


def cost(entries: int = 60, judges: int = 30, rounds: int = 20) -> None:
    """Print what working out a result costs."""
    chance = random.Random(1)
    worth = [chance.gauss(0, 1) for _ in range(entries)]
    codes = [f"Y6-{number}" for number in range(1, judges + 1)]
    docket = Docket(
        a_competition(codes),
        tuple(an_entry(number) for number in range(1, entries + 1)),
        tuple(a_judgement(code, [_entry(each) for each in range(entries)], id=f"JD-{place:04d}")
              for place, code in enumerate(codes, 1)),
    )  # fmt: skip
    ears = {code: Ears(worth, chance) for code in codes}
    for _ in range(3):
        for code in codes:
            docket = docket.with_judgement(_judged(docket, code, ears[code]))
        docket = docket.moved_on()
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        said = docket.result()
        seconds.append(time.perf_counter() - started)
    median, slowest = statistics.median(seconds) * 1000, max(seconds) * 1000
    assert said.winners
    print(f"result of {entries} entries and {judges} judges: {median:.1f} ms, slowest {slowest:.1f} ms")


def _highest(values: Sequence[float]) -> list[int]:
    return [entry for entry, value in enumerate(values) if value == max(values)]


def _entry(number: int) -> str:
    return f"SB-{number + 1:04d}"


def _number(entry: str) -> int:
    return int(entry[-4:]) - 1


def main() -> None:
    """Print the cost, and a table for each size of panel."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1500)
    runs = parser.parse_args().runs
    cost()
    for entries, judges in PANELS:
        simulate(entries, judges, runs)


if __name__ == "__main__":
    main()
