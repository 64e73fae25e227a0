"""Use cases of the youngest: one sound at a time, named by the program, turned into a mouse and back."""

from typing import TYPE_CHECKING

from evidence.library import Library
from evidence.sound import Sound
from lessons.soundboard.faces import shipped_faces
from studio.audio.recipe import Step
from studio.short_take import free_title, keep_short

if TYPE_CHECKING:
    from studio.audio.live.take_file import FinishedTake

_TITLE = "Sound"


def little_sounds(library: Library) -> tuple[Sound, ...]:
    """Every sound that is not in the bin, the newest first."""
    there = (sound for sound in library.sounds() if not sound.binned)
    return tuple(sorted(there, key=lambda sound: (sound.made, sound.id), reverse=True))


def keep_little(library: Library, take: "FinishedTake") -> Sound:
    """Make a finished recording a sound that is kept: nobody is asked for its name."""
    return keep_short(library, take, title=free_title(library, _TITLE))


def turn_into(library: Library, sound: Sound, step: Step) -> Sound:
    """Do one of the little changes; done already, it is taken away, and one of its kind gives way to it."""
    from studio.takes import settled_sound  # loads NumPy

    ours = {key.step for key in shipped_faces().little if key.step is not None and key.step.name == step.name}
    rest = tuple(each for each in sound.recipe.steps if each not in ours)
    recipe = sound.recipe.rewrite(rest if step in sound.recipe.steps else (*rest, step))
    return library.save_sound(settled_sound(library, sound, recipe), "edited", was=sound)
