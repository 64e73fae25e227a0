"""What a sound is about: the school subject, and the dimensions of music one hears in it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evidence.library import Library
from evidence.sound import Sound
from lessons.vocabulary import dimensions as every_dimension
from studio.errors import StudioError
from studio.wording import did_you_mean


class UnknownDimension(StudioError):
    """A word that is no dimension of music."""


def tag_sound(
    library: Library,
    sound: Sound,
    *,
    subject: str | None = None,
    dimensions: Sequence[str] | None = None,
) -> Sound:
    """Write down what is given, and leave the rest as it was.

    Parameters
    ----------
    dimensions : ids as in the words for sound, such as pitch or tempo

    Raises
    ------
    UnknownDimension
    """
    known = [each.id for each in every_dimension()]
    given: dict[str, Any] = {}
    if subject is not None:
        given["subject"] = subject
    if dimensions is not None:
        for word in dimensions:
            if word.lower() not in known:
                raise UnknownDimension(f"“{word[:30]}” is no dimension of music.", did_you_mean(word, known))
        chosen = {word.lower() for word in dimensions}
        given["dimensions"] = tuple(each for each in known if each in chosen)
    tagged = replace(sound, **given)
    return sound if tagged == sound else library.save_sound(tagged, "tagged", was=sound)


def subjects_of(library: Library) -> dict[str, tuple[str, ...]]:
    """By the id of each sound: its own subject, else those of the evidence that has it."""
    found: dict[str, dict[str, str]] = {}
    for entry in library.entries():
        if entry.subject and entry.status in ("accepted", "proposed"):
            for use in entry.sounds:
                found.setdefault(use.sound_id, {}).setdefault(entry.subject.casefold(), entry.subject)
    said = {id_: tuple(subjects.values()) for id_, subjects in found.items()}
    return said | {sound.id: (sound.subject,) for sound in library.sounds() if sound.subject}
