"""Use cases with labels: name a moment of a sound, say another name, take it off."""

from dataclasses import replace

from evidence.label import Label
from evidence.library import Library
from evidence.sound import Sound
from studio.audio.whereabouts import moment_after, moment_before
from studio.errors import StudioError

MOST_LABELS = 100


class TooManyLabels(StudioError):
    """More names than a picture could show."""


def put_label(library: Library, sound: Sound, seconds: float, words: str) -> Sound:
    """Name the moment that is heard so many seconds into the sound as it is now."""
    if len(sound.labels) >= MOST_LABELS:
        raise TooManyLabels(
            f"A sound has at most {MOST_LABELS} labels.", "Take one off that you do not need."
        )
    moment = moment_before(sound.recipe, sound.seconds, seconds)
    return with_labels(library, sound, (*sound.labels, Label(moment, words)))


def rename_label(library: Library, sound: Sound, label: Label, words: str) -> Sound:
    """Say another name for the same moment."""
    rest = [each for each in sound.labels if each != label]
    return with_labels(library, sound, (*rest, Label(label.seconds, words)))


def remove_label(library: Library, sound: Sound, label: Label) -> Sound:
    """Take a label off."""
    return with_labels(library, sound, tuple(each for each in sound.labels if each != label))


def with_labels(library: Library, sound: Sound, labels: tuple[Label, ...]) -> Sound:
    """The sound with these labels, stored; with the labels it has, nothing changes."""
    changed = replace(sound, labels=labels)
    return sound if changed == sound else library.save_sound(changed, "labelled", was=sound)


def labels_heard(sound: Sound) -> tuple[tuple[float, Label], ...]:
    """The labels that can be heard now, each with its seconds into the sound, in the order they come."""
    placed = [(moment_after(sound.recipe, sound.seconds, label.seconds), label) for label in sound.labels]
    heard = [(seconds, label) for seconds, label in placed if seconds is not None]
    return tuple(sorted(heard, key=lambda each: each[0]))
