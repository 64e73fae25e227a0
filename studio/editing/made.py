"""A sound made of others: heard before it is, then kept as an original of its own."""

import math
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Self

from evidence.inheritance import inherited
from evidence.label import Label
from evidence.library import Library
from evidence.sound import Sound
from evidence.words import TITLE_LENGTH
from evidence.workspace import workspace
from studio.audio.files.wav import WavFile
from studio.audio.matched import alike
from studio.audio.mixed import Mixed, Voice, headroom_db
from studio.audio.overview import overview_of
from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import Rendition
from studio.audio.source import SoundSource
from studio.errors import StudioError
from studio.labels import MOST_LABELS, labels_heard
from studio.takes import Progress, rendition, session_now

_CEILING_DBFS = -1.0
_BITS = 24
_LONGEST_SECONDS = 24 * 3600
_LOOKING_SHARE = 0.3
"""Share of the progress given to finding the loudest moment."""
_MOST_PARTS = 200

Compose = Callable[[list[SoundSource]], list[Voice]]
"""The parts, all of one shape -> what of them is heard when, and how loud."""


class CannotMake(StudioError):
    """Sounds of which nothing can be made."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new sound, and what was done so that nothing of it is spoilt."""

    sound: Sound
    turned_down_db: float = 0.0
    """How much quieter than its parts it had to be, for its loudest moment to fit; 0 or more."""

    @property
    def words(self) -> str:
        """What to tell of that; empty when nothing was done."""
        if not self.turned_down_db:
            return ""
        return f"All of it is {self.turned_down_db:.1f} dB quieter, so that nothing is too loud."


class Draft(Mixed):
    """What is about to be made, worked out where it is read; close it when it was heard or kept."""

    def __init__(self, voices: Sequence[Voice], gain_db: float, close: Callable[[], None]) -> None:
        super().__init__(voices, gain_db=gain_db)
        self.gain_db = gain_db
        """0, or what it had to be turned down by for its loudest moment to fit."""
        self.close = close

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def draft(
    library: Library, parts: Sequence[Sound], compose: Compose, *, progress: Progress | None = None
) -> Draft:
    """Open parts as they are now, in one samplerate and with as many channels, as one sound.

    Where it might be too loud, all of it is listened to once; `progress` hears of that.

    Raises
    ------
    CannotMake
        If there is nothing to make it of, too many, or it would last longer than a day.
    """
    if not parts:
        raise CannotMake("There is no sound to make it of.", "Choose one first.")
    if len(parts) > _MOST_PARTS:
        raise CannotMake(f"{len(parts)} sounds are too many at once.", f"Take up to {_MOST_PARTS}.")
    with ExitStack() as stack:
        ids = dict.fromkeys(part.id for part in parts)
        by_id = {part.id: part for part in parts}
        opened = {each: stack.enter_context(rendition(library, by_id[each])) for each in ids}
        voices = compose(alike([opened[part.id] for part in parts]))
        gain_db = _gain_to_fit(Mixed(voices), [*opened.values()], progress)
        return Draft(voices, gain_db, stack.pop_all().close)


def keep_made(
    library: Library,
    drafted: Draft,
    parts: Sequence[Sound],
    *,
    title: str,
    by: str | None = None,
    kept: bool = True,
    recipe: Recipe | None = None,
    labels: Sequence[Label] = (),
    progress: Progress | None = None,
) -> Made:
    """Keep what was made of these sounds as a new one, in 24 bits; they stay as they are.

    What does not end well leaves nothing.
    """
    from studio.audio.files.encode import export_sound

    with workspace(library.folder) as folder:
        wav, peaks = folder / "made.wav", folder / "made.peaks"
        export_sound(drafted, wav, bits=_BITS, progress=progress)
        with WavFile(wav) as file:
            overview_of(file).save(peaks)
        sound = library.add_sound(
            wav,
            title=title[:TITLE_LENGTH],
            session=session_now(library),
            kept=kept,
            overview_path=peaks,
            recipe=recipe or Recipe(),
            made_of=tuple(dict.fromkeys(part.id for part in parts)),
            labels=tuple(labels[:MOST_LABELS]),
            move=True,
            **inherited(parts).fields(by),
        )
    return Made(sound, -drafted.gain_db)


def labels_from(sound: Sound, at: float, *, start: float = 0.0, stop: float = math.inf) -> list[Label]:
    """The labels heard in a sound from `start` to `stop`, when that stretch begins at `at` in the whole."""
    return [
        Label(at + seconds - start, label.words)
        for seconds, label in labels_heard(sound)
        if start <= seconds < stop
    ]


def looking_and_writing(progress: Progress | None) -> tuple[Progress | None, Progress | None]:
    """One progress for both: looking for the loudest moment, then writing."""
    if progress is None:
        return None, None
    hear: Progress = progress
    return (
        lambda share: hear(share * _LOOKING_SHARE),
        lambda share: hear(_LOOKING_SHARE + share * (1 - _LOOKING_SHARE)),
    )


def _gain_to_fit(whole: Mixed, parts: Sequence[Rendition], progress: Progress | None) -> float:
    if whole.length > _LONGEST_SECONDS * whole.samplerate:
        raise CannotMake("That would last longer than a day.", "Choose fewer sounds, or shorter ones.")
    fits = whole.highest(max(part.peak for part in parts)) <= 1.0
    is_exact = all(part.samplerate == whole.samplerate for part in parts)  # another one moves the peaks
    if fits and is_exact:
        return 0.0
    return headroom_db(whole, ceiling_dbfs=_CEILING_DBFS, progress=progress)
