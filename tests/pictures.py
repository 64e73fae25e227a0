"""The picture in the README, drawn by the app itself: `python -m tests.pictures`."""

import asyncio
import re
import tempfile
from datetime import datetime
from importlib.resources import as_file
from pathlib import Path

from assets import asset
from evidence.library import Library
from studio.audio.recipe import Step
from studio.takes import add_sound, do
from studio.ui.app import StudioApp
from tests.ui.fakes import FakeSoundIO

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "assets" / "pictures" / "one-sound.svg"
WHEN = datetime.fromisoformat("2026-11-24T10:42:00+00:00")


async def draw(folder: Path) -> str:
    """One sound with a few steps, in a window of 80 by 24 letters."""
    library = Library.open(folder, create=True, school="Oak School", clock=lambda: WHEN)
    with as_file(asset("sounds", "saucepan-with-water.flac")) as file:
        sound = add_sound(library, file, title="Saucepan laser", by="Y4-heron")
    sound = do(library, sound, Step.parse("trim 1.2 3.6"), Step.parse("fade-out 0.5"), Step.parse("gain 6"))
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: WHEN)
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_sound(sound)
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        drawn = app.export_screenshot(title="Soundingboard")
    # Any monospaced letters will do: the picture asks no other computer for its own.
    return re.sub(r"<!--.*?-->|@font-face\s*{[^}]*}", "", drawn, flags=re.DOTALL).replace("Fira Code, ", "")


def main() -> None:
    """Draw it and put it where the README looks."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(draw(Path(folder, "library"))), encoding="utf-8")


if __name__ == "__main__":
    main()
