"""Use cases with the steps of a sound: take one out, put it elsewhere, give it other numbers, all at once."""

from collections.abc import Iterable

from evidence.library import Library
from evidence.sound import Sound
from studio.audio.recipe import Recipe, RecipeFault, Step
from studio.errors import StudioError
from studio.takes import Progress, settled_sound
from studio.wording import count


class NoSuchStep(StudioError):
    """A number of a step that a sound does not have."""


def rewrite(
    library: Library, sound: Sound, steps: Iterable[Step], *, progress: Progress | None = None
) -> Sound:
    """Have these steps instead, as one change that can be taken back.

    Raises
    ------
    RecipeFault
        If they cannot be done, or nothing would be left of the sound; then nothing is changed.
    """
    return _stored(library, sound, sound.recipe.rewrite(steps), progress)


def remove_step(library: Library, sound: Sound, number: int, *, progress: Progress | None = None) -> Sound:
    """Take a step out, by its number in the list, which begins with 1."""
    return _stored(library, sound, sound.recipe.without(_place(sound, number)), progress)


def move_step(
    library: Library, sound: Sound, number: int, to: int, *, progress: Progress | None = None
) -> Sound:
    """Do a step earlier or later: where another one stands, which makes room."""
    moved = sound.recipe.moved(_place(sound, number), _place(sound, to))
    return _stored(library, sound, moved, progress)


def change_step(
    library: Library, sound: Sound, number: int, step: Step, *, progress: Progress | None = None
) -> Sound:
    """Do a step with other numbers, or another one in its place."""
    return _stored(library, sound, sound.recipe.changed(_place(sound, number), step), progress)


def _stored(library: Library, sound: Sound, recipe: Recipe, progress: Progress | None) -> Sound:
    if recipe == sound.recipe:
        return sound
    try:
        changed = settled_sound(library, sound, recipe, progress)
    except RecipeFault as fault:
        raise RecipeFault(
            f"Then the other steps do not fit. {fault.what}",
            "Change or remove those first, then try again.",
        ) from fault
    return library.save_sound(changed, "rewritten", was=sound)


def _place(sound: Sound, number: int) -> int:
    steps = len(sound.recipe.steps)
    if not 1 <= number <= steps:
        raise NoSuchStep(
            f"“{sound.title}” has no step {number}.",
            f"It has {count(steps, 'step')}." if steps else "Nothing was done to it yet.",
        )
    return number - 1
