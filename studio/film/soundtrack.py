"""The sound of a film: every cue at its moment, exactly as long as the pictures."""

from collections.abc import Callable
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import Self

import numpy as np

from evidence.library import Library
from evidence.workspace import workspace
from studio.audio.clip import Frames
from studio.audio.excerpt import Excerpt
from studio.audio.files.container import ContainerSound
from studio.audio.files.decode import import_sound
from studio.audio.files.encode import export_sound
from studio.audio.files.film_out import write_film
from studio.audio.files.signature import kind_of
from studio.audio.files.wav import WavFile
from studio.audio.matched import Matched
from studio.audio.mixed import Mixed, Voice, headroom_db
from studio.audio.source import SoundSource
from studio.film.films import Film, facts_of, place_of
from studio.takes import Progress, rendition

SAMPLERATE, CHANNELS = 48000, 2
_CEILING_DBFS = -1.0
_LOOKING_SHARE = 0.2
"""Share of the progress given to finding the loudest moment."""


class Soundtrack:
    """All of it, worked out where it is read; a `SoundSource`. Close it when it was heard or written."""

    def __init__(self, mix: Mixed, length: int, close: Callable[[], None]) -> None:
        self._sound = Excerpt(mix, 0, length)
        self.samplerate = SAMPLERATE
        self.channels = CHANNELS
        self.length = length
        self.close = close

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open)."""
        return self._sound.read(start, stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Quiet:
    """Silence of a length; what everything else is heard over."""

    samplerate, channels = SAMPLERATE, CHANNELS

    def __init__(self, length: int) -> None:
        self.length = length

    def read(self, start: int, stop: int) -> Frames:
        return np.zeros((stop - start, CHANNELS), dtype=np.float32)


def frame_at(seconds: Fraction | float) -> int:
    """The frame of the sound at a moment."""
    return round(Fraction(seconds) * SAMPLERATE)


def soundtrack(
    library: Library, film: Film, *, fits: bool = True, progress: Progress | None = None
) -> Soundtrack:
    """Open the whole sound of a film; where it would be too loud, all of it is turned down.

    That is looked for from end to end, unless it need not `fit`. A cue whose sound is gone is silent.
    """
    length = max(1, frame_at(film.seconds))
    with ExitStack() as stack:
        voices = [Voice(_Quiet(length)), *_cued(library, film, stack)]
        if film.keeps_sound:
            voices += _own(library, film, stack)
        whole = Excerpt(Mixed(voices), 0, length)
        gain_db = headroom_db(whole, ceiling_dbfs=_CEILING_DBFS, progress=progress) if fits else 0.0
        return Soundtrack(Mixed(voices, gain_db=gain_db), length, stack.pop_all().close)


def export_soundtrack(library: Library, film: Film, out: Path, *, progress: Progress | None = None) -> None:
    """Write the sound of a film as a WAV file, exactly as long as the pictures.

    Raises
    ------
    AdultsOnly, SaveFault
    """
    library.adults.need("export the sound of a film")
    looking, writing = _shares(progress)
    with soundtrack(library, film, progress=looking) as sound:
        export_sound(sound, out, bits=24, progress=writing)


def export_film(library: Library, film: Film, out: Path, *, progress: Progress | None = None) -> None:
    """Write the film as an MP4: its pictures as they are, with this sound. For use in class.

    Raises
    ------
    AdultsOnly, FilmGone, NoPicture, SaveFault
    """
    library.adults.need("export a film")
    place = place_of(film)
    looking, writing = _shares(progress)
    with soundtrack(library, film, progress=looking) as sound:
        write_film(place, facts_of(film), sound, out, progress=writing)


def _cued(library: Library, film: Film, stack: ExitStack) -> list[Voice]:
    sounds = {sound.id: sound for sound in library.sounds()}
    opened: dict[str, SoundSource] = {}
    for cue in film.cues:
        if cue.sound in sounds and cue.sound not in opened:
            heard = stack.enter_context(rendition(library, sounds[cue.sound]))
            opened[cue.sound] = Matched(heard, SAMPLERATE, CHANNELS)
    return [
        Voice(opened[cue.sound], cue.gain_db, frame_at(cue.seconds))
        for cue in film.cues
        if cue.sound in opened and opened[cue.sound].length
    ]


def _own(library: Library, film: Film, stack: ExitStack) -> list[Voice]:
    """The film's own sound, where it stands against the first picture."""
    place = place_of(film)
    with ContainerSound(place, kind_of(place)) as sound:
        at = frame_at(sound.begins - film.start_seconds)
    wav = stack.enter_context(workspace(library.folder)) / "film.wav"
    import_sound(place, wav)
    heard: SoundSource = Matched(stack.enter_context(WavFile(wav)), SAMPLERATE, CHANNELS)
    if -at >= heard.length:
        return []
    return [Voice(Excerpt(heard, -at, heard.length), at=0) if at < 0 else Voice(heard, at=at)]


def _shares(progress: Progress | None) -> tuple[Progress | None, Progress | None]:
    if progress is None:
        return None, None
    tell = progress
    return (
        lambda share: tell(share * _LOOKING_SHARE),
        lambda share: tell(_LOOKING_SHARE + share * (1 - _LOOKING_SHARE)),
    )
