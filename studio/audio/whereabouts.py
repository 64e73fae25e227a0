"""Whereabouts: where a moment of the recording is after the steps, and where one of the result came from.

What is kept for a moment is its place in the original, so that it stays with what sounds there: steps may be
taken back, taken out or put in another order. What a step does to times follows from its kind: cuts, pauses,
stutters and turning round move them, stretching stretches them, everything else leaves them where they are.
"""

from collections.abc import Callable

from studio.audio.recipe import STEP_KINDS, Recipe
from studio.audio.steps.stretching import STRETCHING

Values = tuple[float, ...]
_STRETCHING = frozenset(kind.name for kind in STRETCHING)


def moment_after(recipe: Recipe, seconds: float, moment: float) -> float | None:
    """Where a moment of the original is heard now.

    Parameters
    ----------
    seconds : length of the original
    moment : seconds from its start

    Returns
    -------
    Seconds from the start of the sound as the steps leave it; `None` when it was cut away.
    """
    place: float | None = moment
    for step in recipe.steps:
        after = STEP_KINDS[step.name].seconds_after(step.values, seconds)
        if place is not None:
            place = _moved(step.name, step.values, seconds, after, place)
        seconds = after
    return None if place is None else min(max(0.0, place), seconds)


def moment_before(recipe: Recipe, seconds: float, moment: float) -> float:
    """Which moment of the original is heard at a moment of the sound as it is now.

    What was put in (a pause, an echo that rings on) has none of its own and is given the one just before it.

    Parameters
    ----------
    seconds : length of the original
    moment : seconds from the start of the sound as the steps leave it
    """
    lengths = [seconds]
    for step in recipe.steps:
        lengths.append(STEP_KINDS[step.name].seconds_after(step.values, lengths[-1]))
    place = min(max(0.0, moment), lengths[-1])
    for index in range(len(recipe.steps) - 1, -1, -1):
        step = recipe.steps[index]
        place = _back(step.name, step.values, lengths[index], lengths[index + 1], place)
        place = min(max(0.0, place), lengths[index])
    return place


def _moved(name: str, values: Values, seconds: float, after: float, place: float) -> float | None:
    if name in _STRETCHING:
        return place * after / seconds if seconds else 0.0
    move = _FORTH.get(name)
    return move(values, seconds, place) if move else place


def _back(name: str, values: Values, seconds: float, after: float, place: float) -> float:
    if name in _STRETCHING:
        return place * seconds / after if after else 0.0
    move = _BACK.get(name)
    return move(values, seconds, place) if move else place


def _kept(values: Values, seconds: float, place: float) -> float | None:
    stop = values[1] if len(values) > 1 else seconds
    return place - values[0] if values[0] <= place <= stop else None


def _not_taken_out(values: Values, seconds: float, place: float) -> float | None:
    start, stop = values
    if start < place < stop:
        return None
    return place if place <= start else place - (stop - start)


def _before_cut(values: Values, seconds: float, place: float) -> float:
    start, stop = values
    return place if place < start else place + (min(stop, seconds) - min(start, seconds))


def _before_pause(values: Values, seconds: float, place: float) -> float:
    at, pause = values
    return place if place <= at else max(at, place - pause)


def _stuttered(values: Values, seconds: float) -> tuple[float, float]:
    """Where the moment that stutters ends, and for how long it comes again."""
    at = values[2] if len(values) > 2 else 0.0
    moment = max(0.0, min(values[0], seconds - at))
    return at + moment, round(values[1]) * moment


def _after_stutter(values: Values, seconds: float, place: float) -> float:
    end, more = _stuttered(values, seconds)
    return place if place < end else place + more


def _before_stutter(values: Values, seconds: float, place: float) -> float:
    end, more = _stuttered(values, seconds)
    return place if place < end else max(end, place - more)


_FORTH: dict[str, Callable[[Values, float, float], float | None]] = {
    "trim": _kept,
    "cut": _not_taken_out,
    "pause": lambda values, seconds, place: place if place < values[0] else place + values[1],
    "reverse": lambda values, seconds, place: seconds - place,
    "stutter": _after_stutter,
}
_BACK: dict[str, Callable[[Values, float, float], float]] = {
    "trim": lambda values, seconds, place: place + values[0],
    "cut": _before_cut,
    "pause": _before_pause,
    "reverse": lambda values, seconds, place: seconds - place,
    "stutter": _before_stutter,
}
