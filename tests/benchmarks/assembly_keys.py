"""The assembly's screens after five years: `python -m tests.benchmarks.assembly_keys`."""

import asyncio
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from evidence.library import Library
from studio.ui.app import StudioApp
from tests.benchmarks.big_room import fill
from tests.benchmarks.evidence_keys import cost, longest_hold_up
from tests.ui.fakes import FakeSoundIO, Keyboard

NOW = datetime(2026, 11, 24, 8, 57, tzinfo=UTC)
SCREENS = {
    "assembly": ((), "5", ("right", "left", "right", "left")),
    "set-up list": (("5",), "1", ("space", "space", "z", "down", "up")),
    "trouble": (("5",), "t", ("down", "down", "up")),
    "a question": (("5", "t"), "3", ("n", "y", "z", "n", "a", "z")),
    "levels": (("5",), "l", ("1", "2", "3", "1")),
    "cards": (("5",), "c", ("2", "down", "up")),
    "rota": (("5",), "r", ("right", "down", "pagedown", "up", "i", "z")),
    "a swap": (("5", "r"), "s", ("down", "up")),
    "turns": (("5", "r"), "c", ("down", "pagedown")),
    "events": (("5",), "e", ("v", "pageup", "pagedown", "down")),
    "passports": (("5",), "p", ("1", "z", "down", "2", "z")),
    "team": (("5",), "m", ("v", "down", "enter", "z")),
    "lists": (("5",), "s", ("down", "up")),
}
"""The way to each, the key that opens it, and some keys in it."""


def main() -> None:
    """Fill the library, then measure."""
    folder = Path(tempfile.mkdtemp(prefix="assembly-"))
    try:
        fill(folder / "library", NOW)
        print("10,000 entries, 400 people, five years; milliseconds until all is done and drawn")
        print(f"{'screen':<14}{'opens':>8}{'again':>8}{'worst key':>11}{'held up':>9}")
        for name, (way, opens, ways) in SCREENS.items():
            print(f"{name:<14}{asyncio.run(figures(folder / 'library', way, opens, ways))}", flush=True)
    finally:
        shutil.rmtree(folder)


async def figures(folder: Path, way: tuple[str, ...], opens: str, ways: tuple[str, ...]) -> str:
    """Opening a screen, first and again; the worst key in it; the longest hold-up."""
    app = StudioApp(Library.open(folder, clock=lambda: NOW), sound_io=FakeSoundIO(), clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press(*way)
        watch = asyncio.create_task(longest_hold_up())
        first = await cost(keys, opens)
        await keys.press("escape")
        again = await cost(keys, opens) if not way[1:] else first
        costs = [await cost(keys, key) for key in ways]
        watch.cancel()
        held = await watch
    return f"{first:>8.0f}{again:>8.0f}{max(costs):>11.0f}{held:>9.0f}"


if __name__ == "__main__":
    main()
