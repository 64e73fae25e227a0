"""Recipes done the plain way: whole arrays of float64, one step after another."""

from itertools import pairwise

import numpy as np

from studio.audio.recipe import Recipe
from studio.audio.rendering.limiter import Limiter
from studio.audio.rendering.stage import Stage

MICRO_SECONDS = 0.002
CLICK = 2.0**-12


class ArrayStage(Stage):
    """An array as the first stage; remembers what was read."""

    def __init__(self, samples, samplerate):
        super().__init__(samplerate, samples.shape[1], len(samples))
        self.samples = samples
        self.reads = []

    def read(self, start, stop):
        assert 0 <= start <= stop <= self.length
        self.reads.append((start, stop))
        return self.samples[start:stop].copy()


class Sheet:
    """Samples, and for every frame where it came from (-1: silence) and which way it was going."""

    def __init__(self, samples):
        self.samples = samples.astype(np.float64)
        self.length = len(samples)
        self.origin = np.arange(self.length)
        self.way = np.ones(self.length, dtype=int)
        self.decibels = 0.0
        self.base = 1.0

    def pick(self, index):
        self.samples, self.origin, self.way = self.samples[index], self.origin[index], self.way[index]

    def put_silence(self, at, frames):
        self.samples = np.insert(self.samples, [at] * frames, 0.0, axis=0)
        self.origin = np.insert(self.origin, [at] * frames, -1)
        self.way = np.insert(self.way, [at] * frames, 1)

    @property
    def gain(self):
        return self.base * 10 ** (self.decibels / 20)

    def result(self, samplerate):
        """The samples with their gain, and 2 ms fades where the wave jumps."""
        samples = self.samples * self.gain
        n = len(samples)
        joins = [0] + [i for i in range(1, n) if not self.goes_on(i)] + [n]
        ramps = np.ones(n)
        for start, stop in pairwise(joins):
            frames = min(int(MICRO_SECONDS * samplerate + 0.5), (stop - start) // 2)
            if stop == start or self.origin[start] < 0 or not frames:
                continue
            line = np.arange(frames) / frames
            before = samples[start - 1] if start else 0.0
            after = samples[stop] if stop < n else 0.0
            natural = self.origin[start] == (0 if self.way[start] > 0 else self.length - 1)
            if np.abs(samples[start] - before).max() > CLICK and not natural:
                ramps[start : start + frames] *= line
            natural = self.origin[stop - 1] == (self.length - 1 if self.way[stop - 1] > 0 else 0)
            if np.abs(samples[stop - 1] - after).max() > CLICK and not natural:
                ramps[stop - frames : stop] *= line[::-1]
        return samples * ramps[:, None]

    def goes_on(self, i):
        if self.origin[i] < 0 or self.origin[i - 1] < 0:
            return self.origin[i] < 0 and self.origin[i - 1] < 0
        return self.way[i] == self.way[i - 1] and self.origin[i] == self.origin[i - 1] + self.way[i]


def do_plainly(samples, samplerate, recipe: Recipe):
    """The recipe's result as float64; `None` when nothing is left."""
    sheet = Sheet(samples)
    for step in recipe.steps:
        if step.name == "limit":
            result = sheet.result(samplerate)
            limiter = Limiter(ArrayStage(result, samplerate), *step.values)
            sheet = Sheet(limiter.read(0, len(result)))
        elif not _do(sheet, step.name, step.values, samplerate):
            return None
    return sheet.result(samplerate)


def _do(sheet, name, values, samplerate):
    n = len(sheet.samples)
    frames = [int(np.floor(value * samplerate + 0.5)) for value in values]
    start = min(frames[0], n) if frames else 0
    stop = max(start, min(frames[1], n)) if len(frames) > 1 else n
    if name == "trim":
        sheet.pick(slice(start, stop))
        return stop > start
    if name == "cut":
        sheet.pick(np.r_[0:start, stop:n])
        return len(sheet.samples) > 0
    if name == "silence":
        sheet.pick(np.r_[0:start, stop:n])
        sheet.put_silence(start, stop - start)
    elif name == "pause":
        sheet.put_silence(start, frames[1])
    elif name == "fade-in":
        sheet.samples[:start] *= _fade(start, values)[:, None]
    elif name == "fade-out":
        sheet.samples[n - start :] *= _fade(start, values)[::-1, None]
    elif name == "reverse":
        sheet.pick(slice(None, None, -1))
        sheet.way = np.where(sheet.origin < 0, 1, -sheet.way)
    elif name == "gain":
        sheet.decibels += values[0]
    elif name == "normalise":
        peak = np.abs(sheet.samples).max(initial=0.0)
        if peak:
            sheet.base, sheet.decibels = 10 ** (values[0] / 20) / peak, 0.0
    return True


def _fade(frames, values):
    line = np.arange(frames) / max(frames, 1)
    shape = values[1] if len(values) > 1 else 0
    return [line, np.sin(np.pi / 2 * line) ** 2, line**2][int(shape)]
