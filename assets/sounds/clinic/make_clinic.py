"""Make the six broken recordings of the edit clinic: `python -m assets.sounds.clinic.make_clinic`.

Each has one fault, made from numbers alone like the sounds one folder up. What it is stands in clinic.toml.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from assets.sounds.make_sounds import (
    SAMPLERATE,
    Wave,
    chance,
    curve,
    hello,
    in_a_room,
    loudest,
    noise,
    times,
    to_16_bit,
    tone,
)

ROOM_DBFS = -70.0


def long_waits() -> Wave:
    """Three notes on glasses, with a long wait before and a longer one after."""
    notes = [glass(hertz, 1.4) for hertz in (880.0, 988.0, 1319.0)]
    return in_a_room(in_turn(notes, 0.45), before=3.0, after=5.6, peak_dbfs=-9, room_dbfs=ROOM_DBFS, seed=101)


def far_too_quiet() -> Wave:
    """Four plucked strings from across the room."""
    notes = [plucked(hertz, 1.2, seed) for seed, hertz in enumerate((392.0, 262.0, 330.0, 440.0), start=110)]
    take = in_a_room(in_turn(notes, 0.4), before=0.8, after=0.9, peak_dbfs=-36, room_dbfs=ROOM_DBFS, seed=111)
    return take * 10 ** (-36 / 20) / loudest(take)


def crackly() -> Wave:
    """Somebody speaks far too loudly into the microphone, so that the tops of the waves are cut off."""
    take = in_a_room(hello(), before=0.7, after=0.8, peak_dbfs=-1, room_dbfs=-64, seed=121)
    # Four times too loud for the input, whose highest value is full scale.
    return np.clip(take * 4, -1.0, 1.0)


def bumped() -> Wave:
    """A tin is tapped, after the click of a key and before the scrape of a chair."""
    taps = in_turn([tin(), tin(), tin()], 0.3)
    take = in_a_room(taps, before=1.3, after=2.1, peak_dbfs=-10, room_dbfs=ROOM_DBFS, seed=131)
    for at, sound in ((0.12, key_click()), (len(take) / SAMPLERATE - 1.0, chair())):
        start = round(at * SAMPLERATE)
        take[start : start + len(sound)] += sound
    return take


def beside_a_fan() -> Wave:
    """Somebody speaks beside a machine with a fan: it hums, and it blows."""
    take = in_a_room(hello(), before=1.1, after=1.1, peak_dbfs=-11, room_dbfs=ROOM_DBFS, seed=141)
    seconds = len(take) / SAMPLERATE
    hum = np.zeros_like(take)
    for hertz, loud in ((100.0, 1.0), (200.0, 0.5), (300.0, 0.25)):
        hum += loud * tone(np.full(len(take), hertz))
    blowing = noise(seconds, 80, 4000, seed=142, tilt=0.5)
    return take + 0.022 * hum + 0.016 * blowing


def drowned() -> Wave:
    """Somebody speaks in a room in which everybody speaks."""
    voice, wait = hello(), np.zeros(round(0.9 * SAMPLERATE))
    said = np.concatenate([wait, voice, wait])
    crowd = babble(len(said))
    inside = slice(len(wait), len(wait) + len(voice))
    ratio = np.sqrt(np.mean(voice**2) / np.mean(crowd[inside] ** 2))
    mixed = said + 2.0 * ratio * crowd  # the crowd is 6 dB above the voice
    return in_a_room(mixed, before=0.1, after=0.0, peak_dbfs=-6, room_dbfs=ROOM_DBFS, seed=151)


def in_turn(notes: list[Wave], apart: float) -> Wave:
    """Notes that begin so many seconds apart and ring on into each other."""
    step = round(apart * SAMPLERATE)
    wave = np.zeros(step * (len(notes) - 1) + max(map(len, notes)))
    for number, note in enumerate(notes):
        wave[number * step : number * step + len(note)] += note
    return wave


def glass(hertz: float, seconds: float) -> Wave:
    """A drinking glass, tapped with a pencil."""
    time = times(seconds)
    wave = np.zeros_like(time)
    for above, loud, ring in ((1.0, 1.0, 1.1), (2.32, 0.5, 0.6), (4.25, 0.25, 0.3)):
        wave += loud * np.sin(2 * np.pi * hertz * above * time) * 10 ** (-3 * time / ring)
    return wave * np.minimum(time / 0.002, 1.0)


def plucked(hertz: float, seconds: float, seed: int) -> Wave:
    """A string: the higher a partial, the sooner it is gone."""
    time, dice = times(seconds), chance(seed)
    wave = np.zeros_like(time)
    for number in range(1, 13):
        loud = np.sin(np.pi * number * 0.19) / number**1.3
        swing = np.sin(2 * np.pi * hertz * number * time + dice.uniform(0, 6.28))
        wave += loud * swing * 10 ** (-1.1 * number**0.6 * time)
    return wave * np.minimum(time / 0.003, 1.0)


def tin() -> Wave:
    """An empty tin, tapped."""
    time = times(0.5)
    wave = 0.6 * noise(0.5, 300, 5000, seed=132) * 10 ** (-3 * time / 0.03)
    for hertz, loud, ring in ((640.0, 1.0, 0.3), (1430.0, 0.7, 0.22), (2890.0, 0.4, 0.15)):
        wave += loud * np.sin(2 * np.pi * hertz * time) * 10 ** (-3 * time / ring)
    return wave * np.minimum(time / 0.001, 1.0)


def key_click() -> Wave:
    """The key that started the recording, down and up again, felt through the table."""
    time = times(0.16)
    down = noise(0.16, 200, 9000, seed=133) * 10 ** (-3 * time / 0.02)
    up = np.roll(down, round(0.09 * SAMPLERATE)) * (time >= 0.09)
    thud = np.sin(2 * np.pi * 95 * time) * 10 ** (-3 * time / 0.08)
    return 0.05 * down + 0.03 * up + 0.09 * thud


def chair() -> Wave:
    """A chair that is pushed back: it sticks and slips."""
    seconds = 0.7
    jerks = 0.5 + 0.5 * np.sign(tone(curve(seconds, (0, 24), (seconds, 55))))
    shape = curve(seconds, (0, 0), (0.06, 1), (0.5, 0.8), (seconds, 0))
    creak = tone(curve(seconds, (0, 310), (0.4, 380), (seconds, 290)))
    return (0.035 * noise(seconds, 150, 3500, seed=134, tilt=0.3) + 0.03 * creak) * jerks * shape


def babble(length: int) -> Wave:
    """Many voices at once; they speak backwards, so that no word of theirs stands out."""
    dice = chance(152)
    wave = np.zeros(length)
    voice = hello()[::-1]
    for _ in range(24):
        speed, start = dice.uniform(0.7, 1.35), int(dice.uniform(-0.8, 1.0) * length)
        heard = np.interp(np.arange(0, len(voice) - 1, speed), np.arange(len(voice)), voice)
        first, last = max(start, 0), min(start + len(heard), length)
        if first < last:
            wave[first:last] += heard[first - start : last - start]
    return wave + 0.3 * np.roll(wave, round(0.31 * SAMPLERATE))


SOUNDS: dict[str, Callable[[], Wave]] = {
    "long-waits.flac": long_waits,
    "far-too-quiet.flac": far_too_quiet,
    "crackly.flac": crackly,
    "bumped.flac": bumped,
    "beside-a-fan.flac": beside_a_fan,
    "drowned.flac": drowned,
}
"""Each patient of the clinic, and what makes it."""


def main() -> None:
    """Write every sound beside this file."""
    import soundfile  # heavy, and only wanted when this runs

    for name, make in SOUNDS.items():
        soundfile.write(Path(__file__).with_name(name), to_16_bit(make()), SAMPLERATE, subtype="PCM_16")


if __name__ == "__main__":
    main()
