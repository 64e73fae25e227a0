"""Pins: the places of a stretched sound that are heard at one certain moment, and as they are."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from studio.audio.rendering.effects.around import around
from studio.audio.rendering.effects.attacks import BINS_A_SECOND, Wave, bins_around, landmarks
from studio.audio.rendering.stage import Stage
from studio.audio.source import spans

_LEAD_SECONDS = 0.0015
"""An attack is pinned from so long before it."""


@dataclass(frozen=True, slots=True)
class _Grain:
    """How finely a sound is taken apart."""

    hop_seconds: float
    keep_seconds: float
    """An attack is pinned until so long after it, and what follows is not taken from before that."""


_LONGER = _Grain(hop_seconds=0.008, keep_seconds=0.014)
"""Where a sound gets longer: a second hit would be heard."""
_SHORTER = _Grain(hop_seconds=0.006, keep_seconds=0.001)
"""Where it gets shorter (often to be run slower again): what rings on should be left soon."""

_SPACING_SECONDS = 0.05
_WINDOW_SECONDS = 4.0
"""Of the longer of the two sounds."""
_WINDOWS_AT_MOST = 6
"""In one of so many windows a place to start is taken even if none is good."""
_READ_FRAMES = 1 << 16
_NEXT_CHANNEL = 0.7
"""Each channel counts so much of the one before it: two that cancel each other are still heard."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Frame `place` of the sound before is heard at `at`; the pieces `first` to `last` (included) lie so."""

    place: int
    at: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pins:
    """Those of one window, in order."""

    all: tuple[Pin, ...]
    start: Pin | None
    """The one from which the course can be taken up, if there is a good one."""


class PinBoard:
    """The pins of a stretched sound, looked for window by window of the sound before.

    Parameters
    ----------
    upstream : the sound before
    length : of the stretched sound, in frames

    Piece number n of the stretched sound is heard from frame `(n - 1) * hop`, for two hops.
    """

    def __init__(self, upstream: Stage, length: int) -> None:
        rate = upstream.samplerate
        self.upstream = upstream
        self.length = length
        self.ratio = Fraction(length, max(1, upstream.length))
        grain = _LONGER if self.ratio > 1 else _SHORTER
        self.hop = max(2, round(grain.hop_seconds * rate))
        self.keep = round(grain.keep_seconds * rate)
        """Frames after an attack that are heard as they are."""
        self._lead = round(_LEAD_SECONDS * rate)
        self._bin = max(1, rate // BINS_A_SECOND)
        zone = int((self._lead + self.keep + 3 * self.hop) / self.ratio)
        apart = _SPACING_SECONDS / max(1.0, float(self.ratio))
        self._spacing = max(round(apart * BINS_A_SECOND), zone // self._bin + 1)
        bins = round(_WINDOW_SECONDS * BINS_A_SECOND / max(1.0, float(self.ratio)))
        self.window = self._bin * max(bins, 4 * self._spacing)
        """Frames of the sound before that are searched together."""
        self.windows = max(1, -(-upstream.length // self.window))
        self.end = Pin(upstream.length, length, length // self.hop, -(-length // self.hop))
        """The end of the sound; no other pin is so late."""
        # Some hundred bytes for each few seconds; a thread that is too late only finds the same once more.
        self._known: dict[int, Pins] = {}

    def pins(self, window: int) -> Pins:
        """Those of one window; the first of the first is the start of the sound."""
        known = self._known.get(window)
        if known is None:
            known = self._known[window] = self._look(window)
        return known

    def _look(self, window: int) -> Pins:
        start = window * self.window
        edge = bins_around(self._spacing) * self._bin
        wave = heard_as_one(self.upstream, start - edge - 1, start + self.window + edge)
        found = landmarks(wave, self._bin, self._spacing)
        attacks = [self._pin(start + bin_ * self._bin) for bin_ in found.attacks]
        inside = tuple(pin for pin in attacks if pin.first > 1 and pin.last < self.end.first)
        if window == 0:
            begin = Pin(0, 0, 0, 1)
            return Pins((begin, *inside), begin)
        if inside:
            return Pins(inside, inside[0])
        quiet = self._pin(start + found.quietest * self._bin)
        if quiet.last < self.end.first and (found.is_quiet or window % _WINDOWS_AT_MOST == 0):
            return Pins((quiet,), quiet)
        return Pins((), None)

    def _pin(self, place: int) -> Pin:
        at = round(place * self.ratio)
        return Pin(place, at, (at - self._lead) // self.hop, -(-(at + self.keep) // self.hop))


def heard_as_one(stage: Stage, start: int, stop: int) -> Wave:
    """All channels of frames `start` to `stop` as one; outside the sound it is silent."""
    wave = np.empty(stop - start, dtype=np.float32)
    weights = _NEXT_CHANNEL ** np.arange(stage.channels)
    for first, last in spans(start, stop, _READ_FRAMES):
        frames = around(stage, first, last)
        wave[first - start : last - start] = frames[:, 0] if stage.channels == 1 else frames @ weights
    return wave
