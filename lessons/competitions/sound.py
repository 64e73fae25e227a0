"""The sound that judges hear: as it was handed in, equally loud, no longer than the brief allows."""

from functools import lru_cache
from typing import TYPE_CHECKING

from evidence.library import Library
from lessons.competitions.competition import Competition
from lessons.competitions.submission import Submission
from studio.audio.recipe import Recipe, Step
from studio.errors import StudioError

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition

LEAD_IN_SECONDS = 0.5
LOUDNESS_LUFS = -23.0
"""With room above for drums and claps: the limiter hardly ever has to work."""
_END_SECONDS = 0.5
"""Fade out of a sound that is longer than the brief allows."""


class SoundGone(StudioError):
    """An entry whose recording is no longer in the library."""


def judged_sound(library: Library, competition: Competition, entry: Submission) -> "Rendition":
    """Open an entry as judges hear it; it says nothing of where it comes from. Close it after use.

    Raises
    ------
    SoundGone
        If its recording was withdrawn or lost.
    """
    from studio.audio.rendering.rendition import open_rendition  # NumPy: only when there is something to hear

    path = library.original_path(entry)
    if not path.exists():
        raise SoundGone(f"The recording of the {entry.animal} is gone.", "Take the entry out, and say why.")
    return open_rendition(path, judged_recipe(str(path), entry.recipe_texts, competition.brief.longest))


@lru_cache(maxsize=256)
def judged_recipe(path: str, recipe_texts: tuple[str, ...], longest: int) -> Recipe:
    """The steps that were handed in, and after them those that make the judging fair."""
    from studio.audio.listening.matching import steps_to_loudness
    from studio.audio.rendering.rendition import open_rendition

    recipe = Recipe.parse(recipe_texts)
    with open_rendition(path, recipe) as whole:
        is_long = whole.seconds > longest
    if is_long:
        recipe = recipe.add(Step("trim", (0.0, float(longest))), Step("fade-out", (_END_SECONDS,)))
    with open_rendition(path, recipe) as heard:
        louder = steps_to_loudness(heard, LOUDNESS_LUFS)
    return recipe.add(*louder, Step("pause", (0.0, LEAD_IN_SECONDS)))
