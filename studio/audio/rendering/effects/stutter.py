"""Stutter: a moment of the sound comes several times before it goes on."""

from itertools import pairwise

from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.edges import soften
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.timeline import Piece, Timeline
from studio.audio.units import seconds_to_frames


def stutter(upstream: Stage, seconds: float, times: float, at_seconds: float = 0.0) -> Stage:
    """The sound with a moment of it heard so many times more.

    Parameters
    ----------
    seconds : how long the moment is; at the end of the sound what is left of it
    times : how many times it comes before the sound goes on from where it began; rounded
    at_seconds : where it begins
    """
    begin = min(seconds_to_frames(at_seconds, upstream.samplerate), upstream.length)
    moment = min(seconds, (upstream.length - begin) / upstream.samplerate)
    # Marks, not lengths, are rounded, so that the whole is as long as the step says.
    marks = [seconds_to_frames(time * moment, upstream.samplerate) for time in range(round(times) + 1)]
    again = [Piece(begin, begin + stop - start) for start, stop in pairwise(marks)]
    pieces = Timeline((Piece(0, begin), *again, Piece(begin, upstream.length)))
    return Arrangement(upstream, soften(pieces, upstream))
