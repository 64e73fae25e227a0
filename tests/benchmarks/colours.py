"""Echo, room, robot and others on 10 s of mono voice: ours in the running program, pedalboard and SoX.

    python -m tests.benchmarks.colours [--runs 5] [--voice 50]

Needs espeak-ng; pedalboard and SoX are measured where they are installed, SoX as a whole process. Behind the
time stand the change in loudness and the highest sample; below, how clean a voice comes out of white noise.
"""

import argparse
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import soundfile

from studio.audio.clip import Clip
from studio.audio.loudness import loudness_lufs
from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import open_rendition
from studio.audio.source import ClipSource
from tests.benchmarks.effect_figures import RATE, Wave, voice

_BLOCK_FRAMES = 4096
_NOISE_DB = -23.3
_SOX = {
    "echo 0.25 0.5": ["echos", "0.8", "0.7", "250", "0.5", "500", "0.25", "750", "0.125"],
    "room 1.8 0.35": ["reverb", "70"],
    "telephone": ["sinc", "300-3400", "overdrive", "5"],
    "low-pass 900": ["sinc", "-900"],
    "high-pass 1500": ["sinc", "1500"],
}
CHANGES = (*_SOX, "robot 110", "stutter 0.15 4", "hush 12", "remove-dc", "loudness -23", "loudness -14")
Change = Callable[[], Wave]


def main() -> None:
    """Every effect, every peer, one line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--voice", type=int, default=50, help="of espeak-ng: 0 is lowest, 99 highest")
    wanted = parser.parse_args()
    spoken = voice(wanted.voice)
    print(f"10 s mono {RATE} Hz, voice {wanted.voice}; medians of {wanted.runs} runs")
    print(f"{'':40}{'ms':>8}{'LU':>8}{'peak':>8}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.wav"
        soundfile.write(source, spoken, RATE, subtype="FLOAT")
        for change in CHANGES:
            for name, peer in _peers(change, source, spoken).items():
                _line(f"{change:16}{name:24}", peer, spoken, wanted.runs)
        _cleaned(Path(folder), spoken)


def _line(name: str, peer: Change, spoken: Wave, runs: int) -> None:
    made = peer()  # the first run is not counted
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        made = peer()
        took.append(1000 * (time.perf_counter() - start))
    louder = _lufs(made) - _lufs(spoken)
    print(f"{name}{median(took):8.1f}{louder:+8.2f}{np.abs(made).max():8.3f}", flush=True)


def _peers(change: str, source: Path, spoken: Wave) -> dict[str, Change]:
    peers: dict[str, Change] = {"ours": lambda: _ours(source, change)}
    if find_spec("pedalboard") and (board := _board(change)) is not None:
        peers["pedalboard"] = lambda: _by_pedalboard(board, spoken)
    if shutil.which("sox") and change in _SOX:
        peers["sox (process)"] = lambda: _by_sox(source, *_SOX[change])
    return peers


def _ours(source: Path, change: str) -> Wave:
    """From the file to the last frame, block by block, as it is played."""
    with open_rendition(source, Recipe.parse([change])) as rendition:
        made = np.empty((rendition.length, 1))
        for first in range(0, rendition.length, _BLOCK_FRAMES):
            last = min(first + _BLOCK_FRAMES, rendition.length)
            made[first:last] = rendition.read(first, last)
    return made[:, 0]


def _board(change: str) -> Any:
    import pedalboard as board

    return {
        "echo 0.25 0.5": [board.Delay(delay_seconds=0.25, feedback=0.5, mix=0.4)],
        "room 1.8 0.35": [board.Reverb(room_size=0.7, wet_level=0.3)],
        "telephone": [
            board.HighpassFilter(300),
            board.LowpassFilter(3400),
            board.Distortion(6),
            board.Gain(-6),
        ],
        "low-pass 900": [board.LowpassFilter(900)],
        "high-pass 1500": [board.HighpassFilter(1500)],
        "hush 12": [board.NoiseGate(-45, 4)],
    }.get(change)


def _by_pedalboard(board: Any, spoken: Wave) -> Wave:
    import pedalboard

    return np.asarray(pedalboard.Pedalboard(board)(spoken.astype(np.float32), RATE), dtype=np.float64)


def _by_sox(source: Path, *effect: str) -> Wave:
    out = source.with_name("out.wav")
    subprocess.run(["sox", source, out, *effect], check=True, stderr=subprocess.DEVNULL)
    made: Wave = soundfile.read(out)[0]
    return made


def _cleaned(folder: Path, spoken: Wave) -> None:
    """How far a voice stands above the noise that is left with it, once the noise was turned down."""
    noise = np.random.default_rng(3).normal(0, 1, len(spoken))
    noise *= np.sqrt(np.mean(spoken**2) / np.mean(noise**2)) * 10 ** (_NOISE_DB / 20)
    noisy, profile = folder / "noisy.wav", folder / "profile"
    soundfile.write(noisy, spoken + noise, RATE, subtype="FLOAT")
    print(f"\nA voice in white noise, {_above(spoken, spoken + noise):.1f} dB above it")
    print(f"{'hush 24':16}{'ours':24}{_above(spoken, _ours(noisy, 'hush 24')):8.1f} dB")
    if find_spec("pedalboard"):
        made = _by_pedalboard(_board("hush 12"), spoken + noise)
        print(f"{'':16}{'pedalboard NoiseGate':24}{_above(spoken, made):8.1f} dB")
    if shutil.which("sox"):
        alone = folder / "alone.wav"
        soundfile.write(alone, noise[:RATE], RATE, subtype="FLOAT")
        subprocess.run(["sox", alone, "-n", "noiseprof", profile], check=True, stderr=subprocess.DEVNULL)
        made = _by_sox(noisy, "noisered", str(profile), "0.21")
        print(f"{'':16}{'sox noisered 0.21':24}{_above(spoken, made):8.1f} dB")


def _above(spoken: Wave, made: Wave) -> float:
    length = min(len(made), len(spoken))  # SoX loses the end
    left = made[:length] - spoken[:length]
    return float(10 * np.log10(np.mean(spoken[:length] ** 2) / np.mean(left**2)))


def _lufs(samples: Wave) -> float:
    return loudness_lufs(ClipSource(Clip(samples[:, None].astype(np.float32), RATE)))


if __name__ == "__main__":
    main()
