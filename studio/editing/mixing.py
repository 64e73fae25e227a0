"""Mixing: several sounds at the same time become a new one."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.library import Library
from evidence.sound import Sound
from studio.audio.mixed import Voice
from studio.audio.source import SoundSource
from studio.audio.units import seconds_to_frames
from studio.editing.made import CannotMake, Draft, Made, draft, keep_made, labels_from, looking_and_writing
from studio.takes import Progress

QUIETEST_DB, LOUDEST_DB = -60.0, 24.0
_LATEST_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Layer:
    """One sound of a mix.

    Raises
    ------
    CannotMake
        If its level or its time cannot be.
    """

    sound: Sound
    gain_db: float = 0.0
    at_seconds: float = 0.0
    """When it comes in."""

    def __post_init__(self) -> None:
        if not QUIETEST_DB <= self.gain_db <= LOUDEST_DB:
            raise CannotMake(
                f"{self.gain_db:g} dB is no level for a mix.",
                f"Give {QUIETEST_DB:g} to {LOUDEST_DB:g}; 0 leaves it as loud as it is.",
            )
        if not 0 <= self.at_seconds <= _LATEST_SECONDS:
            raise CannotMake(f"Nothing can come in at {self.at_seconds:g} s.", "Give 0 or more seconds.")


def mixed(library: Library, layers: Sequence[Layer], *, progress: Progress | None = None) -> Draft:
    """The mix, to be heard; the same sound may be in it more than once.

    Raises
    ------
    CannotMake
        If there are fewer than two layers.
    """
    if len(layers) < 2:
        raise CannotMake("One sound alone is no mix.", "Choose a second one.")

    def at_once(sources: list[SoundSource]) -> list[Voice]:
        return [
            Voice(source, layer.gain_db, seconds_to_frames(layer.at_seconds, source.samplerate))
            for source, layer in zip(sources, layers, strict=True)
        ]

    return draft(library, [layer.sound for layer in layers], at_once, progress=progress)


def mix(
    library: Library,
    layers: Sequence[Layer],
    *,
    title: str = "",
    by: str | None = None,
    progress: Progress | None = None,
) -> Made:
    """Make a new sound of several at the same time, each as loud as it should be; see `mixed`."""
    looking, writing = looking_and_writing(progress)
    sounds = [layer.sound for layer in layers]
    with mixed(library, layers, progress=looking) as drafted:
        title = title or " with ".join(dict.fromkeys(sound.title for sound in sounds))
        labels = [label for each in layers for label in labels_from(each.sound, each.at_seconds)]
        return keep_made(library, drafted, sounds, title=title, by=by, labels=labels, progress=writing)
