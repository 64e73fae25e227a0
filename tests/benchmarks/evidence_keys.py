"""What a key costs in the running list of evidence: `python -m tests.benchmarks.evidence_keys [SIZE ...]`."""

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from evidence.entry import Draft
from evidence.library import Library
from evidence.years import PRIMARY_YEARS
from rubric.framework import LEVELS, Claim
from rubric.load import shipped_framework
from studio.ui.app import StudioApp
from tests.ui.fakes import FakeSoundIO, Keyboard

SIZES = (100, 1_000, 10_000)
WORDS = ("rain", "robot", "cow", "thunder", "recorder", "club", "heron", "story", "laser", "drum", "echo")
WALK = ("down", "pagedown", "end", "home") * 5
SEARCH = (*"robot drum 77", *["backspace"] * 6)
FILTERS = ("l", "l", "l", "y", "y", "s", "s", "t", "x")


def main(sizes: list[int]) -> None:
    """Fill one library step by step; at each size print the median and the worst cost of a key."""
    folder = Path(tempfile.mkdtemp(prefix="evidence-keys-"))
    try:
        library = Library.open(folder / "library", create=True, school="Benchmark")
        print("entries      open          walk        search       filters      longest hold-up")
        for size in sizes:
            for number in range(len(library.entries()), size):
                library.add_entry(a_draft(number))
            print(f"{size:>7}  {asyncio.run(figures(Library.open(folder / 'library')))}", flush=True)
    finally:
        shutil.rmtree(folder)


def a_draft(number: int) -> Draft:
    """An entry like others, but with words, a day, a year group and claims of its own."""
    codes = [criterion.code for criterion in shipped_framework().criteria]
    made = Draft(
        title=f"{WORDS[number % 11].capitalize()} and {WORDS[number * 7 % 11]} {number}",
        criteria=(
            Claim(codes[number % len(codes)], LEVELS[number % 3]),
            Claim("MT1", LEVELS[number // 3 % 3]),
        ),
        date_happened=date(2024, 9, 1) + timedelta(days=number % 780),
        year_groups=(PRIMARY_YEARS[number % 7],),
    )
    return replace(made, happened=f"The class made a {WORDS[number * 3 % 11]} and played it to everybody.")


async def figures(library: Library) -> str:
    """Milliseconds from a key until all it set off is done and drawn: median and worst."""
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=library.now)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("6")
        opened = await cost(keys, "l")
        watch = asyncio.create_task(longest_hold_up())
        found = []
        for way in (WALK, ("/", *SEARCH), ("enter", *FILTERS)):
            costs = [await cost(keys, key) for key in way]
            found.append(f"{statistics.median(costs):4.0f} {max(costs):4.0f} ms")
        watch.cancel()
        held = await watch
    return "  ".join([f"{opened:5.0f} ms", *found, f"{held:5.0f} ms"])


async def cost(keys: Keyboard, key: str) -> float:
    """Of one key."""
    began = time.perf_counter()
    await keys.press(key)
    return (time.perf_counter() - began) * 1000


async def longest_hold_up() -> float:
    """The longest time in which no key would have been taken, until cancelled."""
    longest = 0.0
    while True:
        began = time.perf_counter()
        try:
            await asyncio.sleep(0.001)
        except asyncio.CancelledError:
            return longest
        longest = max(longest, (time.perf_counter() - began) * 1000)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
