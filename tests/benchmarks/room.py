"""The screens of the room after five years, results, rotas, PDFs: `python -m tests.benchmarks.room`."""

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from evidence.library import Library
from evidence.safety.people import code_words
from lessons.assembly.rota_maker import Facts, Need, make_rota
from lessons.assembly.skill import team_roles
from lessons.competitions.competitions import Competitions
from lessons.competitions.result import result
from lessons.desk.report import REPORTS, write_report
from rubric.load import shipped_framework
from studio.ui.app import StudioApp
from tests.benchmarks.big_room import fill, some_sounds
from tests.benchmarks.evidence_keys import cost, longest_hold_up
from tests.builders import a_sine, a_wav
from tests.ui.fakes import FakeSoundIO, Keyboard

NOW = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)
PLACES = {
    "club": ("down", "up", "n", "p"),
    "competition": ("down", "up"),
    "assembly": ("down", "up"),
    "lessons": ("down", "down", "pagedown", "up"),
    "today": ("down", "down", "up"),
    "calendar": ("right", "down", "pageup", "t"),
    "papers": ("down", "f"),
    "proposals": ("down", "a", "z"),
}
"""Places, and some keys in them."""
RUNS = 5


def main() -> None:
    """Fill the library, then measure."""
    folder = Path(tempfile.mkdtemp(prefix="room-"))
    try:
        library = fill(folder / "library", NOW)
        some_sounds(library, a_wav(folder / "a.wav", a_sine(0.5)))
        print("10,000 entries, 400 people, five years; milliseconds, median and worst")
        print(f"{'screen':<14}{'opens':>8}{'again':>8}{'a key':>8}{'worst':>8}{'held up':>9}")
        for place, ways in PLACES.items():
            print(f"{place:<14}{asyncio.run(figures(folder / 'library', place, ways))}", flush=True)
        made = a_library(folder / "library")
        print(f"a result, 60 entries and 30 judges: {median(lambda: a_result(made)):.1f} ms")
        print(f"a term's rota, 20 events, 24 pupils: {median(a_rota):.1f} ms")
        for each in REPORTS:
            began = time.perf_counter()
            write_report(made, each.id, folder / f"{each.id}.pdf", shipped_framework())
            print(f"{each.title} as a PDF: {(time.perf_counter() - began) * 1000:.0f} ms")
    finally:
        shutil.rmtree(folder)


def a_library(folder: Path) -> Library:
    """As another program opens it."""
    return Library.open(folder, clock=lambda: NOW)


async def figures(folder: Path, place: str, ways: tuple[str, ...]) -> str:
    """Opening a place until all is drawn, first and again; a key, the worst one; the longest hold-up."""
    library = a_library(folder)
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=library.now)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        watch = asyncio.create_task(longest_hold_up())
        first = await opening(app, keys, place)
        await keys.press("escape")
        again = await opening(app, keys, place)
        costs = [await cost(keys, key) for key in ways]
        watch.cancel()
        held = await watch
    return f"{first:>8.0f}{again:>8.0f}{statistics.median(costs):>8.0f}{max(costs):>8.0f}{held:>9.0f}"


async def opening(app: StudioApp, keys: Keyboard, place: str) -> float:
    """Until everything in it is known and drawn."""
    began = time.perf_counter()
    app.open_place(place)
    await keys.settle()
    return (time.perf_counter() - began) * 1000


def median(work: Callable[[], object]) -> float:
    """Of some runs, in milliseconds."""
    costs = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        costs.append((time.perf_counter() - began) * 1000)
    return statistics.median(costs)


def a_result(library: Library) -> object:
    """Of the competition that is being judged."""
    known = Competitions(library)
    docket = known.docket(known.all()[-1].id)
    return result(docket.competition, docket.submissions, docket.judgements)


def a_rota() -> object:
    """From nothing."""
    roles = tuple(role.id for role in team_roles())
    needs = [Need(f"AE-{number:04d}", roles) for number in range(1, 21)]
    trained = {f"Y6-{word}": frozenset(roles[number % 3 :]) for number, word in enumerate(code_words()[:24])}
    learning = {code: [role for role in roles if role not in have] for code, have in trained.items()}
    return make_rota(needs, Facts(trained=trained, learning=learning, away={}, before={}), seed=1)


if __name__ == "__main__":
    main()
