"""The readings of a library: how loud it was, against last time, and what people said."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from evidence.award.records import AwardRecords
from evidence.codes import parse_code
from evidence.library import Library
from evidence.words import clean_line, clean_title
from lessons.assembly.events import Events
from lessons.assembly.level import NO, YES, Reading, compared, last_time
from studio.errors import StudioError
from studio.wording import date_in_words

QUIETEST, LOUDEST = -140.0, 0.0
"""Decibels against full scale that a microphone can read."""


class ReadingRefused(StudioError):
    """A reading that cannot be kept."""


class Levels:
    """The readings of a library; everybody may write one."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "reading", "RD", Reading)

    def all(self, place: str | None = None) -> tuple[Reading, ...]:
        """Every reading, oldest first; of one place."""
        wanted = place.casefold().strip() if place else None
        return tuple(
            each
            for each in self._records.all()
            if not each.struck and wanted in (None, each.place.casefold())
        )

    def add(
        self,
        place: str,
        setup: str,
        *,
        level: float | None = None,
        talk: str = "",
        back_row: str = "",
        ears: str = "",
        meter: str = "",
        event: str = "",
        by: Sequence[str] = (),
    ) -> Reading:
        """Keep a reading of our microphone, answers, or what a calibrated meter showed.

        Raises
        ------
        ReadingRefused
            If there is nothing to keep, an answer is neither yes nor no, or the level cannot be.
        """
        talk, back_row, ears = map(_answer, (talk, back_row, ears))
        shown = clean_line(meter, called="What the meter shows")
        if level is None and not (talk or back_row or ears or shown):
            raise ReadingRefused("There is nothing to keep.", "Give a level, an answer, or a meter's words.")
        now = self._library.now()
        made = Reading(
            id="",
            date=now.date(),
            place=clean_title(place),
            setup=clean_title(setup),
            level=_level(level),
            talk=talk,
            back_row=back_row,
            ears=ears,
            meter=shown,
            event=Events(self._library).one(event).id if event else "",
            by=tuple(dict.fromkeys(map(parse_code, by))),
            when=now,
        )
        return self._records.add(lambda id_: replace(made, id=id_), who=made.by[0] if made.by else None)

    def strike(self, reading_id: str, *, struck: bool = True) -> Reading:
        """Take a reading out, or put it back."""
        action = "struck" if struck else "put-back"
        return self._records.change(
            reading_id, lambda each: replace(each, struck=struck), action=action, who=None
        )

    def against_last_time(self, reading: Reading) -> str:
        """What can be said of a reading, in a sentence; never a number of decibels in the room."""
        before = last_time(reading, self._records.all())
        word = compared(reading, before)
        if reading.level is None:
            return "No level was read; what was said is kept."
        if not word or before is None:
            return "The first reading in this place with this set-up."
        asked = {YES: " People could talk then.", NO: " People could not talk then."}.get(before.talk, "")
        than = word if word.startswith("about") else f"{word} than"
        join = f"{than} as" if word.startswith("about") else than
        return f"{join[0].upper()}{join[1:]} last time, {date_in_words(before.date)}.{asked}"


def _level(dbfs: float | None) -> float | None:
    if dbfs is not None and not (isfinite(dbfs) and QUIETEST <= dbfs <= LOUDEST):
        raise ReadingRefused("That is no level of a microphone.", "Give dBFS, from -140 to 0.")
    return None if dbfs is None else float(dbfs)


def _answer(word: str) -> str:
    plain = word.strip().lower()
    if plain not in ("", YES, NO):
        raise ReadingRefused(f"“{word[:20]}” is no answer.", "Say yes or no.")
    return plain
