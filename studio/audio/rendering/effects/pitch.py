"""Higher, lower, faster, slower: a tape and a stretch, one after the other."""

from fractions import Fraction

from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.effects.stretch import Stretch
from studio.audio.rendering.effects.tape import Tape, shortened
from studio.audio.rendering.limiter import Limiter
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.timeline import Timeline

_SEMITONES_AN_OCTAVE = 12
_LARGEST_DENOMINATOR = 1000
_FULL_DBFS = 0.0
_MOST = 8.0
"""Changes are done as one up to so many times higher and longer; after that one by one."""


def pitch(upstream: Stage, semitones: float) -> Stage:
    """The sound higher, or lower, by so many semitones; as long as before."""
    return _moved(upstream, 2 ** (semitones / _SEMITONES_AN_OCTAVE), upstream.length)


def speed(upstream: Stage, factor: float) -> Stage:
    """The sound faster or slower, as high as before; 2 is twice as fast."""
    return _moved(upstream, 1.0, shortened(upstream.length, factor))


def tape(upstream: Stage, factor: float) -> Stage:
    """The sound faster and higher, or slower and lower, like a tape; 2 is twice as fast, an octave higher."""
    return _moved(upstream, factor, shortened(upstream.length, factor))


class Moved(Limiter):
    """A sound with another pitch and length. Where a wave would now pass full scale it is held there.

    Parameters
    ----------
    source : the stage before
    higher : 2 is an octave higher
    length : how many frames come out
    """

    def __init__(self, source: Stage, higher: Fraction, length: int) -> None:
        super().__init__(_made(source, higher, length), _FULL_DBFS)
        self.source = source
        self.higher = higher


def _moved(upstream: Stage, higher: float, length: int) -> Stage:
    """The stage that does it; one that is there already does both, so that ten small steps sound like one."""
    source, factor = upstream, Fraction(higher)
    before = _untouched(upstream)
    if isinstance(before, Moved) and _is_moderate(before.source, before.higher * factor, length):
        source, factor = before.source, before.higher * factor
    factor = factor.limit_denominator(_LARGEST_DENOMINATOR)
    if not source.length or (factor == 1 and length == source.length):
        return source
    return Moved(source, factor, length)


def _made(source: Stage, higher: Fraction, length: int) -> Stage:
    """The shorter way: what gets higher is run faster first, what gets lower is run slower last."""
    if higher >= 1:
        taped = Tape(source, higher) if higher > 1 else source
        return Stretch(taped, length) if taped.length != length else taped
    inner = shortened(length, float(1 / higher))
    return Tape(Stretch(source, inner) if inner != source.length else source, higher, length)


def _untouched(stage: Stage) -> Stage:
    """The stage that a plain arrangement plays as it is."""
    if isinstance(stage, Arrangement) and stage.timeline == Timeline.of(stage.upstream.length):
        return stage.upstream
    return stage


def _is_moderate(source: Stage, higher: Fraction, length: int) -> bool:
    longer = length / max(1, source.length)
    return all(1 / _MOST <= value <= _MOST for value in (higher, longer, longer * higher))
