"""Figures of a whole sound, found once and written into the steps that need them.

A loudness needs a gain, and hush needs to know the room. Both take a look at the whole sound, which for an
hour of it lasts seconds: so it is done when the step is done, not each time the sound is opened.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from studio.audio.files.wav import WavFile
from studio.audio.recipe import STEP_KINDS, Recipe, Step
from studio.audio.rendering.chain import chain
from studio.audio.rendering.original import Original
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.strips import Progress
from studio.audio.steps.measured import MeasuredKind

Find = Callable[[Stage, Step, Progress | None], tuple[float, ...]]


def _loudness(upstream: Stage, step: Step, progress: Progress | None) -> tuple[float, ...]:
    from studio.audio.rendering.effects.levelled import found_gain_db

    return (found_gain_db(upstream, step.values[0], progress),)


def _hush(upstream: Stage, step: Step, progress: Progress | None) -> tuple[float, ...]:
    from studio.audio.rendering.effects.quiet_part import quiet_levels

    return quiet_levels(upstream, progress)


_FINDS: dict[str, Find] = {"loudness": _loudness, "hush": _hush}
"""By the names of the steps: the sound before, the step as asked, progress -> what was found."""


def settled_in(path: Path, recipe: Recipe, was: Recipe, progress: Progress | None = None) -> Recipe:
    """The recipe with every figure found in a WAV file; `was` is the one that the sound has now.

    Every recipe goes through here before it is stored. A file is opened only when a figure is needed.
    """
    if not any(map(_is_measured, recipe.steps)):
        return recipe
    with WavFile(path) as wav:
        return settled(Original(wav), recipe, was=was, progress=progress)


def settled(
    original: Stage, recipe: Recipe, *, was: Recipe | None = None, progress: Progress | None = None
) -> Recipe:
    """The recipe with every figure found in this sound.

    Parameters
    ----------
    original : the sound before any step
    was : an earlier recipe of the same sound; its figures stay good up to the first step that differs
    progress : hears the share done of each figure; may raise to stop

    Figures of other sounds and other steps, which a recipe may have brought along, are found anew.
    """
    before = was.steps if was is not None else ()
    steps: list[Step] = []
    same = True
    for place, step in enumerate(recipe.steps):
        same = same and place < len(before) and asked(before[place]) == asked(step)
        if not _is_measured(step):
            steps.append(step)
        elif same and before[place] != asked(step):
            steps.append(before[place])
        else:
            upstream = chain(original, Recipe(tuple(steps)))
            found = _FINDS[step.name](upstream, asked(step), progress)
            steps.append(Step(step.name, asked(step).values + found))
    return replace(recipe, steps=tuple(steps))


def asked(step: Step) -> Step:
    """The step as somebody asked for it, without what was found in a sound."""
    kind = STEP_KINDS.get(step.name)
    return replace(step, values=step.values[: len(kind.parameters)]) if kind is not None else step


def _is_measured(step: Step) -> bool:
    return isinstance(STEP_KINDS.get(step.name), MeasuredKind)
