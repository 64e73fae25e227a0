"""Pitch and speed of 10 s of mono voice: ours in the running program beside librosa, pedalboard and SoX.

    python -m tests.benchmarks.effects [--runs 5] [--voice 50] [--files]

Needs espeak-ng and librosa; pedalboard and SoX are measured where they are installed. SoX is a whole process;
`--files` measures ours as one, too: `soundingboard edit IN OUT "pitch 4"` beside it.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import numpy as np
import soundfile

from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import open_rendition
from tests.benchmarks.effect_figures import RATE, Figures, Judge, Wave, voice
from tests.benchmarks.processes import print_table, run_in_turn

CHANGES = ("pitch 12", "pitch -12", "pitch 4", "pitch -5", "speed 0.5", "speed 0.75", "speed 1.5", "speed 2")
_BLOCK_FRAMES = 4096
Change = Callable[[Wave, str, float], Wave]
"""Samples, `pitch` or `speed`, and its number -> the changed samples."""


def main() -> None:
    """Every change, every peer, one line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--voice", type=int, default=50, help="of espeak-ng: 0 is lowest, 99 highest")
    parser.add_argument("--files", action="store_true")
    wanted = parser.parse_args()
    warnings.filterwarnings("ignore", category=FutureWarning)  # librosa's of its own parameters
    with tempfile.TemporaryDirectory() as folder:
        if wanted.files:
            _files(Path(folder), wanted.voice, wanted.runs)
            return
        judge = Judge(voice(wanted.voice))
        print(
            f"10 s mono {RATE} Hz, voice {wanted.voice}; medians of {wanted.runs} runs; a chord's haze in dB"
        )
        heads = ("ms", "level", "off", "lost", "longer", "spread", "widest", "haze")
        print(" " * 35 + "".join(f"{head:>8}" for head in heads))
        for change in CHANGES:
            for name, peer in _peers(Path(folder)).items():
                _line(name, change, peer, judge, wanted.runs)


def _line(name: str, change: str, peer: Change, judge: Judge, runs: int) -> None:
    kind, number = change.split()
    value = float(number)
    if name == "pedalboard PitchShift" and kind == "speed":
        return
    spoken = peer(judge.spoken, kind, value)  # the first run is not counted: compilers and caches
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        spoken = peer(judge.spoken, kind, value)
        took.append(1000 * (time.perf_counter() - start))
    higher, longer = (2 ** (value / 12), 1.0) if kind == "pitch" else (1.0, 1 / value)
    clicks, chord = peer(judge.clicks, kind, value), peer(judge.chord, kind, value)
    figures = judge.figures(spoken, clicks, chord, higher=higher, longer=longer)
    print(f"{change:12}{name:24}{median(took):7.1f}{_columns(figures)}", flush=True)


def _columns(figures: Figures) -> str:
    return (
        f"{figures.level_db:+8.2f}{figures.off_percent:6.1f}%{figures.lost_percent:6.1f}%"
        f"{figures.longer_frames:8d}{figures.spread_ms:8.2f}{figures.widest_ms:8.2f}{figures.haze_db:8.1f}"
    )


def _peers(folder: Path) -> dict[str, Change]:
    peers: dict[str, Change] = {"ours": lambda samples, kind, value: _ours(folder, samples, kind, value)}
    if find_spec("librosa"):
        peers["librosa"] = _librosa
    if find_spec("pedalboard"):
        peers["pedalboard time_stretch"] = _pedalboard
        peers["pedalboard PitchShift"] = _pitch_shift
    if shutil.which("sox"):
        peers["sox (process)"] = lambda samples, kind, value: _sox(folder, samples, kind, value)
    return peers


def _ours(folder: Path, samples: Wave, kind: str, value: float) -> Wave:
    """From the file to the last frame, block by block, as it is played."""
    with open_rendition(_file(folder, samples), Recipe.parse([f"{kind} {value:g}"])) as rendition:
        made = np.empty((rendition.length, 1))
        for first in range(0, rendition.length, _BLOCK_FRAMES):
            last = min(first + _BLOCK_FRAMES, rendition.length)
            made[first:last] = rendition.read(first, last)
    return made[:, 0]


def _librosa(samples: Wave, kind: str, value: float) -> Wave:
    from librosa import effects

    frames = samples.astype(np.float32)
    if kind == "pitch":
        return np.asarray(effects.pitch_shift(frames, sr=RATE, n_steps=value), dtype=np.float64)
    return np.asarray(effects.time_stretch(frames, rate=value), dtype=np.float64)


def _pedalboard(samples: Wave, kind: str, value: float) -> Wave:
    import pedalboard

    factor, semitones = (1.0, value) if kind == "pitch" else (value, 0.0)
    made = pedalboard.time_stretch(samples.astype(np.float32), RATE, factor, semitones)
    return np.asarray(made[0], dtype=np.float64)


def _pitch_shift(samples: Wave, kind: str, value: float) -> Wave:
    import pedalboard

    made = pedalboard.PitchShift(value)(samples.astype(np.float32), RATE)
    return np.asarray(made, dtype=np.float64)


def _sox(folder: Path, samples: Wave, kind: str, value: float) -> Wave:
    out = folder / "out.wav"
    effect = ("pitch", f"{100 * value:g}") if kind == "pitch" else ("tempo", f"{value:g}")
    command = ["sox", str(_file(folder, samples)), str(out), *effect]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)  # it warns of every clipped sample
    made: Wave = soundfile.read(out)[0]
    return made


def _file(folder: Path, samples: Wave) -> Path:
    """The samples as a file; written once, in the run that does not count."""
    path = folder / f"{id(samples)}.wav"
    if not path.exists():
        soundfile.write(path, samples, RATE, subtype="FLOAT")
    return path


def _files(folder: Path, height: int, runs: int) -> None:
    """Whole processes, from a 16-bit file to another."""
    source, out = folder / "in.wav", folder / "out.wav"
    soundfile.write(source, voice(height), RATE, subtype="PCM_16")
    ours = (sys.executable, "-m", "studio", "edit", str(source), str(out))
    sox = ("sox", str(source), str(out))
    for step, effect in (
        ("pitch 4", "pitch 400"),
        ("pitch -12", "pitch -1200"),
        ("speed 0.75", "tempo 0.75"),
    ):
        print(step)
        peers = {"ours": ((*ours, step),)}
        if shutil.which("sox"):
            peers["sox"] = ((*sox, *effect.split()),)
        peers["python, import numpy"] = ((sys.executable, "-c", "import numpy"),)
        print_table(run_in_turn(peers, out, runs), against=("sox",))


if __name__ == "__main__":
    main()
