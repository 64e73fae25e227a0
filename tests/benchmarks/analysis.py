"""Listening closely in the running app: how soon there are words, and whether the keys stay quick meanwhile.

Opens “What is in this sound?” on the real screens with the real listening process, once with nothing compiled
before and then again, and leans on the number keys all the while:

    python -m tests.benchmarks.analysis [--seconds 10] [--runs 3]

Beside it, what librosa costs when a program calls it itself (its own process, so that it costs us nothing).
"""

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np

from evidence.library import Library
from evidence.sound import Sound
from studio import takes
from studio.audio.analysis.compiler_cache import VARIABLE
from studio.audio.pitches import hertz_of
from studio.audio.recipe import Step
from studio.ui.app import StudioApp
from studio.ui.screens.sounds.listen import ListenScreen
from tests.builders import a_sine
from tests.ui.fakes import FakeSoundIO, Keyboard

_SCALE = (60, 62, 64, 65, 67, 69, 71, 72)
_KEY_EVERY_SECONDS = 0.05
_PEER = """
import time, sys
start = time.perf_counter()
import librosa
wave, rate = librosa.load(sys.argv[1])
librosa.pyin(wave, fmin=65.4, fmax=2640.0, sr=rate)
librosa.beat.beat_track(y=wave, sr=rate)
librosa.onset.onset_detect(y=wave, sr=rate)
print(time.perf_counter() - start)
"""


def main() -> None:
    """Print a line a run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wav = write_tune(Path(folder) / "tune.wav", options.seconds)
        library = Library.open(Path(folder) / "library", create=True, school="Oak School")
        sound = takes.add_sound(library, wav, title="A scale")
        for run in range(options.runs + 1):
            os.environ[VARIABLE] = str(Path(folder) / "compiled")
            print("first time" if run == 0 else f"again {run}", asyncio.run(lean_on_it(library, sound)))
            sound = takes.do(library, sound, Step("reverse"))  # what was heard is remembered
        print(f"memory: this program {_mib(resource.RUSAGE_SELF)},", end=" ")
        print(f"the listening process {_mib(resource.RUSAGE_CHILDREN)}")
        for which in ("first time", "again"):
            os.environ[VARIABLE] = str(Path(folder) / "compiled for librosa")
            done = subprocess.run(
                [sys.executable, "-c", _PEER, str(wav)], capture_output=True, text=True, check=True
            )
            print(f"librosa by itself, {which}: {float(done.stdout):.1f} s")


def write_tune(path: Path, seconds: float) -> Path:
    """Two notes a second, up the scale and again; written a note at a time, for the memory is measured."""
    import soundfile

    breath = np.minimum(1.0, np.arange(24000)[::-1] / 2400).astype(np.float32)[:, None]
    with soundfile.SoundFile(path, "w", 48000, 1) as file:
        for place in range(round(seconds * 2)):
            file.write(a_sine(0.5, hertz=hertz_of(_SCALE[place % 8])).frames * breath)
    return path


async def lean_on_it(library: Library, sound: Sound) -> str:
    """Seconds to the first words and to all of them, and milliseconds from a key to its drawn page."""
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=library.now)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        started = time.perf_counter()
        screen = ListenScreen(sound)
        app.push_screen(screen)
        first: float | None = None
        busy: list[float] = []
        while first is None or screen.busy:
            busy.append(await _press(keys, "1234"[len(busy) % 4]))
            if first is None and screen.glance is not None:
                first = time.perf_counter() - started
        whole = time.perf_counter() - started
        idle = [await _press(keys, "1234"[place % 4]) for place in range(60)]
        assert screen.findings is not None
        assert screen.findings.notes
    return (
        f"words {first:.2f} s, notes and beat {whole:.1f} s; ms from key to page: "
        f"listening {_latencies(busy)}; afterwards {_latencies(idle)}"
    )


async def _press(keys: Keyboard, key: str) -> float:
    """Milliseconds until what a key does is drawn."""
    await asyncio.sleep(_KEY_EVERY_SECONDS)
    pressed = time.perf_counter()
    await keys.mash(key, wait=False)
    await keys.handled()
    return (time.perf_counter() - pressed) * 1000


def _latencies(waits: list[float]) -> str:
    waits.sort()
    slow = waits[len(waits) * 95 // 100]
    return f"median {median(waits):.0f}, 95 of 100 {slow:.0f}, most {waits[-1]:.0f} ({len(waits)} keys)"


def _mib(who: int) -> str:
    size = resource.getrusage(who).ru_maxrss
    return f"{size / (2**20 if sys.platform == 'darwin' else 1024):.0f} MiB"


if __name__ == "__main__":
    main()
