"""What is measured of a change of pitch or speed: a voice, woodblocks, and what became of them."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

RATE = 48000
SECONDS = 10
_WORDS = (
    "Welcome to our sound club. Today we are going to record the playground, the kitchen and the old piano "
    "in the hall. Please hold the microphone still, and listen before you speak. Are you ready? Then begin."
)
_LOWEST, _HIGHEST = 65.0, 500.0
"""Hertz between which the voice is looked for; moved with the change."""
_OFF_CENTS = 50.0
_CHORD = (261.63, 329.63, 392.0)
_PARTIALS = 6
_BESIDE_HERTZ, _BESIDE_SHARE = 3.0, 2 ** (25 / 1200) - 1
"""Energy further from every partial than both of these, the second 25 cents, is beside it."""

Wave = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figures:
    """What one change did."""

    level_db: float
    off_percent: float
    """Frames voiced before and after that are more than 50 cents off."""
    lost_percent: float
    """Frames voiced before that are off or no longer voiced."""
    longer_frames: int
    """By how much it is longer than it should be."""
    spread_ms: float
    """Of the energy of a click in time: the mean standard deviation."""
    widest_ms: float
    """The same of the worst click."""
    haze_db: float
    """Energy of a chord that lies beside its partials, against all of it; lower is cleaner."""


def voice(height: int) -> Wave:
    """Ten seconds of espeak-ng, whose voices are 0 (the lowest) to 99 high."""
    import soxr

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "voice.wav")
        subprocess.run(
            ["espeak-ng", "-v", "en-gb", "-p", str(height), "-s", "150", "-w", str(path), _WORDS], check=True
        )
        import soundfile

        samples, rate = soundfile.read(path)
    spoken: Wave = np.resize(soxr.resample(samples, rate, RATE), RATE * SECONDS)
    return spoken


def woodblocks() -> tuple[Wave, list[int]]:
    """Ten seconds of clicks that die away in 6 ms, and where they begin."""
    times = np.arange(round(0.06 * RATE)) / RATE
    tones = np.sin(2 * np.pi * 1100 * times) + 0.5 * np.sin(2 * np.pi * 2730 * times)
    click = 0.4 * np.exp(-times / 0.006) * tones
    samples = np.zeros(RATE * SECONDS)
    places = [12000 + 24000 * number + 997 * number % 2400 for number in range(19)]
    for place in places:
        samples[place : place + len(click)] += click
    return samples, places


def chord() -> Wave:
    """Ten seconds of C, E and G, six partials each."""
    times = np.arange(RATE * SECONDS) / RATE
    tones = [(hertz * part, part) for hertz in _CHORD for part in range(1, _PARTIALS + 1)]
    wave: Wave = sum(np.sin(2 * np.pi * hertz * times + part) / part**1.5 for hertz, part in tones)
    return 0.15 * wave


class Judge:
    """Measures against one voice; pyin of librosa says how high it is."""

    def __init__(self, spoken: Wave) -> None:
        self.spoken = spoken
        self._hertz, self._voiced = _pitches(spoken, 1.0)
        self.clicks, self._places = woodblocks()
        self.chord = chord()

    def figures(self, spoken: Wave, clicks: Wave, chord: Wave, *, higher: float, longer: float) -> Figures:
        """Of what was made of the three; how much higher and longer they should be."""
        off, lost = self._off(spoken, higher, longer)
        spreads = [_spread(clicks, round(place * longer)) for place in self._places]
        return Figures(
            level_db=float(10 * np.log10(np.mean(spoken**2) / np.mean(self.spoken**2))),
            off_percent=off,
            lost_percent=lost,
            longer_frames=len(spoken) - int(len(self.spoken) * longer + 0.5),
            spread_ms=float(np.mean(spreads)),
            widest_ms=max(spreads),
            haze_db=_haze(chord, higher),
        )

    def _off(self, spoken: Wave, higher: float, longer: float) -> tuple[float, float]:
        hertz, voiced = _pitches(spoken, higher)
        before = np.flatnonzero(self._voiced)
        after = np.minimum(np.round(before * longer).astype(int), len(hertz) - 1)
        off = np.abs(1200 * np.log2(hertz[after] / (self._hertz[before] * higher))) > _OFF_CENTS
        still = voiced[after]
        return 100 * float(np.mean(off[still])), 100 * float(np.mean(off | ~still))


def _pitches(spoken: Wave, higher: float) -> tuple[Any, Any]:
    import librosa

    hertz, voiced, _ = librosa.pyin(
        spoken,
        sr=RATE,
        fmin=_LOWEST * higher,
        fmax=_HIGHEST * higher,
        frame_length=4096,
        hop_length=512,
        fill_na=None,
    )
    return hertz, voiced


def _spread(samples: Wave, place: int) -> float:
    """Milliseconds; of silence, where a click was lost, it is the width of what is looked at."""
    energies = samples[max(0, place - RATE // 10) : place + RATE * 15 // 100] ** 2
    if energies.sum() < 1e-9:
        return 1000 * len(energies) / RATE
    times = np.arange(len(energies)) / RATE * 1000
    middle = np.average(times, weights=energies)
    return float(np.sqrt(np.average((times - middle) ** 2, weights=energies)))


def _haze(samples: Wave, higher: float) -> float:
    middle = samples[len(samples) // 4 : len(samples) * 3 // 4]
    powers = np.abs(np.fft.rfft(middle * np.blackman(len(middle)))) ** 2
    hertz = np.fft.rfftfreq(len(middle), 1 / RATE)
    beside = np.ones(len(hertz), dtype=bool)
    for partial in (note * part * higher for note in _CHORD for part in range(1, _PARTIALS + 1)):
        beside &= np.abs(hertz - partial) > max(_BESIDE_HERTZ, partial * _BESIDE_SHARE)
    return float(10 * np.log10(powers[beside].sum() / powers.sum()))
