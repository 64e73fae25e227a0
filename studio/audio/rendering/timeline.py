"""A recipe's steps as pieces of a sound, joined in order: which frames, which way round, how loud.

There are no samples in here. A ramp is kept in the frames of the sound that its piece is taken from,
so later cuts and reversals carry it along unchanged.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.recipe import RecipeFault, Step
from studio.audio.rendering.ramp import Ramp
from studio.audio.units import db_to_amplitude, seconds_to_frames


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of frames of a sound, `start` to `stop` (half-open), or as much silence."""

    start: int
    stop: int
    backwards: bool = False
    silent: bool = False
    ramps: tuple[Ramp, ...] = ()

    @property
    def length(self) -> int:
        """In frames."""
        return self.stop - self.start

    def part(self, first: int, last: int) -> "Piece":
        """What is heard from its frame `first` to `last` (half-open)."""
        if self.backwards:
            return replace(self, start=self.stop - last, stop=self.stop - first)
        return replace(self, start=self.start + first, stop=self.start + last)

    def with_ramp(self, zero: int, frames: int, shape: int = 0) -> "Piece":
        """With one more ramp: nothing at frame `zero` as heard (it may lie outside), full after `frames`."""
        if self.silent:
            return self
        where = (self.stop - 1 - zero, -frames) if self.backwards else (self.start + zero, frames)
        return replace(self, ramps=(*self.ramps, Ramp(*where, shape)))

    def reversed(self) -> "Piece":
        """The other way round."""
        return self if self.silent else replace(self, backwards=not self.backwards)

    def goes_on_as(self, following: "Piece") -> bool:
        """Whether the next piece begins just where this one ends, so that nothing is heard between them."""
        if self.silent or following.silent or self.backwards != following.backwards:
            return self.silent and following.silent
        return self.start == following.stop if self.backwards else self.stop == following.start

    def gains(self) -> Samples:
        """The product of its ramps for each frame as heard."""
        gains = np.ones(self.length)
        for ramp in self.ramps:
            gains *= ramp.gains(self.start, self.stop)
        return gains[::-1] if self.backwards else gains


@dataclass(frozen=True, slots=True)
class Timeline:
    """Pieces in the order they are heard, and the gain of the whole."""

    pieces: tuple[Piece, ...]
    base: float = 1.0
    """Gain set by `normalise`, an amplitude."""
    decibels: float = 0.0
    """Gain added since; kept in dB so that taking 3 dB off after adding 3 dB is exactly nothing."""
    stops: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where each piece ends."""

    def __post_init__(self) -> None:
        pieces = tuple(piece for piece in self.pieces if piece.length)
        object.__setattr__(self, "pieces", pieces)
        object.__setattr__(self, "stops", tuple(accumulate(piece.length for piece in pieces)))

    @classmethod
    def of(cls, length: int) -> "Timeline":
        """A whole sound of so many frames, as it is."""
        return cls((Piece(0, length),))

    @property
    def length(self) -> int:
        """In frames."""
        return self.stops[-1] if self.stops else 0

    @property
    def gain(self) -> float:
        """Gain of the whole, an amplitude."""
        return self.base * db_to_amplitude(self.decibels)

    def parts(self, start: int, stop: int) -> Iterator[Piece]:
        """The pieces that are heard from frame `start` to `stop`, cut to fit."""
        index = bisect_right(self.stops, start)
        while start < stop:
            piece = self.pieces[index]
            begin = self.stops[index] - piece.length
            end = min(stop, self.stops[index])
            yield piece if end - start == piece.length else piece.part(start - begin, end - begin)
            start, index = end, index + 1

    def kept(self, start: int, stop: int) -> "Timeline":
        """Only `start` to `stop`."""
        return replace(self, pieces=tuple(self.parts(start, stop)))

    def replaced(self, start: int, stop: int, *pieces: Piece) -> "Timeline":
        """With these pieces instead of what is heard from `start` to `stop`."""
        before, after = self.parts(0, start), self.parts(stop, self.length)
        return replace(self, pieces=(*before, *pieces, *after))

    def ramped(self, start: int, stop: int, zero: int, frames: int, shape: int = 0) -> "Timeline":
        """With a ramp over `start` to `stop` that is nothing at frame `zero` and full after `frames`."""
        ramped = []
        for piece in self.parts(start, stop):
            ramped.append(piece.with_ramp(zero - start, frames, shape))
            start += piece.length
        return self.replaced(stop - sum(piece.length for piece in ramped), stop, *ramped)

    def faded_in(self, frames: int, shape: int = 0) -> "Timeline":
        """Frame i of the first ones gets the gain i / frames, or what the shape makes of that."""
        frames = min(frames, self.length)
        return self.ramped(0, frames, 0, frames, shape)

    def faded_out(self, frames: int, shape: int = 0) -> "Timeline":
        """The same from the end: the last frame becomes nothing."""
        frames = min(frames, self.length)
        return self.ramped(self.length - frames, self.length, self.length - 1, -frames, shape)

    def reversed(self) -> "Timeline":
        """The other way round."""
        return replace(self, pieces=tuple(piece.reversed() for piece in reversed(self.pieces)))


def do(timeline: Timeline, step: Step, samplerate: int) -> Timeline:
    """Do one step of `TIMELINE_STEPS`.

    Raises
    ------
    RecipeFault
        If nothing would be left of the sound.
    """
    return TIMELINE_STEPS[step.name](timeline, step.values, samplerate)


def _range(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> tuple[int, int]:
    """Start and stop in frames, kept inside the sound; what is not given is its start or its end."""
    start = seconds_to_frames(values[0], samplerate) if values else 0
    stop = seconds_to_frames(values[1], samplerate) if len(values) > 1 else timeline.length
    return min(start, timeline.length), min(max(start, stop), timeline.length)


def _trim(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    start, stop = _range(timeline, values, samplerate)
    if start >= timeline.length:
        raise RecipeFault(
            f"“trim” starts at {values[0]:g} s, but the sound lasts {timeline.length / samplerate:.2f} s.",
            "Choose an earlier start.",
        )
    return _something(timeline.kept(start, stop), "trim")


def _cut(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    return _something(timeline.replaced(*_range(timeline, values, samplerate)), "cut")


def _silence(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    start, stop = _range(timeline, values, samplerate)
    return timeline.replaced(start, stop, Piece(0, stop - start, silent=True))


def _pause(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    at = min(seconds_to_frames(values[0], samplerate), timeline.length)
    return timeline.replaced(at, at, Piece(0, seconds_to_frames(values[1], samplerate), silent=True))


def _fade_in(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    return timeline.faded_in(seconds_to_frames(values[0], samplerate), *map(int, values[1:]))


def _fade_out(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    return timeline.faded_out(seconds_to_frames(values[0], samplerate), *map(int, values[1:]))


def _gain(timeline: Timeline, values: tuple[float, ...], samplerate: int) -> Timeline:
    return replace(timeline, decibels=timeline.decibels + values[0])


def _something(timeline: Timeline, step: str) -> Timeline:
    if not timeline.length:
        raise RecipeFault(f"“{step}” would leave nothing of the sound.", "Keep at least a moment of it.")
    return timeline


TIMELINE_STEPS: dict[str, Callable[[Timeline, tuple[float, ...], int], Timeline]] = {
    "trim": _trim,
    "cut": _cut,
    "silence": _silence,
    "pause": _pause,
    "fade-in": _fade_in,
    "fade-out": _fade_out,
    "gain": _gain,
    "reverse": lambda timeline, values, rate: timeline.reversed(),
}
"""The steps that only arrange and weigh frames: timeline, values and samplerate -> the timeline after."""
