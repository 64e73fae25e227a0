"""The sound of the edit benchmark: made, edited the naive way, compared, edited in this process."""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import soundfile

RATE = 48000
_STEPS = ["fade-in 0.5", "fade-out 2", "normalise -1"]


def make(path: str, minutes: str, bits: str) -> None:
    """Stereo noise that swells and ebbs, from soundfile's own writer."""
    generator = np.random.default_rng(1)
    second = generator.normal(0, 0.1, (RATE, 2)).clip(-0.6, 0.6)
    with soundfile.SoundFile(path, "w", RATE, 2, f"PCM_{bits}") as file:
        for n in range(round(float(minutes) * 60)):
            file.write(np.roll(second, n * 997, axis=0) * (0.6 + 0.4 * np.sin(n / 9)))


def naive(path: str, out: str) -> None:
    """The edit as one would type it with soundfile and NumPy."""
    samples, rate = soundfile.read(path)
    subtype = soundfile.info(path).subtype
    soundfile.write(out, edited(samples, rate), rate, subtype)


def edited(samples: np.ndarray, rate: int) -> np.ndarray:
    """Cut, fades and gain on a whole array of float64."""
    samples = samples[2 * rate : -2 * rate].copy()
    samples[: rate // 2] *= (np.arange(rate // 2) / (rate // 2))[:, None]
    samples[-2 * rate :] *= (np.arange(2 * rate) / (2 * rate))[::-1, None]
    return samples * (10 ** (-1 / 20) / np.abs(samples).max())


def compare(path: str, out: str) -> None:
    """Print how far a result is from float64 arithmetic, rounded once."""
    scale = 32768 if soundfile.info(path).subtype == "PCM_16" else 8388608
    source, rate = soundfile.read(path)
    exact = edited(source, rate)
    del source
    worst = total = 0.0
    place = 0
    for block in soundfile.blocks(out, blocksize=1 << 20):
        error = block * scale - np.rint(exact[place : place + len(block)] * scale)
        worst, total, place = max(worst, np.abs(error).max()), total + error.sum(), place + len(block)
    assert place == len(exact), f"{place} frames instead of {len(exact)}"
    print(f"ours against float64 rounded: worst {worst:.0f} step, mean {total / exact.size:+.6f} step")


def in_process(path: str) -> None:
    """Print the time that 10 s and the whole take in a program that runs already."""
    from studio.audio.recipe import Recipe
    from studio.audio.rendering.render import render

    with tempfile.TemporaryDirectory() as folder:
        short, out = Path(folder, "short.wav"), Path(folder, "out.wav")
        render(path, Recipe.parse(["trim 20 30"]), short)
        for name, source, seconds in (
            ("10 s", str(short), 10.0),
            ("all", path, soundfile.info(path).duration),
        ):
            recipe = Recipe.parse([f"trim 2 {seconds - 2}", *_STEPS])
            times = []
            for _ in range(9):
                out.unlink(missing_ok=True)
                before = time.perf_counter()
                render(source, recipe, out)
                times.append((time.perf_counter() - before) * 1000)
            print(
                f"ours in a running program, {name}: median {median(times):.1f} ms, best {min(times):.1f} ms"
            )


if __name__ == "__main__":
    {"make": make, "naive": naive, "compare": compare, "in-process": in_process}[sys.argv[1]](*sys.argv[2:])
