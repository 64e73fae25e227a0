"""How soon the app shows its first frame, and what it holds in memory then. Linux and macOS.

Starts the real program on a terminal of its own, once a run, and waits until the words of Home are on it:

    python tests/benchmarks/first_frame.py [RUNS]
"""

import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

WORDS = b"Quality Mark"
UNWANTED = ("scipy", "numba", "llvmlite", "sklearn", "numpy", "av.libs", "sndfile", "portaudio")
DEADLINE_SECONDS = 30.0


def main() -> None:
    """Print the times of all runs, the memory at the first frame, and what was loaded by then."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "library")
        start_and_measure(library)  # compiles, and makes the library
        measured = [start_and_measure(library) for _ in range(runs)]
    times = sorted(seconds for seconds, _, _ in measured)
    milliseconds = " ".join(f"{seconds * 1000:.0f}" for seconds in times)
    print(f"first frame: median {statistics.median(times) * 1000:.0f} ms of {milliseconds}")
    print(f"memory then: {max(size for _, size, _ in measured):.0f} MiB")
    loaded = sorted(set().union(*(names for _, _, names in measured)))
    print(f"loaded then: {' '.join(loaded) or 'none'} (of {' '.join(UNWANTED)})")


def start_and_measure(library: str) -> tuple[float, float, set[str]]:
    """Seconds to the first frame, MiB resident then, and which of the unwanted libraries were mapped."""
    started = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(sys.executable, [sys.executable, "-m", "studio", "--library", library])
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        _read_until_words(terminal, started + DEADLINE_SECONDS)
        seconds = time.monotonic() - started
        return seconds, _resident_mib(child), _mapped(child)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _read_until_words(terminal: int, deadline: float) -> None:
    seen = b""
    while WORDS not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise SystemExit(f"no first frame; the terminal shows {seen[-500:]!r}")
        seen += os.read(terminal, 1 << 16)


def _resident_mib(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return float("nan")
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024


def _mapped(process: int) -> set[str]:
    maps = Path(f"/proc/{process}/maps")
    text = maps.read_text() if maps.exists() else ""
    return {name for name in UNWANTED if f"/{name}" in text or f"{name}.so" in text}


if __name__ == "__main__":
    main()
