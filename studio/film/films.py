"""Films and their cue sheets: which sound comes when. A film itself stays where it is and is never copied."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.words import clean_line, clean_title
from studio.errors import StudioError
from studio.film.moments import moment_words, within

if TYPE_CHECKING:
    from studio.audio.files.video import FilmFacts

CARE = "A film belongs to those who made it. Play clips of others in class only, and never hand them on."
QUIETEST_DB, LOUDEST_DB = -40.0, 12.0
_MOST_CUES = 200
_NUMBER = re.compile(r"-?\d{1,15}(/[1-9]\d{0,14})?", re.ASCII)
"""An exact number as it is kept; nothing longer is worked out."""


class FilmGone(StudioError):
    """A film that is not where it was, or is another one now."""


class BadCue(StudioError):
    """A cue that cannot be, or is not there."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One sound at one moment."""

    sound: str
    """Id of the sound."""
    seconds: float
    """When it begins, counted from the first picture."""
    gain_db: float = 0.0
    words: str = ""
    """What is seen then."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", clean_line(self.words, called="What is seen"))
        object.__setattr__(self, "seconds", float(self.seconds))
        object.__setattr__(self, "gain_db", float(self.gain_db))
        if not QUIETEST_DB <= self.gain_db <= LOUDEST_DB:
            raise BadCue(
                f"{self.gain_db:g} dB is no level for a film.", f"Give {QUIETEST_DB:g} to {LOUDEST_DB:g} dB."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A film and its cues, the earliest first."""

    id: str
    title: str
    file: str
    """Where the film is on this computer."""
    size: int
    """Of that file in bytes, to know it again."""
    start: str
    length: str
    rate: str
    """Exact numbers, as fractions."""
    pictures: int
    is_even: bool
    has_sound: bool
    keeps_sound: bool = False
    """Whether the film's own sound is heard too."""
    cues: tuple[Cue, ...] = ()
    made: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title))
        object.__setattr__(self, "cues", tuple(sorted(self.cues, key=lambda cue: (cue.seconds, cue.sound))))
        if not all(map(_NUMBER.fullmatch, (self.start, self.length, self.rate))):
            raise ValueError("no film has such a length")
        if self.seconds <= 0 or self.pictures_a_second <= 0 or self.pictures <= 0:
            raise ValueError("no film has such a length")
        if not all(0 <= cue.seconds < self.seconds for cue in self.cues):
            raise ValueError("a cue is not in its film")

    @property
    def start_seconds(self) -> Fraction:
        """When the first picture comes on the file's own clock."""
        return Fraction(self.start)

    @property
    def seconds(self) -> Fraction:
        """From the first picture to the end of the last."""
        return Fraction(self.length)

    @property
    def pictures_a_second(self) -> Fraction:
        """The rate."""
        return Fraction(self.rate)

    def words_at(self, seconds: float) -> str:
        """A moment as it is read."""
        return moment_words(seconds, self.pictures_a_second)


class Films:
    """The films in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "film", "FM", Film)

    def all(self) -> tuple[Film, ...]:
        """Every one, the newest first."""
        return self._records.all()[::-1]

    def one(self, film_id: str) -> Film:
        """One of them; UnknownRecord if there is none of this id."""
        return self._records.one(film_id)

    def add(self, file: Path, title: str = "", *, who: str | None = None) -> Film:
        """Begin a cue sheet for a film; only when its pictures come is read, and nothing of it is copied.

        Raises
        ------
        AdultsOnly, NoPicture, FileUnreadable
            If no adult is here, or it is no film that can be used.
        """
        self._library.adults.need("choose a film")
        facts = _facts(file)
        made = Film(
            id="",
            title=title or file.stem,
            file=str(file.absolute()),
            size=file.stat().st_size,
            start=str(facts.start),
            length=str(facts.seconds),
            rate=str(facts.rate),
            pictures=facts.pictures,
            is_even=facts.is_even,
            has_sound=facts.has_sound,
            made=self._library.now(),
        )
        return self._records.add(lambda new_id: replace(made, id=new_id), who=who)

    def moved(self, film_id: str, file: Path, *, who: str | None = None) -> Film:
        """Say where a film is now; its cues stay.

        Raises
        ------
        FilmGone
            If it is another film: cues would come at the wrong pictures.
        """
        self._library.adults.need("choose a film")
        film, facts = self.one(film_id), _facts(file)
        if (str(facts.seconds), facts.pictures) != (film.length, film.pictures):
            raise FilmGone(f"“{file.name}” is another film.", "Begin a new cue sheet for it.")
        return self._change(
            film_id,
            "edited",
            who,
            file=str(file.absolute()),
            size=file.stat().st_size,
            start=str(facts.start),
        )

    def put(self, film_id: str, cues: Sequence[Cue], *, who: str | None = None) -> Film:
        """Give it these cues in place of all others; what it was is known to whoever wants to undo.

        Raises
        ------
        BadMoment, BadCue, UnknownRecord
            If one comes after the film's end, there are too many, or a sound is not in the library.
        """
        film = self.one(film_id)
        if len(cues) > _MOST_CUES:
            raise BadCue(f"{len(cues)} cues are too many.", f"Use up to {_MOST_CUES}.")
        for cue in cues:
            within(cue.seconds, film.seconds, film.pictures_a_second)
            self._library.sound(cue.sound)
        return self._change(film_id, "cued", who, cues=tuple(cues))

    def cue(self, film_id: str, cue: Cue, *, who: str | None = None) -> Film:
        """Add a cue."""
        return self.put(film_id, (*self.one(film_id).cues, cue), who=who)

    def keep_sound(self, film_id: str, keeps: bool, *, who: str | None = None) -> Film:
        """Say whether the film's own sound is heard too."""
        if keeps and not self.one(film_id).has_sound:
            raise BadCue("This film has no sound of its own.", "Add yours at the moments you choose.")
        return self._change(film_id, "edited", who, keeps_sound=keeps)

    def _change(self, film_id: str, action: str, who: str | None, **fields: Any) -> Film:
        return self._records.change(film_id, lambda stored: replace(stored, **fields), action=action, who=who)


def place_of(film: Film) -> Path:
    """Where a film is.

    Raises
    ------
    FilmGone
        If it is not there any more, or has changed since its cues were set.
    """
    path = Path(film.file)
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        size = -1
    if size < 0:
        raise FilmGone(
            f"The film “{film.title}” is not where it was.", "Say where it is now, then try again."
        )
    if size != film.size:
        raise FilmGone(f"The film “{film.title}” has changed.", "Begin a new cue sheet for it.")
    return path


def facts_of(film: Film) -> "FilmFacts":
    """When its pictures come, as it was read when the film was chosen."""
    from studio.audio.files.video import FilmFacts

    return FilmFacts(
        start=film.start_seconds,
        seconds=film.seconds,
        pictures=film.pictures,
        rate=film.pictures_a_second,
        is_even=film.is_even,
        width=0,
        height=0,
        codec="",
        has_sound=film.has_sound,
    )


def _facts(file: Path) -> "FilmFacts":
    from studio.audio.files.video import read_film  # PyAV: only when a film is read

    return read_film(file)
