"""Make the short sounds of the rhythm grid: `python -m assets.sounds.rhythm.make_rhythm`.

Each begins at its first sample, so that a step of the grid is heard exactly where it stands. All are made
from numbers alone; nobody was recorded.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from assets.sounds.make_sounds import SAMPLERATE, Wave, curve, loudest, noise, times, to_16_bit

PEAK = 0.6


def ringing(seconds: float, *modes: tuple[float, float, float]) -> Wave:
    """Tones of (hertz, how loud, seconds until they are 60 dB down), struck together."""
    wave = np.zeros(len(times(seconds)))
    for hertz, loud, ring in modes:
        wave += loud * np.sin(2 * np.pi * hertz * times(seconds)) * 10 ** (-3 * times(seconds) / ring)
    return wave


def burst(seconds: float, low: float, high: float, ring: float, *, seed: int) -> Wave:
    """Noise that is struck and dies away."""
    return noise(seconds, low, high, seed=seed) * 10 ** (-3 * times(seconds) / ring)


def clap() -> Wave:
    """Many hands that are not quite together: three short bursts, and the room."""
    wave = 0.35 * burst(0.25, 500, 5000, 0.2, seed=201)
    for number, (at, loud) in enumerate([(0.0, 0.6), (0.009, 0.8), (0.019, 1.0)], start=202):
        start = round(at * SAMPLERATE)
        hands = loud * burst(0.25, 800, 4500, 0.045, seed=number)
        wave[start:] += hands[: len(wave) - start]
    return wave


def drum() -> Wave:
    """A drum with a skin: a note that falls as it is struck, and the knock of the stick."""
    seconds = 0.4
    falls = curve(seconds, (0, 190), (0.05, 120), (0.15, 96), (seconds, 92))
    skin = np.sin(2 * np.pi * np.cumsum(falls) / SAMPLERATE) * 10 ** (-3 * times(seconds) / 0.4)
    return skin + 0.08 * burst(seconds, 300, 3000, 0.03, seed=211)


def low_drum() -> Wave:
    """A big drum, felt as much as heard."""
    seconds = 0.6
    falls = curve(seconds, (0, 120), (0.06, 70), (0.2, 58), (seconds, 55))
    skin = np.sin(2 * np.pi * np.cumsum(falls) / SAMPLERATE) * 10 ** (-3 * times(seconds) / 0.6)
    return skin + 0.06 * burst(seconds, 150, 1500, 0.04, seed=221)


def wood() -> Wave:
    """A hollow block of wood."""
    return ringing(0.18, (1180, 1.0, 0.11), (1790, 0.5, 0.07), (3350, 0.25, 0.03))


def shaker() -> Wave:
    """Rice in a pot: it swells for a moment before it stops."""
    seconds = 0.14
    return noise(seconds, 3500, 12000, seed=231) * curve(
        seconds, (0, 0.3), (0.03, 1.0), (0.06, 0.35), (seconds, 0)
    )


def bell() -> Wave:
    """A small bell, whose notes do not belong to one scale."""
    return ringing(0.9, (1320, 1.0, 1.0), (2637, 0.5, 0.7), (3580, 0.35, 0.5), (5310, 0.2, 0.25))


def tick() -> Wave:
    """The pulse: short and soft, to be heard under everything and not to be music."""
    return ringing(0.06, (1760, 1.0, 0.05), (880, 0.4, 0.04))


def struck(wave: Wave) -> Wave:
    """The sound at its level, its centre at zero, its end silent."""
    wave = wave - np.mean(wave)
    wave[-480:] *= np.linspace(1.0, 0.0, 480)
    wave[:24] *= np.linspace(0.0, 1.0, 24)
    return wave * PEAK / loudest(wave)


SOUNDS: dict[str, Callable[[], Wave]] = {
    "clap.flac": clap,
    "drum.flac": drum,
    "low-drum.flac": low_drum,
    "wood.flac": wood,
    "shaker.flac": shaker,
    "bell.flac": bell,
    "tick.flac": tick,
}
"""Each file, and what makes it."""


def main() -> None:
    """Write every sound beside this file."""
    import soundfile  # heavy, and only wanted when this runs

    for name, make in SOUNDS.items():
        path = Path(__file__).with_name(name)
        soundfile.write(path, to_16_bit(struck(make())), SAMPLERATE, subtype="PCM_16")


if __name__ == "__main__":
    main()
