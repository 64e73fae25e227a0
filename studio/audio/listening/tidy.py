"""Tidy: trim a sound to what can be heard in the room's noise, and make it loud enough."""

import math
from dataclasses import dataclass

from studio.audio.listening.bands import BandLayout
from studio.audio.listening.extent import Extent, find_core, find_extent
from studio.audio.listening.hearing import hear
from studio.audio.listening.moments import Moments, moments_of, to_dbfs
from studio.audio.recipe import Recipe, Step
from studio.audio.source import SoundSource
from studio.audio.units import amplitude_to_db
from studio.errors import StudioError

_AIR_BEFORE_SECONDS = 0.02
_AIR_AFTER_SECONDS = 0.08
_FADE_IN_SECONDS = 0.005
_FADE_OUT_SECONDS = 0.06
_SHORTEST_SECONDS = 0.1

_GOAL_DBFS = -18.0
_CEILING_DBFS = -1.0
_MOST_LIMITING_DB = 6.0
_MOST_GAIN_DB = 24.0
_LEAST_GAIN_DB = 0.5
_STEADY_SOUND_DBFS = -40.0
"""Sound that never changes is taken for the room below this, for music above."""

_SURE_PROMINENCE_DB = 8.0
_SURE_RESTLESSNESS_DB = 6.0
_FAR_ABOVE_DB = 30.0


class NothingHeard(StudioError):
    """There is no sound to tidy: silence, or only the room."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What to keep of a sound and how to change it; the sound itself is untouched."""

    start: float
    """Seconds into the sound at which to begin."""
    stop: float
    """Seconds into the sound at which to end."""
    gain_db: float
    sure: bool
    """Whether the ends can be trusted; if not, a person should look."""
    why: str
    """How sure, in a sentence or two for a child."""
    recipe: Recipe


def tidy(source: SoundSource) -> Tidied:
    """Find the sound in the room's noise, and say how to trim, fade and turn it up.

    Any rate, any channels, any length: a long sound is heard roughly first, then closely around its
    ends, so memory does not grow with it. Nothing is ever taken out of the middle.

    Raises
    ------
    NothingHeard
        If the sound is empty or silent, or nothing stands out of a quiet room.
    """
    if not source.length:
        raise NothingHeard("There is no sound in here.", "Record it again, or choose another one.")
    extent, first, last = _find(source)
    seconds = source.length / source.samplerate
    start = math.floor(first / source.samplerate * 1000) / 1000
    stop = min(math.ceil(last / source.samplerate * 1000) / 1000, seconds)
    moments = moments_of(source, first, last)
    gain_db = _gain_db(moments)
    sure, why = _confidence(extent, trimmed=start > 0 or stop < seconds)
    steps = _trim(start, stop, seconds) + _fades(stop - start) + _louder(gain_db, moments.peak)
    return Tidied(start, stop, gain_db, sure, why, Recipe(steps))


def _find(source: SoundSource) -> tuple[Extent | None, int, int]:
    """The extent and the frames to keep; no extent when all is kept because nothing can be told."""
    too_short = source.length < _SHORTEST_SECONDS * source.samplerate
    hearing = None if too_short else hear(source, BandLayout.at(source.samplerate))
    core = None if hearing is None else find_core(hearing.energies)
    if hearing is None or core is None:
        _refuse_silence(moments_of(source), steady=not too_short)
        return None, 0, source.length
    extent = find_extent(hearing.energies, core)
    first, last = hearing.frames(extent.start, extent.stop)
    before, after = (round(s * source.samplerate) for s in (_AIR_BEFORE_SECONDS, _AIR_AFTER_SECONDS))
    return extent, max(0, first - before), min(last + after, source.length)


def _refuse_silence(moments: Moments, *, steady: bool) -> None:
    if not moments.powers.any():
        raise NothingHeard(
            "I heard nothing at all.", "See that the microphone is switched on, then record again."
        )
    if steady and float(to_dbfs(moments.powers.mean())) < _STEADY_SOUND_DBFS:
        raise NothingHeard("I could only hear the room.", "Go closer to the microphone and try again.")


def _confidence(extent: Extent | None, *, trimmed: bool) -> tuple[bool, str]:
    look = "Look at both ends and move them if you like."
    if extent is None:
        return False, "I could not hear a quiet bit, so I kept it all."
    if extent.restlessness_db >= _SURE_RESTLESSNESS_DB and extent.prominence_db < _FAR_ABOVE_DB:
        return False, f"Other noises were going on in the room. {look}"
    if extent.prominence_db < _SURE_PROMINENCE_DB:
        return False, f"The room was nearly as loud as your sound. {look}"
    if not extent.room_heard:
        return False, f"There was hardly any quiet to compare with. {look}"
    return (
        True,
        "I found your sound and cut off the quiet." if trimmed else "It has no quiet ends to cut off.",
    )


def _gain_db(moments: Moments) -> float:
    """Gain that brings the loud parts to the goal, as far as the peaks and good sense allow."""
    if not moments.powers.any():
        return 0.0
    wanted = _GOAL_DBFS - moments.loud_dbfs()
    room = _CEILING_DBFS - amplitude_to_db(moments.peak) + _MOST_LIMITING_DB
    gain_db = round(min(wanted, room, _MOST_GAIN_DB), 1)
    return gain_db if abs(gain_db) >= _LEAST_GAIN_DB else 0.0


def _trim(start: float, stop: float, seconds: float) -> tuple[Step, ...]:
    if stop < seconds:
        return (Step("trim", (start, stop)),)
    return (Step("trim", (start,)),) if start > 0 else ()


def _fades(seconds: float) -> tuple[Step, ...]:
    lengths = {"fade-in": _FADE_IN_SECONDS, "fade-out": _FADE_OUT_SECONDS}
    fades = {name: round(min(length, seconds / 4), 3) for name, length in lengths.items()}
    return tuple(Step(name, (length,)) for name, length in fades.items() if length > 0)


def _louder(gain_db: float, peak: float) -> tuple[Step, ...]:
    gain = (Step("gain", (gain_db,)),) if gain_db else ()
    over = peak > 0 and amplitude_to_db(peak) + gain_db > _CEILING_DBFS
    return (*gain, Step("limit", (_CEILING_DBFS,))) if over else gain
