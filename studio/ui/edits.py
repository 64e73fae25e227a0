"""What one key does to a sound: the steps behind louder, fade in and fade out."""

from dataclasses import dataclass

from studio.audio.recipe import Recipe, Step

CEILING_DBFS = -1.0
_MOST_GAIN_DB = 24.0
_WORTHWHILE_DB = 0.5
_PUSH_DB = 3.0
_FIRST_FADE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Edit:
    """Steps to take back first, and steps to do then."""

    steps: tuple[Step, ...]
    take_back: int = 0


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
