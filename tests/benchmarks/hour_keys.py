"""An hour-long sound in the running app: what each key costs, and what is held in memory.

    python -m tests.benchmarks.hour_keys [MINUTES]

Each key is pressed and timed until the screen shows what it did; what it set off in threads (listening how
good the sound is now) goes on behind that. The hold-up is the longest time in which no other key would have
been taken; the last figure is what the screen's own thread has worked meanwhile, which other programs on the
machine do not change. Memory is that of this process: the app, its test driver, and the sound open.
"""

import asyncio
import gc
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from evidence.library import Library
from studio import takes
from studio.audio.files.wav import WavWriter
from studio.audio.recipe import Step
from studio.ui.app import StudioApp
from studio.ui.prepared import prepare
from tests.benchmarks.evidence_keys import longest_hold_up
from tests.ui.fakes import FakeSoundIO, Keyboard

RATE = 48000
EDITS = (
    *("2", "[", "8", "]", "c", "o", "l", "r", "b", "b", "z", "y"),
    *("+", "+", "+", "+", "+", "+", "+", "+", "right", "pagedown", "f", "enter", "a", "space"),
    *("m", "4", "[", "5", "]", "t", "3", "p", "4", "[", "s", "escape"),
)
EFFECTS = (Step("pitch", (4.0,)), Step("room", (1.2, 0.3)), Step("cut", (60.0, 120.0)))
HEAVY = ("2", "[", "8", "]", "c", "o", "b", "b", "z", "+", "+", "+", "+", "right")


def main(minutes: int) -> None:
    """Make the sound, then measure."""
    folder = Path(tempfile.mkdtemp(prefix="hour-keys-"))
    try:
        library = Library.open(folder / "library", create=True, school="Benchmark")
        sound = takes.add_sound(library, a_long_file(folder / "long.wav", minutes), title="Long")
        print(f"{minutes} minutes of stereo, 80x24; milliseconds to the picture, held up, worked")
        asyncio.run(figures(library, EDITS))
        print("the same with pitch, a room and a cut: worked out in a thread")
        takes.do(library, library.sound(sound.id), *EFFECTS)
        asyncio.run(figures(library, HEAVY))
    finally:
        shutil.rmtree(folder)


def a_long_file(path: Path, minutes: int) -> Path:
    """Notes in faint noise, different in every minute."""
    chance = np.random.default_rng(1)
    time = np.arange(10 * RATE) / RATE
    decay = np.exp(-(time % 1.0) / 0.1)
    with WavWriter(path, samplerate=RATE, channels=2, bits=16) as writer:
        for minute in range(minutes):
            wave = 0.3 * decay * np.sin(2 * np.pi * (220 + 5 * minute) * time)
            ten_seconds = (wave + chance.normal(0, 0.002, len(time))).astype(np.float32)
            for _ in range(6):
                writer.write(np.stack([ten_seconds, 0.8 * ten_seconds], axis=1))
    return path


async def figures(library: Library, keys: tuple[str, ...]) -> None:
    """Print what each key costs, then the memory."""
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=library.now)
    async with app.run_test(size=(80, 24)) as pilot:
        keyboard = Keyboard(pilot)
        await keyboard.settle()
        await app.run_worker(prepare, thread=True).wait()  # somebody has looked at Home for a second
        await keyboard.press("2")
        for key in ("enter", *keys):
            watch = asyncio.create_task(longest_hold_up())
            began, worked = time.perf_counter(), time.thread_time()
            await keyboard.mash(key, wait=False)
            await keyboard.handled()
            shown, work = (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000
            watch.cancel()
            print(f"  {key:<10}{shown:>6.0f}{await watch:>6.0f}{work:>6.0f}", flush=True)
            await until_drawn(keyboard)
        gc.collect()
        print(f"memory: {held_mib('VmRSS'):.0f} MiB, at most {held_mib('VmHWM'):.0f} MiB")


async def until_drawn(keyboard: Keyboard) -> None:
    """Wait for what changes the sound, not for the listening behind it."""
    while any(worker.group in ("job", "draw", "speaker") for worker in keyboard.app.workers):
        await keyboard.handled()
        await asyncio.sleep(0.005)


def held_mib(name: str) -> float:
    """Resident memory of this process, on Linux."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines[name].split()[0]) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
