"""What a key costs while somebody types to find evidence: python -m tests.benchmarks.finding [SIZE ...]."""

import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from evidence.entry import Entry
from evidence.views.find import Finder
from evidence.views.marks import marks
from evidence.views.timeline import by_half_term
from evidence.views.year_grid import mt1_grid
from rubric.load import shipped_framework
from rubric.year import Calendar
from tests.evidence.given import an_entry

SIZES = (100, 1_000, 10_000)
WORDS = ("robot", "rain", "saucepan", "laser", "slinky", "club", "assembly", "volcano", "dragon", "drum")
TYPED = ("saucepan laser", "y4 volcano", "november 2026", "zebra")
ROUNDS = 20


def main(sizes: list[int]) -> None:
    """Print a line of figures for each size."""
    print(f"{'entries':>7}  " + "  ".join(f"{name:>13}" for name in actions([an_entry()])))
    for size in sizes:
        entries = [_an_entry(number) for number in range(1, size + 1)]
        figures = [cost(action) for action in actions(entries).values()]
        print(f"{size:>7}  " + "  ".join(f"{figure * 1000:10.2f} ms" for figure in figures), flush=True)


def actions(entries: list[Entry]) -> dict[str, Callable[[], object]]:
    """The actions by name."""
    finder, framework, calendar = Finder(entries), shipped_framework(), Calendar({})
    changed = [replace(entries[0], title="Another title"), *entries[1:]]
    return {
        "make ready": lambda: Finder(entries),
        "slowest key": lambda: slowest_key(finder),
        "filters": lambda: finder.find("", criterion="MT1", level="silver", year="Y4", status="accepted"),
        "one changed": lambda: finder.update(changed),
        "marks": lambda: marks(entries, framework, today=date(2026, 11, 22)),
        "timeline": lambda: by_half_term(entries, calendar),
        "grid": lambda: mt1_grid(entries, calendar),
    }


def slowest_key(finder: Finder) -> float:
    """Type each text letter by letter -> the seconds of the slowest key."""
    slowest = 0.0
    for text in TYPED:
        for letters in range(1, len(text) + 1):
            started = time.perf_counter()
            finder.find(text[:letters])
            slowest = max(slowest, time.perf_counter() - started)
    return slowest


def cost(action: Callable[[], object]) -> float:
    """Median seconds; of an action that measures itself, the median of what it says."""
    found = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        said = action()
        found.append(said if isinstance(said, float) else time.perf_counter() - started)
    return statistics.median(found)


def _an_entry(number: int) -> Entry:
    chance = random.Random(number)
    return an_entry(
        number,
        " ".join(chance.choices(WORDS, k=4)),
        claims=tuple({f"MT1:{chance.choice(('silver', 'gold'))}", "C6:silver"}),
        happened=" ".join(chance.choices(WORDS, k=40)),
        impact=" ".join(chance.choices(WORDS, k=20)),
        year_groups=(f"Y{chance.randint(1, 6)}",),
        date_happened=date(2026, 11, 20) - timedelta(days=chance.randint(0, 1000)),
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
