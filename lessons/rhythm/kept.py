"""Rhythms that a class keeps, to open again and go on with."""

from dataclasses import dataclass, replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.library import Library, UnknownRecord
from lessons.rhythm.pattern import Pattern, Row
from lessons.rhythm.shipped import UnknownRhythm, rhythm_book, start_named
from studio.errors import StudioError

_SERIES = "RY"
UNNAMED = "A rhythm without a name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A pattern that was kept."""

    id: str
    title: str
    tempo: int
    beats: int
    rows: tuple[Row, ...]
    pulse: bool
    sound: str = ""
    """Id of the sound that was made of it last; empty until one was."""
    made: datetime
    changed: datetime
    binned: bool = False

    def __post_init__(self) -> None:
        _ = self.pattern  # which refuses what cannot be played

    @property
    def pattern(self) -> Pattern:
        """What is played."""
        return Pattern(title=self.title, tempo=self.tempo, beats=self.beats, rows=self.rows, pulse=self.pulse)

    def with_pattern(self, pattern: Pattern, now: datetime) -> "Rhythm":
        """The same rhythm, played otherwise from now on."""
        return replace(
            self,
            title=pattern.title,
            tempo=pattern.tempo,
            beats=pattern.beats,
            rows=pattern.rows,
            pulse=pattern.pulse,
            changed=now,
        )


class Rhythms:
    """The rhythms in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "rhythm", _SERIES, Rhythm)

    def all(self, *, binned: bool = False) -> tuple[Rhythm, ...]:
        """Every one, the newest change first; or those in the bin."""
        found = (each for each in self._records.all() if each.binned == binned)
        return tuple(sorted(found, key=lambda each: (each.changed, each.id), reverse=True))

    def one(self, rhythm_id: str) -> Rhythm:
        """One of them; UnknownRecord if there is none of this id."""
        return self._records.one(rhythm_id)

    def keep(
        self, pattern: Pattern, rhythm_id: str = "", *, sound: str = "", who: str | None = None
    ) -> Rhythm:
        """Keep a pattern: as a new rhythm, or as what an earlier one has become."""
        now = self._library.now()
        if rhythm_id:

            def changed(stored: Rhythm) -> Rhythm:
                return replace(stored.with_pattern(pattern, now), sound=sound or stored.sound, binned=False)

            return self._records.change(rhythm_id, changed, action="edited", who=who)
        first = Rhythm(
            id="",
            title=pattern.title,
            tempo=pattern.tempo,
            beats=pattern.beats,
            rows=pattern.rows,
            pulse=pattern.pulse,
            sound=sound,
            made=now,
            changed=now,
        )
        return self._records.add(lambda new_id: replace(first, id=new_id), who=who)

    def bin(self, rhythm_id: str, *, who: str | None = None) -> Rhythm:
        """Put one in the bin; the sounds that were made of it stay."""
        return self._records.change(
            rhythm_id, lambda stored: replace(stored, binned=True), action="binned", who=who
        )

    def unbin(self, rhythm_id: str, *, who: str | None = None) -> Rhythm:
        """Take one out of the bin."""
        return self._records.change(
            rhythm_id, lambda stored: replace(stored, binned=False), action="unbinned", who=who
        )


def pattern_named(library: Library, name: str) -> Pattern:
    """A pattern by the id of a rhythm that was kept, or of one to start from.

    Raises
    ------
    UnknownRhythm
        If there is neither.
    """
    kept = {each.id: each for each in Rhythms(library).all()}
    if name.strip().upper() in kept:
        return kept[name.strip().upper()].pattern
    try:
        return start_named(name).pattern
    except UnknownRhythm as error:
        fix = error.fix if not kept else "See the list of both: soundingboard lesson rhythm list."
        raise UnknownRhythm(f"There is no rhythm “{name[:40]}”.", fix) from error


class NothingPlayed(StudioError):
    """A pattern of rests only."""


def refuse_empty(pattern: Pattern) -> None:
    """Refuse a pattern in which nothing sounds."""
    if pattern.is_empty:
        raise NothingPlayed("Nothing is played in this rhythm yet.", "Fill a box with Enter first.")


def sound_title(library: Library, sound_id: str) -> str:
    """What the sound of a row is called; a sound of the library that is gone says so."""
    for each in rhythm_book().sounds:
        if each.id == sound_id:
            return each.title
    try:
        return library.sound(sound_id).title
    except UnknownRecord:  # withdrawn
        return "gone"
