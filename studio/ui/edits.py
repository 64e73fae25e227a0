"""What one key does to a sound: the steps behind louder, the fades, the cuts and the pause."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.audio.recipe import Recipe, Step
from studio.audio.steps.arranging import ARRANGING, FADE_SHAPES
from studio.audio.units import SILENCE_DBFS

CEILING_DBFS = -1.0
_MOST_GAIN_DB = 24.0
_WORTHWHILE_DB = 0.5
_PUSH_DB = 3.0
_MOST_DB = 60.0
_FIRST_FADE_SECONDS = 1.0
_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 3600.0
_LIGHT = frozenset(kind.name for kind in ARRANGING) | {"gain", "normalise", "limit"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Steps to take back first, and steps to do then."""

    steps: tuple[Step, ...]
    take_back: int = 0


def is_light(steps: Iterable[Step]) -> bool:
    """Whether a sound with these steps is opened and drawn at once, however long it is.

    So it is where frames are only arranged and weighed: then all is known from its overview. A limiter is
    drawn from there, too, but what its loudest moment becomes is not.
    """
    limited = False
    for step in steps:
        is_measured = step.name == "loudness" and len(step.values) > 1
        if not (step.name in _LIGHT or is_measured) or (limited and step.name == "normalise"):
            return False
        limited = limited or is_measured or step.name == "limit"
    return True


def is_limited(steps: Iterable[Step]) -> bool:
    """Whether the loudest moment of a light sound must be looked for in all of it."""
    return any(step.name in ("limit", "loudness") for step in steps)


def louder(recipe: Recipe, peak_dbfs: float) -> Edit | None:
    """As loud as it goes without spoiling it; pressed again, one push more with a limiter; then `None`."""
    room = min(_MOST_GAIN_DB, CEILING_DBFS - peak_dbfs)
    if room >= _WORTHWHILE_DB:
        return Edit((Step("gain", (round(room - 0.05, 1),)),))
    if any(step.name == "limit" for step in recipe.steps):
        return None
    return Edit((Step("gain", (_PUSH_DB,)), Step("limit", (CEILING_DBFS,))))


def fade(name: str, recipe: Recipe, seconds: float) -> Edit:
    """A fade of a second or a quarter of the sound; pressed again, one twice as long instead."""
    last = recipe.steps[-1] if recipe.steps else None
    if last is not None and last.name == name:
        return Edit((Step(name, (round(min(seconds, 2 * last.values[0]), 3),)),), take_back=1)
    return Edit((Step(name, (round(min(_FIRST_FADE_SECONDS, seconds / 4), 3),)),))


def trim(start: int | None, stop: int | None, length: int, samplerate: int) -> Edit | None:
    """Keep what lies between two markers, in either order; `None` when that is all of it, or nothing."""
    first, last = sorted((start or 0, length if stop is None else stop))
    if (first <= 0 and last >= length) or first == last:
        return None
    return Edit((Step("trim", (first / samplerate, last / samplerate)),))


def gain_to(peak_dbfs: float, now_dbfs: float) -> Edit:
    """The loudest moment from where it is to where it should be; silence stays silence."""
    db = peak_dbfs - now_dbfs if now_dbfs > SILENCE_DBFS else 0.0
    return Edit((Step("gain", (round(max(-_MOST_DB, min(_MOST_DB, db)), 2),)),))


def between(name: str, start: int, stop: int, samplerate: int) -> Edit:
    """A step from one frame to another, such as `cut` or `silence`."""
    return Edit((Step(name, (start / samplerate, stop / samplerate)),))


def pause(at: int, recipe: Recipe, samplerate: int) -> Edit:
    """A second of silence at a frame; pressed again, one twice as long instead."""
    seconds, last = at / samplerate, recipe.steps[-1] if recipe.steps else None
    if last is not None and last.name == "pause" and last.values[0] == seconds:
        longer = min(_LONGEST_PAUSE_SECONDS, 2 * last.values[1])
        return Edit((Step("pause", (seconds, longer)),), take_back=1)
    return Edit((Step("pause", (seconds, _FIRST_PAUSE_SECONDS)),))


def shaped(recipe: Recipe) -> Edit | None:
    """The last fade in its next shape; `None` when the last step is no fade."""
    last = recipe.steps[-1] if recipe.steps else None
    if last is None or last.name not in ("fade-in", "fade-out"):
        return None
    shape = int(last.values[1]) if len(last.values) > 1 else 0
    return Edit((Step(last.name, (last.values[0], float((shape + 1) % len(FADE_SHAPES)))),), take_back=1)
