"""Parting: a stretch of a sound becomes a new one, or a sound becomes several."""

from collections.abc import Sequence
from itertools import count as count_from
from itertools import pairwise

from evidence.library import Library
from evidence.sound import Sound
from studio.audio.excerpt import Excerpt
from studio.audio.mixed import Voice
from studio.audio.recipe import Recipe, Step
from studio.audio.rendering.edges import FADE_SECONDS
from studio.audio.source import SoundSource
from studio.audio.steps.kind import LONGEST_SECONDS
from studio.audio.units import seconds_to_frames
from studio.editing.made import CannotMake, Made, draft, keep_made, labels_from, looking_and_writing
from studio.takes import Progress, bin_sound, rendition

_MOST_PIECES = 100


def copy_part(
    library: Library,
    sound: Sound,
    start_seconds: float,
    stop_seconds: float,
    *,
    title: str = "",
    progress: Progress | None = None,
) -> Made:
    """Copy a stretch of a sound, as it is now, to a new sound; the sound itself stays as it is.

    Raises
    ------
    CannotMake
        If nothing of the sound is there.
    """
    frames = _frames(sound, (start_seconds, stop_seconds))
    return _copied(library, sound, *frames, title=title or f"{sound.title}, a part", progress=progress)


def split(
    library: Library, sound: Sound, at_seconds: Sequence[float], *, progress: Progress | None = None
) -> tuple[Made, ...]:
    """Make new sounds of what lies before, between and after some places; the sound itself stays as it is.

    Joined again they are what the sound was, but for fades of 2 ms where a cut would click: these are
    steps of the new sounds, and can be taken back. When it is stopped, the pieces made so far go to the bin.

    Raises
    ------
    CannotMake
        If there are no places inside the sound, or too many.
    """
    edges = _edges(library, sound, at_seconds)
    made: list[Made] = []
    taken = {each.title for each in library.sounds() if not each.binned}
    free = (title for number in count_from(1) if (title := f"{sound.title} {number}") not in taken)
    try:
        for number, (start, stop) in enumerate(pairwise(edges), 1):
            part = None if progress is None else _piece_of(progress, number, len(edges) - 1)
            made.append(_copied(library, sound, start, stop, title=next(free), progress=part))
    except BaseException:
        for each in made:
            bin_sound(library, each.sound)
        raise
    return tuple(made)


def _edges(library: Library, sound: Sound, at_seconds: Sequence[float]) -> list[int]:
    with rendition(library, sound) as source:
        end = source.length
    frames = {*_frames(sound, [each for each in at_seconds if 0 < each < LONGEST_SECONDS])}
    edges = [0, *sorted(frame for frame in frames if 0 < frame < end), end]
    if len(edges) < 3:
        raise CannotMake("There is no place inside the sound to split it at.", "Choose a place in it.")
    if len(edges) > _MOST_PIECES + 1:
        raise CannotMake(f"{len(edges) - 1} pieces are too many.", f"Split it into up to {_MOST_PIECES}.")
    return edges


def _copied(
    library: Library, sound: Sound, start: int, stop: int, *, title: str, progress: Progress | None
) -> Made:
    looking, writing = looking_and_writing(progress)
    steps: list[Step] = []

    def stretch(sources: list[SoundSource]) -> list[Voice]:
        (source,) = sources
        first, last = max(0, min(start, source.length)), min(stop, source.length)
        if first >= last:
            raise CannotMake(f"Nothing of “{sound.title}” is there.", "Choose a stretch inside the sound.")
        part = Excerpt(source, first, last)
        if part.begins_with_a_click:
            steps.append(Step("fade-in", (FADE_SECONDS,)))
        if part.ends_with_a_click:
            steps.append(Step("fade-out", (FADE_SECONDS,)))
        return [Voice(part)]

    with draft(library, [sound], stretch, progress=looking) as drafted:
        return keep_made(
            library,
            drafted,
            [sound],
            title=title,
            kept=sound.kept,
            recipe=Recipe(tuple(steps)),
            labels=labels_from(sound, 0.0, start=start / sound.samplerate, stop=stop / sound.samplerate),
            progress=writing,
        )


def _frames(sound: Sound, seconds: Sequence[float]) -> list[int]:
    return [seconds_to_frames(each, sound.samplerate) for each in seconds]


def _piece_of(progress: Progress, number: int, count: int) -> Progress:
    return lambda share: progress((number - 1 + share) / count)
