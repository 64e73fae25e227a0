"""A recipe as a chain of stages over a file."""

from dataclasses import replace

from studio.audio.recipe import Recipe, RecipeFault
from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.edges import soften
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.strips import Progress
from studio.audio.rendering.timeline import TIMELINE_STEPS, Timeline, do
from studio.audio.rendering.whole_sound import WHOLE_SOUND_STEPS
from studio.audio.steps.kind import LONGEST_SECONDS
from studio.audio.units import db_to_amplitude


def chain(original: Stage, recipe: Recipe, progress: Progress | None = None) -> Arrangement:
    """The stages of a recipe; the last is always an `Arrangement`.

    `normalise` finds the peak of all that comes before it here, so this may read the whole sound;
    `progress` hears of that. The short fades at cuts come after it: they only ever lower.

    Raises
    ------
    RecipeFault
        If nothing would be left of the sound, or it would become too long to be played.
    """
    seconds = original.length / original.samplerate
    if recipe.seconds_after(seconds) > max(LONGEST_SECONDS, seconds):
        raise RecipeFault("It would last longer than a week.", "Make it slower, or repeat it, less often.")
    searches = sum(step.name == "normalise" for step in recipe.steps)
    searched = 0
    upstream, timeline = original, Timeline.of(original.length)
    for step in recipe.steps:
        if step.name in TIMELINE_STEPS:
            timeline = do(timeline, step, original.samplerate)
        elif step.name == "normalise":
            part = _part(progress, searched, searches)
            timeline = _normalised(upstream, timeline, db_to_amplitude(step.values[0]), part)
            searched += 1
        elif step.name in WHOLE_SOUND_STEPS:
            upstream = WHOLE_SOUND_STEPS[step.name](_softened(upstream, timeline), step.values)
            timeline = Timeline.of(upstream.length)
        else:
            raise RecipeFault(
                f"This version has no step called “{step.name}”.",
                "Install the newest version of Soundingboard.",
            )
    return _softened(upstream, timeline)


def _softened(upstream: Stage, timeline: Timeline) -> Arrangement:
    return Arrangement(upstream, soften(timeline, upstream))


def _normalised(upstream: Stage, timeline: Timeline, ceiling: float, progress: Progress | None) -> Timeline:
    plain = replace(timeline, base=1.0, decibels=0.0)
    peak = Arrangement(upstream, plain).peak(0, plain.length, progress)
    return replace(plain, base=ceiling / peak) if peak else timeline  # silence stays silence


def _part(progress: Progress | None, index: int, count: int) -> Progress | None:
    return None if progress is None else lambda share: progress((index + share) / count)
