"""A short recording kept at once: named by the program, without the silence around it."""

from typing import TYPE_CHECKING

from evidence.library import Library
from evidence.sound import Sound

if TYPE_CHECKING:
    from studio.audio.live.take_file import FinishedTake


def keep_short(library: Library, take: "FinishedTake", *, title: str) -> Sound:
    """Make a finished recording a sound that begins at once; where tidy is not sure it stays as it was."""
    from studio.takes import do, keep_take, tidied  # loads NumPy

    sound = keep_take(library, take, title=title)
    found = tidied(library, sound)
    return do(library, sound, *found.recipe.steps) if found.sure else sound


def free_title(library: Library, title: str) -> str:
    """A title that no sound has: this one, or with the next number behind it."""
    there = {sound.title for sound in library.sounds()}
    numbered = (f"{title} {number}" for number in range(2, len(there) + 3))
    return next(each for each in (title, *numbered) if each not in there)
