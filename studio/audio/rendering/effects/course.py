"""The course of a stretched sound: from which place of the sound before each piece of it is taken.

Waveform-similarity overlap-add (W. Verhelst and M. Roelands, ICASSP 1993): a stretched sound is pieces of
the sound before, at a steady hop, each heard over the end of the one before it. Each is taken from near
where it should be, at the place that goes on most like the piece before would have gone on. So a voice
keeps its pitch, and a note its wave.

Here, besides, attacks are pinned, so that each is heard once, in time and whole; and from some of the
pins, a few seconds apart, the course is taken up without what came before. So any part of an hour can be
worked out alone, and always comes out the same.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from studio.audio.rendering.effects.likeness import REACH_SECONDS, Likeness
from studio.audio.rendering.effects.pins import Pin, PinBoard, heard_as_one
from studio.audio.rendering.stage import Stage

PARTS = 4
"""Pieces may begin between two frames: to the whole frame, high notes would be rough."""

Places = npt.NDArray[np.int64]


class Course:
    """Where the pieces of a stretched sound come from.

    Parameters
    ----------
    upstream : the sound before
    length : of the stretched sound, in frames

    Piece number n is heard from frame `(n - 1) * hop`, for two hops.
    """

    def __init__(self, upstream: Stage, length: int) -> None:
        self._upstream = upstream
        self._board = PinBoard(upstream, length)
        self.hop = self._board.hop
        # Eight bytes for each 8 ms; a thread that is too late only finds the same once more.
        self._legs: dict[int, Places] = {}

    def places(self, first: int, last: int) -> Places:
        """Where in the sound before the pieces `first` to `last` (included) begin, in `PARTS` of a frame."""
        parts = []
        while first <= last:
            window, start = self._leg_of(first)
            leg = self._legs.get(window)
            if leg is None:
                leg = self._legs[window] = self._follow(window)
            parts.append(leg[first - start : last + 1 - start])
            first += len(parts[-1])
        return np.concatenate(parts)

    def _leg_of(self, piece: int) -> tuple[int, int]:
        """The window where the leg with a piece begins, and the first piece of the leg."""
        window = int(piece * self.hop / self._board.ratio) // self._board.window
        window = min(window + 1, self._board.windows - 1)
        while True:
            start = self._board.pins(window).start
            if start is not None and start.first <= piece:
                return window, start.first
            window -= 1

    def _pins_of_leg(self, window: int) -> list[Pin]:
        """Those from the start of the leg up to the start of the next, or to the end of the sound."""
        start = self._board.pins(window).start
        if start is None:
            raise ValueError(f"no leg begins in window {window}")
        pins = [pin for pin in self._board.pins(window).all if pin.first >= start.first]
        for later in range(window + 1, self._board.windows):
            found = self._board.pins(later)
            if found.start is not None:
                return [*pins, *(pin for pin in found.all if pin.first <= found.start.first)]
            pins += found.all
        end = self._board.end
        return [*pins, replace(end, first=max(end.first, pins[-1].last + 1))]

    def _follow(self, window: int) -> Places:
        """The places of the leg that begins in a window."""
        pins = self._pins_of_leg(window)
        rate = self._upstream.samplerate
        margin = round(REACH_SECONDS * rate) + 4 * self.hop
        begin = pins[0].place - margin
        wave = heard_as_one(self._upstream, begin, pins[-1].place + margin)
        likeness = Likeness(wave, rate, 2 * self.hop)
        first = pins[0].first
        places = self._nominal(first, pins[-1].last + 1)
        for before, after in pairwise(pins):
            for pin in (before, after):
                pinned = np.arange(pin.first, pin.last + 1)
                places[pinned - first] = PARTS * (pin.place - pin.at + (pinned - 1) * self.hop)
            bounds = before.place + self._board.keep - begin, after.place - 2 * self.hop - begin
            place, owed = int(places[before.last - first]), 0.0
            for piece in range(before.last + 1, after.first):
                like, rest = divmod(place + PARTS * (self.hop - begin), PARTS)
                near = int(places[piece - first]) // PARTS - begin
                found, part = likeness.find(like, near, *bounds)
                # What is rounded off is owed to the next: left out, it would put a note out of tune.
                exact = PARTS * (begin + found + part) + rest + owed
                place = round(exact)
                owed = exact - place
                places[piece - first] = place
        return places[: pins[-1].first - first] if pins[-1].at < self._board.length else places

    def _nominal(self, first: int, stop: int) -> Places:
        """Where pieces would begin if they need not fit: their middles are where they should be."""
        middles = np.arange(first, stop) * (self.hop / float(self._board.ratio))
        places: Places = PARTS * (np.rint(middles).astype(np.int64) - self.hop)
        return places
