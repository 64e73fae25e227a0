"""Make the shipped sounds from numbers alone; running this file writes them beside it.

Each is as a pupil would have recorded it: a wait, the sound, a wait, in a room that is never quite quiet.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

Wave = npt.NDArray[np.float64]
"""One channel of samples, nominal range -1..1."""

SAMPLERATE = 48000
ROOM_RT60_SECONDS = 0.4


def times(seconds: float) -> Wave:
    """The time of each sample."""
    return np.arange(round(seconds * SAMPLERATE)) / SAMPLERATE


def curve(seconds: float, *points: tuple[float, float]) -> Wave:
    """A line through points of (second, value)."""
    return np.interp(times(seconds), [at for at, _ in points], [value for _, value in points])


def chance(seed: int) -> np.random.RandomState:
    """Random numbers that are the same in every NumPy: the old generator is frozen, the new one is not."""
    return np.random.RandomState(seed)


def tone(hertz: Wave) -> Wave:
    """A sine whose pitch follows a curve."""
    return np.sin(2 * np.pi * np.cumsum(hertz) / SAMPLERATE)


def loudest(wave: Wave) -> float:
    """The largest amplitude."""
    return float(np.max(np.abs(wave)))


def noise(seconds: float, low: float, high: float, *, seed: int, tilt: float = 0.0) -> Wave:
    """Noise between two frequencies with an RMS of 1; a tilt of 0.5 makes it pink."""
    count = round(seconds * SAMPLERATE)
    spectrum = np.fft.rfft(chance(seed).standard_normal(count))
    hertz = np.maximum(np.fft.rfftfreq(count, 1 / SAMPLERATE), 1.0)
    spectrum *= ((hertz >= low) & (hertz <= high)) / hertz**tilt
    wave: Wave = np.fft.irfft(spectrum, count)
    return wave / float(np.sqrt(np.mean(wave**2)))


def voice(pitch: Wave, formants: list[Wave], widths: list[float], *, tilt: float = 1.2) -> Wave:
    """Harmonics of a pitch, each as loud as the resonances of a throat let it be."""
    wave = np.zeros_like(pitch)
    for harmonic in range(1, int(9000 / float(np.max(pitch)))):
        hertz = harmonic * pitch
        loud = np.zeros_like(pitch)
        for formant, width, share in zip(formants, widths, (1.0, 0.6, 0.3), strict=True):
            loud += share / (1 + ((hertz - formant) / width) ** 2)
        wave += loud / harmonic ** (tilt - 1) * tone(hertz)
    return wave / loudest(wave)


def in_a_room(
    sound: Wave, *, before: float, after: float, peak_dbfs: float, room_dbfs: float, seed: int
) -> Wave:
    """The sound with its echo and the room's own noise, and a wait on either side; levels are of the take."""
    tail = times(ROOM_RT60_SECONDS)
    echo = noise(ROOM_RT60_SECONDS, 100, 6000, seed=seed) * 10 ** (-3 * tail / ROOM_RT60_SECONDS) * 0.008
    echo[: round(0.006 * SAMPLERATE)] = 0.0
    echo[0] = 1.0
    count = len(sound) + len(echo)
    wet = np.fft.irfft(np.fft.rfft(sound, count) * np.fft.rfft(echo, count), count)
    wet *= 10 ** (peak_dbfs / 20) / loudest(wet)
    wait = np.zeros(round(before * SAMPLERATE))
    take = np.concatenate([wait, wet, np.zeros(round(after * SAMPLERATE))])
    seconds = len(take) / SAMPLERATE
    hum = 0.3 * tone(np.full(len(take), 100.0)) + 0.1 * tone(np.full(len(take), 200.0))
    room = noise(seconds, 60, 16000, seed=seed + 1, tilt=0.5) + hum
    return take + room * 10 ** (room_dbfs / 20)


def hello() -> Wave:
    """“Hello, welcome”, said by a child; no room yet."""
    marks = [0.0, 0.1, 0.22, 0.3, 0.5, 0.62, 0.8, 0.88, 1.0, 1.08, 1.16, 1.24, 1.4, 1.5, 1.75]
    first = [600, 640, 640, 420, 600, 430, 360, 360, 640, 430, 430, 700, 740, 340, 300]
    second = [2100, 2150, 2100, 1350, 1150, 950, 850, 800, 2100, 1300, 1500, 1450, 1400, 1250, 1250]
    loud = [0.0, 0.5, 0.9, 0.6, 1.0, 0.5, 0.0, 0.4, 0.9, 0.5, 0.0, 0.0, 0.9, 0.4, 0.0]
    pitch = [250, 262, 275, 270, 262, 235, 225, 245, 275, 262, 250, 240, 230, 210, 195]
    seconds = marks[-1]
    tracks = [curve(seconds, *zip(marks, values, strict=True)) for values in (first, second, loud, pitch)]
    third = np.full_like(tracks[0], 3000.0)
    said = voice(tracks[3], [tracks[0], tracks[1], third], [110.0, 140.0, 220.0]) * tracks[2]
    breath = noise(seconds, 900, 6000, seed=11) * curve(
        seconds, (0, 0), (0.05, 0.05), (0.11, 0), (seconds, 0)
    )
    burst = noise(seconds, 1400, 4200, seed=12) * curve(seconds, (1.19, 0), (1.2, 0.16), (1.235, 0))
    return said + breath + burst


def speech() -> Wave:
    """“Hello, welcome”, too quietly, with a projector fan in the room."""
    return in_a_room(hello(), before=1.6, after=2.0, peak_dbfs=-31, room_dbfs=-66, seed=13)


def saucepan() -> Wave:
    """A saucepan with water, hit by a wooden spoon and tipped, so that its ring bends."""
    seconds = 3.2
    bend = 1 + curve(
        seconds, (0, 0), (0.15, 0), (0.5, -0.13), (1.0, 0.03), (1.6, -0.1), (2.4, 0.02), (seconds, 0)
    )
    wave = np.zeros_like(bend)
    modes = [
        (412, 1.0, 2.7),
        (871, 0.8, 2.2),
        (1049, 0.45, 1.7),
        (1702, 0.5, 1.2),
        (2740, 0.3, 0.7),
        (4010, 0.2, 0.3),
    ]
    for hertz, loud, ring in modes:
        # Two of each: a pan is not quite round, and beats.
        for detune in (0.9985, 1.0015):
            wave += loud * tone(hertz * detune * bend) * 10 ** (-3 * times(seconds) / ring)
    knock = noise(seconds, 150, 2500, seed=21) * 10 ** (-3 * times(seconds) / 0.04)
    splash = noise(seconds, 500, 3000, seed=22) * curve(seconds, (0.5, 0), (0.8, 0.03), (1.2, 0.01), (2.2, 0))
    return in_a_room(
        wave + 0.8 * knock + splash, before=1.3, after=1.1, peak_dbfs=-14, room_dbfs=-66, seed=23
    )


def recorder() -> Wave:
    """Hot Cross Buns (traditional) on a descant recorder, with breath in the notes."""
    b, a, g = 987.8, 880.0, 784.0
    line = [(b, 1), (a, 1), (g, 2)]
    tune = [*line, *line, *[(g, 0.5)] * 4, *[(a, 0.5)] * 4, *line]
    drift = chance(31)
    notes = [_blown(hertz * (1 + 0.004 * drift.uniform(-1, 1)), beats * 0.46) for hertz, beats in tune]
    wave = np.concatenate(notes)
    breath = noise(len(wave) / SAMPLERATE, 600, 7000, seed=32, tilt=0.3)
    blowing = np.concatenate([_blowing(beats * 0.46) for _, beats in tune])
    return in_a_room(
        wave + 0.02 * breath * blowing, before=1.2, after=1.4, peak_dbfs=-19, room_dbfs=-65, seed=33
    )


def _blown(hertz: float, seconds: float) -> Wave:
    pitch = hertz * curve(seconds, (0, 0.985), (0.05, 1), (seconds - 0.05, 1), (seconds, 0.99))
    wave = tone(pitch) + 0.12 * tone(2 * pitch) + 0.2 * tone(3 * pitch) + 0.04 * tone(5 * pitch)
    return wave * _blowing(seconds)


def _blowing(seconds: float) -> Wave:
    return curve(
        seconds, (0, 0), (0.03, 0.9), (0.1, 1), (seconds - 0.08, 0.85), (seconds - 0.02, 0), (seconds, 0)
    )


def slinky() -> Wave:
    """A stretched slinky, tapped: high notes run ahead of low ones, and it sounds like a laser."""
    seconds = 1.5
    wave = np.zeros(round(seconds * SAMPLERATE))
    for echo, (start, loud) in enumerate([(0.0, 1.0), (0.28, 0.5), (0.6, 0.25)]):
        since = np.maximum(times(seconds) - start, 0.0)
        stretch = 0.05 * (1 + 0.8 * echo)  # the longer it ran, the further apart the notes
        hertz = 180 + 8500 / (1 + since / stretch) ** 2
        fade = curve(seconds, (start, 0), (start + 0.002, 1), (start + 0.25, 0.3), (start + 0.85, 0))
        wave += loud * fade * (tone(hertz) + 0.4 * tone(1.5 * hertz))
    return in_a_room(wave, before=1.1, after=1.2, peak_dbfs=-9, room_dbfs=-64, seed=41)


def cow() -> Wave:
    """A cow, or a child being one: lips shut, open, shut."""
    seconds = 1.7
    pitch = curve(seconds, (0, 128), (0.3, 150), (0.9, 165), (1.4, 140), (seconds, 105))
    pitch = pitch * (1 + 0.01 * tone(np.full_like(pitch, 6.0)))
    first = curve(seconds, (0, 240), (0.3, 260), (0.6, 480), (1.2, 430), (seconds, 260))
    second = curve(seconds, (0, 900), (0.3, 750), (0.7, 820), (1.3, 720), (seconds, 650))
    mooed = voice(pitch, [first, second, np.full_like(first, 2300.0)], [90.0, 120.0, 250.0])
    shape = curve(seconds, (0, 0), (0.08, 0.35), (0.3, 0.45), (0.6, 1), (1.2, 0.9), (1.55, 0.3), (seconds, 0))
    return in_a_room(mooed * shape, before=0.9, after=1.0, peak_dbfs=-11, room_dbfs=-63, seed=51)


def rain() -> Wave:
    """Grains of rice let fall into a tray: a shower that grows and passes."""
    seconds = 4.0
    wave = np.zeros(round(seconds * SAMPLERATE))
    dice = chance(61)
    for grains in range(900):
        at = dice.beta(2.6, 3.0) * (seconds - 0.1)
        hertz, loud, ring = dice.uniform(900, 5200), dice.uniform(0.05, 1.0) ** 2, dice.uniform(0.006, 0.03)
        grain = loud * np.sin(2 * np.pi * hertz * times(ring * 2)) * 10 ** (-3 * times(ring * 2) / ring)
        start = int(at * SAMPLERATE)
        # Every other one upside down, or their sum would be off centre.
        wave[start : start + len(grain)] += grain * (-1) ** grains
    return in_a_room(wave, before=1.0, after=1.2, peak_dbfs=-10, room_dbfs=-64, seed=62)


SOUNDS: dict[str, Callable[[], Wave]] = {
    "speech-in-a-noisy-room.flac": speech,
    "saucepan-with-water.flac": saucepan,
    "recorder-tune.flac": recorder,
    "slinky-laser.flac": slinky,
    "cow.flac": cow,
    "rain-in-a-tray.flac": rain,
}
"""Each shipped file, and what makes it."""


def to_16_bit(wave: Wave) -> npt.NDArray[np.int16]:
    """The samples as they are stored."""
    return np.rint(np.clip(wave, -1.0, 1.0) * 32767).astype(np.int16)


def main() -> None:
    """Write every sound beside this file."""
    import soundfile  # heavy, and only wanted when this runs

    for name, make in SOUNDS.items():
        soundfile.write(Path(__file__).with_name(name), to_16_bit(make()), SAMPLERATE, subtype="PCM_16")


if __name__ == "__main__":
    main()
