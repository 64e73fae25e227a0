"""Changes to a sound in line mode: what was done comes back as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.audio.recipe import Step
from studio.errors import StudioError
from studio.wording import begun, did_you_mean

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound
    from lessons.sound_change import SoundChange

_CEILING_DBFS, _WORTHWHILE = -1.0, 0.94
"""A peak that is nearer to the ceiling than half a decibel stays where it is."""

Told = tuple["Sound", str]
"""The sound as it is now, and what to say."""


class UnknownChange(StudioError):
    """A word that is no change."""


def tidy(library: Library, sound: Sound) -> Told:
    """Cut the silence off the ends."""
    from studio.takes import tidy_sound

    changed, found = tidy_sound(library, sound)
    return changed, found.why


def louder(library: Library, sound: Sound) -> Told:
    """As loud as it goes without spoiling it."""
    from studio.audio.units import db_to_amplitude
    from studio.takes import do, rendition

    with rendition(library, sound) as opened:
        peak = opened.peak
    if peak >= _WORTHWHILE * db_to_amplitude(_CEILING_DBFS):
        return sound, "It is as loud as it can be."
    return do(library, sound, Step("normalise", (_CEILING_DBFS,))), "Louder."


def change_lines() -> list[str]:
    """The changes there are, a line each."""
    lines = [
        f"{number}. {each.title}: {', or '.join(strength.words for strength in each.strengths)}."
        for number, each in enumerate(_changes(), 1)
    ]
    return ["Type change and one of these, such as: change 1. A second number is how much.", *lines]


def change(library: Library, sound: Sound, what: str) -> Told:
    """Do one of the changes, in place of the same one done before; a second word says how much of it."""
    from lessons.sound_change import changes_on
    from studio.editing.changing import placed, set_steps
    from studio.takes import rendition

    wanted, strength = _meant(what)
    steps = wanted.strengths[strength - 1].steps
    with rendition(library, sound) as opened:
        steps = placed(steps, opened)
    there = sound.recipe.steps
    now = changes_on(there, _changes()).get(wanted.id)
    changed = set_steps(library, sound, (*there, *steps) if now is None else now.replaced(there, steps))
    return changed, f"{begun(wanted.strengths[strength - 1].words)}. Type undo to take it back."


def _meant(what: str) -> tuple[SoundChange, int]:
    name, _, amount = what.lower().rpartition(" ")
    if not (name and amount.isascii() and amount.isdecimal()):
        name, amount = what.lower(), "1"
    changes = _changes()
    titles = {each.title.lower(): each for each in changes}
    numbers = {str(number): each for number, each in enumerate(changes, 1)}
    found = titles.get(name.strip()) or numbers.get(name.strip())
    if found is None:
        raise UnknownChange(f"There is no change “{what[:20]}”.", did_you_mean(name, titles))
    return found, max(1, min(int(amount[:3]), len(found.strengths)))


def _changes() -> tuple[SoundChange, ...]:
    from lessons.sound_change import sound_changes

    return sound_changes()
