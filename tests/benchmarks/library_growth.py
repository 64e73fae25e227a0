"""What each action costs as a library grows: python -m tests.benchmarks.library_growth [SIZE ...].

Some actions are about one record; others read or write the whole library, and their cost is told per entry.
The last line says how many times as much an action costs at the largest size as at the smallest.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from evidence.bundle.seal import seal_bundle
from evidence.bundle.verify import verify_bundle
from evidence.check import check_library
from evidence.entry import Draft, SoundUse
from evidence.library import Library
from evidence.sound import Sound
from evidence.views.coverage import coverage
from rubric.framework import LEVELS, Claim
from rubric.load import shipped_framework
from studio.audio.recipe import Step
from tests.builders import a_sine, a_wav

SIZES = (100, 1_000, 10_000)
ROUNDS = 40
WHOLE = {"list", "first list", "coverage", "check", "seal", "verify"}
"""Actions on the whole library."""


def main(sizes: list[int]) -> None:
    """Fill one library step by step and print a line of figures at each size."""
    folder = Path(tempfile.mkdtemp(prefix="library-growth-"))
    try:
        library = Library.open(folder / "library", create=True, school="Benchmark")
        wav = a_wav(folder / "tone.wav", a_sine(1.0))
        sound = library.add_sound(wav, title="A tone", origin="recorded")
        names = actions(library, sound)
        print("entries  " + "  ".join(f"{name:>12}" for name in names))
        print("         " + "  ".join(f"{'µs an entry' if name in WHOLE else 'ms':>12}" for name in names))
        costs = []
        for size in sizes:
            for number in range(len(library.entries()), size):
                library.add_entry(a_draft(number, sound))
            figures = {name: cost(action) for name, action in actions(library, sound).items()}
            costs.append([cost_ / size * 1000 if name in WHOLE else cost_ for name, cost_ in figures.items()])
            print(f"{size:>7}  " + "  ".join(f"{figure * 1000:12.2f}" for figure in costs[-1]), flush=True)
        growth = [last / first for first, last in zip(costs[0], costs[-1], strict=True)]
        print("growth   " + "  ".join(f"{times:11.2f}x" for times in growth))
    finally:
        shutil.rmtree(folder)


def actions(library: Library, sound: Sound) -> dict[str, Callable[[], object]]:
    """The actions by name."""
    framework, folder = shipped_framework(), library.folder
    bundle = library.exports / "all.zip"
    return {
        "open": lambda: Library.open(folder),
        "add": lambda: library.add_entry(a_draft(0, sound)),
        "save first": lambda: library.save_entry(library.entry(first(library)), "looked at"),
        "edit sound": lambda: library.save_sound(
            sound.with_recipe(sound.recipe.add(Step("reverse"))), "edited"
        ),
        "look up": lambda: library.entry(first(library)),
        "list": library.entries,
        "first list": lambda: Library.open(folder).entries(),
        "coverage": lambda: coverage(library.entries(), framework),
        "check": lambda: check_library(library),
        "seal": lambda: seal_bundle(library, bundle, framework, overwrite=True),
        "verify": lambda: verify_bundle(bundle),
    }


def first(library: Library) -> str:
    """The id of the oldest entry."""
    return f"EV-{library.now().year}-0001"


def a_draft(number: int, sound: Sound) -> Draft:
    """Evidence of a usual length."""
    return Draft(
        title=f"Year 4 made robots from voices, part {number}",
        criteria=(Claim("MT1", LEVELS[number % 3]), Claim("C6", "silver")),
        year_groups=(f"Y{number % 6 + 1}",),
        date_happened=date(2026, 1, 1),
        happened="We recorded our voices, cut the silence and made them lower and slower. " * 4,
        impact="Every child can now say what an effect does to a sound. " * 3,
        by="staff-1",
        sounds=(SoundUse.of(sound),),
    )


def cost(action: Callable[[], object]) -> float:
    """The median seconds of an action, after a first one; less rounds for slow ones."""
    times: list[float] = []
    while len(times) < ROUNDS and sum(times) < 2:
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
