"""Does the program lose sound while it draws and the computer is busy? Linux, with PulseAudio and PortAudio.

Starts the real program on a terminal of its own and a virtual sound card whose microphone hears a sound that
proves every sample, keeps every core busy with other programs, records, and looks through the take:

    python -m tests.benchmarks.recording [--minutes 10] [--idle] [--hear]
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evidence.library import Library
from studio.audio.files.wav import WavFile
from studio.audio.source import spans
from tests.sound_card import RATE, SoundCard, counter, wait_until
from tests.ui.test_real_app import Terminal

ROUND = 1 << 22
"""Samples after which the sound begins anew: 87 s, and never louder than half of full scale."""
WARM_UP_SECONDS = 5.0
"""Before that the program still loads what it needs for the first time."""


@dataclass
class Watched:
    """What was seen of the program while it recorded."""

    resident_mib: list[float] = field(default_factory=list)
    drawn: list[tuple[float, int]] = field(default_factory=list)
    """When the screen had been drawn to so far, and how many bytes."""
    cpu_seconds: float = 0.0


def main() -> None:
    """Record for some minutes and print what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--idle", action="store_true", help="leave the cores alone")
    parser.add_argument("--hear", action="store_true", help="play what the microphone hears, too")
    options = parser.parse_args()
    seconds = options.minutes * 60
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library"
        card = stack.enter_context(SoundCard())
        os.environ.update(card.environment)
        if not options.idle:
            keep_busy(stack, os.cpu_count() or 1)
        watched = record(card, folder, seconds, "olle\r" if options.hear else "oll\r")
        report(folder, watched, seconds, options.idle)


def keep_busy(stack: ExitStack, cores: int) -> None:
    """Programs that never rest, one for each core."""
    for _ in range(cores):
        busy = multiprocessing.get_context("spawn").Process(target=never_rest, daemon=True)
        busy.start()
        stack.callback(busy.terminate)


def never_rest() -> None:
    """Work for nothing."""
    while True:
        sum(range(100_000))


def said(seconds: float) -> npt.NDArray[np.float32]:
    """A sound that proves every sample, as long as need be."""
    return np.resize(counter(ROUND / RATE), round(seconds * RATE))


def record(card: SoundCard, folder: Path, seconds: float, how: str) -> Watched:
    """What was seen of a program that records for so long, as some keys say (an hour at most)."""
    watched = Watched()
    with Terminal(sys.executable, "-m", "studio", "--library", str(folder)) as terminal:
        terminal.wait_for("Quality Mark")
        terminal.type("1")
        terminal.wait_for("Press Enter to start.")
        terminal.type(how)
        terminal.wait_for("1 hour at most")
        card.keep_saying(said(seconds + 30))
        terminal.type("\r")
        terminal.wait_for("Safe on this computer")
        time.sleep(WARM_UP_SECONDS)
        watch(terminal, watched, seconds)
        terminal.type("\r")
        wait_until(lambda: bool(Library.open(folder).sounds()), seconds=60)
        terminal.type("\x11")
        terminal.program.wait(timeout=30)
    return watched


def watch(terminal: Terminal, watched: Watched, seconds: float) -> None:
    """Look at the program now and then."""
    process = terminal.program.pid
    before, began = cpu_seconds(process), time.monotonic()
    terminal.drawn = b""
    look = 0
    while time.monotonic() < began + seconds:
        watched.drawn.append((time.monotonic(), len(terminal.drawn)))
        if look % 50 == 0:
            watched.resident_mib.append(resident_mib(process))
        look += 1
        time.sleep(0.02)
    watched.cpu_seconds = cpu_seconds(process) - before


def resident_mib(process: int) -> float:
    """Memory of a program."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def cpu_seconds(process: int) -> float:
    """What a program has used of the cores."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def report(folder: Path, watched: Watched, seconds: float, idle: bool) -> None:
    """Print what was lost, and what it cost."""
    library = Library.open(folder)
    [sound] = library.sounds()
    with WavFile(library.original_path(sound)) as take:
        heard, breaks, missing = looked_through(take)
    cores = "resting" if idle else f"{os.cpu_count()} cores busy"
    print(f"{seconds / 60:g} minutes, {cores}: {heard:,} samples heard of {sound.seconds:.1f} s")
    print(f"lost: {missing:,} samples in {breaks} places")
    held = watched.resident_mib
    print(f"memory: {held[0]:.1f} MiB at first, {held[-1]:.1f} MiB at the end, {max(held):.1f} at most")
    print(f"the program used {100 * watched.cpu_seconds / seconds:.1f} % of one core")
    times = drawn_at(watched.drawn)
    gaps = np.diff(times) * 1000
    print(f"drawn {len(times) / seconds:.1f} times a second; longest pause {gaps.max():.0f} ms, ", end="")
    print(f"99.9 % below {np.quantile(gaps, 0.999):.0f} ms")


def looked_through(take: WavFile) -> tuple[int, int, int]:
    """Samples of the sound that are there, places where some are missing or doubled, how many are missing."""
    heard = breaks = missing = 0
    before = -1
    for start, stop in spans(0, take.length, 1 << 20):
        numbers = np.rint(take.read(start, stop)[:, 0].astype(np.float64) * 2**23).astype(np.int64) - 1
        numbers = numbers[numbers >= 0]  # silence before and after it
        if not len(numbers):
            continue
        steps = np.diff(numbers, prepend=before if before >= 0 else numbers[0] - 1) % ROUND
        heard += len(numbers)
        breaks += int(np.count_nonzero(steps != 1))
        missing += int((steps[steps != 1] - 1).sum())
        before = int(numbers[-1])
    return heard, breaks, missing


def drawn_at(looks: list[tuple[float, int]]) -> list[float]:
    """When something new was on the screen."""
    return [at for (at, size), (_, before) in zip(looks[1:], looks, strict=False) if size > before]


if __name__ == "__main__":
    main()
