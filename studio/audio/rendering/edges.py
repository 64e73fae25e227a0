"""No click at a cut: very short fades where the wave would otherwise jump."""

from dataclasses import dataclass

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.timeline import Piece, Timeline
from studio.audio.units import seconds_to_frames

FADE_SECONDS = 0.002
CLICK = 2.0**-12
"""A jump of the wave that is left alone (-72 dBFS)."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces that go on from one to the next, as one stretch of the timeline."""

    start: int
    stop: int
    first: Piece
    last: Piece

    @property
    def silent(self) -> bool:
        return self.first.silent


def soften(timeline: Timeline, upstream: Stage) -> Timeline:
    """The timeline with fades of 2 ms beside every edge where a cut made the wave jump.

    An edge that a fade has already brought to nothing does not jump. Where the sound itself begins or
    ends it is left as it is.
    """
    runs = _runs(timeline)
    if len(runs) == 1 and _is_whole(runs[0], upstream.length):
        return timeline  # nothing is cut, and to ask an effect for its first frame is work
    longest = seconds_to_frames(FADE_SECONDS, upstream.samplerate)
    nothing = np.zeros(upstream.channels)
    heads = [nothing if run.silent else _heard(run.first.part(0, 1), timeline, upstream) for run in runs]
    tails = [nothing if run.silent else _heard(_last_frame(run.last), timeline, upstream) for run in runs]
    jumps = np.abs(np.array([*heads, nothing]) - np.array([nothing, *tails])).max(axis=1) > CLICK
    for index, run in enumerate(runs):
        frames = min(longest, (run.stop - run.start) // 2)
        if run.silent or not frames:
            continue
        if jumps[index] and not _begins(run.first, upstream.length):
            timeline = timeline.ramped(run.start, run.start + frames, run.start, frames)
        if jumps[index + 1] and not _ends(run.last, upstream.length):
            timeline = timeline.ramped(run.stop - frames, run.stop, run.stop - 1, -frames)
    return timeline


def _runs(timeline: Timeline) -> list[_Run]:
    runs: list[_Run] = []
    for piece, stop in zip(timeline.pieces, timeline.stops, strict=True):
        if runs and runs[-1].last.goes_on_as(piece):
            runs[-1] = _Run(runs[-1].start, stop, runs[-1].first, piece)
        else:
            runs.append(_Run(stop - piece.length, stop, piece, piece))
    return runs


def _last_frame(piece: Piece) -> Piece:
    return piece.part(piece.length - 1, piece.length)


def _heard(frame: Piece, timeline: Timeline, upstream: Stage) -> Samples:
    samples: Samples = upstream.read(frame.start, frame.stop)[0] * frame.gains()[0] * timeline.gain
    return samples


def _is_whole(run: _Run, length: int) -> bool:
    return not run.silent and _begins(run.first, length) and _ends(run.last, length)


def _begins(piece: Piece, length: int) -> bool:
    """Whether it begins where the sound itself begins, or, backwards, ends."""
    return piece.stop == length if piece.backwards else piece.start == 0


def _ends(piece: Piece, length: int) -> bool:
    return piece.start == 0 if piece.backwards else piece.stop == length
