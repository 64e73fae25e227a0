"""Joining: several sounds one after another become a new one."""

from collections.abc import Sequence
from itertools import accumulate

from evidence.library import Library
from evidence.sound import Sound
from studio.audio.joined import Joined
from studio.audio.mixed import Voice
from studio.audio.source import SoundSource
from studio.audio.units import seconds_to_frames
from studio.editing.made import CannotMake, Draft, Made, draft, keep_made, labels_from, looking_and_writing
from studio.takes import Progress

LONGEST_GAP_SECONDS = 600.0


def joined(
    library: Library,
    sounds: Sequence[Sound],
    *,
    gap_seconds: float = 0.0,
    progress: Progress | None = None,
) -> Draft:
    """The sounds in order, to be heard; the same one may come more than once.

    Raises
    ------
    CannotMake
        If there are fewer than two, or the gap cannot be.
    """
    if len(sounds) < 2:
        raise CannotMake("One sound alone cannot be joined.", "Choose a second one.")
    if not 0 <= gap_seconds <= LONGEST_GAP_SECONDS:
        raise CannotMake(
            f"There can be no gap of {gap_seconds:g} s.", f"Give 0 to {LONGEST_GAP_SECONDS:g} seconds."
        )

    def in_order(sources: list[SoundSource]) -> list[Voice]:
        return [Voice(Joined(sources, gap=seconds_to_frames(gap_seconds, sources[0].samplerate)))]

    return draft(library, sounds, in_order, progress=progress)


def join(
    library: Library,
    sounds: Sequence[Sound],
    *,
    gap_seconds: float = 0.0,
    title: str = "",
    by: str | None = None,
    progress: Progress | None = None,
) -> Made:
    """Make a new sound of several, one after another, with silence between them if asked; see `joined`."""
    looking, writing = looking_and_writing(progress)
    with joined(library, sounds, gap_seconds=gap_seconds, progress=looking) as drafted:
        title = title or " + ".join(dict.fromkeys(sound.title for sound in sounds))
        begins = accumulate((sound.seconds_after + gap_seconds for sound in sounds), initial=0.0)
        labels = [
            label for at, sound in zip(begins, sounds, strict=False) for label in labels_from(sound, at)
        ]
        return keep_made(library, drafted, sounds, title=title, by=by, labels=labels, progress=writing)
