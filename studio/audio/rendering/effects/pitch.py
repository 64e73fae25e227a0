"""Higher, lower, faster, slower: a stretch and a tape, one after the other."""

from fractions import Fraction

from studio.audio.rendering.effects.stretch import Stretch
from studio.audio.rendering.effects.tape import Tape, shortened
from studio.audio.rendering.limiter import Limiter
from studio.audio.rendering.stage import Stage

_SEMITONES_AN_OCTAVE = 12
_LARGEST_DENOMINATOR = 1000
_FULL_DBFS = 0.0


def pitch(upstream: Stage, semitones: float) -> Stage:
    """The sound higher, or lower, by so many semitones; as long as before.

    The shorter of the two ways is taken: what gets higher is run faster and then made longer again; what
    gets lower is made shorter and then run slower. Where a wave would now pass full scale it is held there.
    """
    factor = Fraction(2 ** (semitones / _SEMITONES_AN_OCTAVE)).limit_denominator(_LARGEST_DENOMINATOR)
    if factor == 1 or not upstream.length:
        return upstream
    if factor > 1:
        return _held(Stretch(Tape(upstream, factor), upstream.length))
    return _held(
        Tape(Stretch(upstream, shortened(upstream.length, float(1 / factor))), factor, upstream.length)
    )


def speed(upstream: Stage, factor: float) -> Stage:
    """The sound faster or slower, as high as before; 2 is twice as fast."""
    if factor == 1 or not upstream.length:
        return upstream
    return _held(Stretch(upstream, shortened(upstream.length, factor)))


def tape(upstream: Stage, factor: float) -> Stage:
    """The sound faster and higher, or slower and lower, like a tape; 2 is twice as fast, an octave higher."""
    if factor == 1 or not upstream.length:
        return upstream
    return _held(Tape(upstream, factor))


def _held(stage: Stage) -> Stage:
    return Limiter(stage, _FULL_DBFS)
