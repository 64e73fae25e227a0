"""Changing: one thing done to a sound in place of another, as a whole that can be taken back."""

from collections.abc import Iterable
from dataclasses import replace

from evidence.library import Library
from evidence.sound import Sound
from studio.audio.recipe import Recipe, Step
from studio.audio.rendering.rendition import Rendition
from studio.takes import Progress, rendition, settled_sound

_MOST_GAIN_DB = 18.0
"""What hardly has anything left is not blown up to be as loud as it was: it would be all hiss."""
_LOOKS = 2000
"""The sound is looked at in so many places, to find where it begins."""
_BEGUN = 0.2
"""It has begun where it is so high, as a share of its highest."""


def set_steps(
    library: Library, sound: Sound, steps: Iterable[Step], *, progress: Progress | None = None
) -> Sound:
    """Have these steps instead of those that the sound has; one undo brings those back.

    Figures that a step needs of the whole sound are found here; `progress` hears of that.

    Raises
    ------
    RecipeFault
        If they cannot be done, or nothing would be left of the sound; then nothing is changed.
    """
    recipe = sound.recipe.rewrite(steps)
    if recipe == sound.recipe:
        return sound
    return library.save_sound(settled_sound(library, sound, recipe, progress), "edited", was=sound)


def placed(steps: Iterable[Step], opened: Rendition) -> tuple[Step, ...]:
    """The steps for one sound: a stutter that does not say when begins where the sound does."""
    return tuple(
        replace(step, values=(*step.values, beginning(opened)))
        if step.name == "stutter" and len(step.values) == 2
        else step
        for step in steps
    )


def levelled(
    library: Library,
    sound: Sound,
    steps: tuple[Step, ...],
    run: range,
    *,
    progress: Progress | None = None,
) -> tuple[Step, ...]:
    """The steps with a gain such that a run of them leaves the sound as loud as it was.

    Parameters
    ----------
    steps : all steps of the sound
    run : places among them; the last two are a gain, which is found here, and a limiter
    progress : hears the share done; may raise to stop
    """
    from studio.audio.loudness import SILENCE_LUFS, loudness_lufs  # only when something is measured

    heard = []
    for turn, end in enumerate((run.start, run.stop - 2)):
        with rendition(library, sound.with_recipe(Recipe(steps[:end]))) as opened:
            heard.append(loudness_lufs(opened, _half(progress, turn)))
    before, after = heard
    gain = 0.0 if SILENCE_LUFS in heard else max(-_MOST_GAIN_DB, min(_MOST_GAIN_DB, before - after))
    found = Step("gain", (round(gain, 1) + 0.0,))
    return (*steps[: run.stop - 2], found, *steps[run.stop - 1 :])


def _half(progress: Progress | None, turn: int) -> Progress | None:
    return None if progress is None else lambda share: progress((turn + share) / 2)


def beginning(opened: Rendition) -> float:
    """The second at which something is heard first, as far as its outline tells."""
    width = min(_LOOKS, opened.length)
    lows, highs = opened.columns(0, opened.length, width)
    heights = [max(high, -low) for low, high in zip(lows.tolist(), highs.tolist(), strict=True)]
    enough = _BEGUN * max(heights, default=0.0)
    column = next((place for place, height in enumerate(heights) if enough and height >= enough), 0)
    return round(column * opened.length / max(1, width) / opened.samplerate, 2)
