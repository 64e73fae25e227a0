"""Sounds to be made higher or slower, and what is looked at in them."""

import numpy as np

from studio.audio.rendering.effects.pitch import pitch, speed, tape

RATE = 16000
CHANGES = {"pitch": pitch, "speed": speed, "tape": tape}


def voice(seconds, rate=RATE, hertz=140.0):
    """A hummed note with all its overtones, a little out of breath, that comes and goes."""
    times = np.arange(round(seconds * rate)) / rate
    turns = hertz * times + 2 * np.sin(2 * np.pi * 0.7 * times)
    wave = sum(np.sin(2 * np.pi * part * turns) / part for part in range(1, 9))
    return (0.2 * wave * (0.6 + 0.4 * np.sin(2 * np.pi * 1.3 * times)))[:, None]


def clicks(seconds, rate=RATE, every=0.31):
    """Woodblocks, and where they are."""
    times = np.arange(round(0.05 * rate)) / rate
    click = 0.5 * np.exp(-times / 0.006) * np.sin(2 * np.pi * 1100 * times)
    samples = np.zeros((round(seconds * rate), 1))
    places = np.arange(round(0.2 * rate), len(samples) - 2 * len(click), round(every * rate))
    for place in places:
        samples[place : place + len(click), 0] += click
    return samples, places


def whole(stage):
    return stage.read(0, stage.length)


def hertz_of(samples, rate=RATE):
    """The strongest tone, by a parabola through the highest point of its spectrum."""
    powers = np.log(np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)))) + 1e-12)
    top = int(np.argmax(powers))
    left, middle, right = powers[top - 1 : top + 2]
    return (top + (left - right) / (2 * (left - 2 * middle + right))) * rate / len(samples)


def level(samples):
    return 10 * np.log10(np.mean(np.square(samples)))


def starts_of(made, samples):
    loud = np.flatnonzero(np.abs(made[:, 0]) > 0.2 * np.abs(samples).max())
    return loud[np.r_[True, np.diff(loud) > 0.012 * RATE]]
