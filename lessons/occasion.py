"""Occasions: what happened in the room on a day, such as a club session or an assembly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.past import past_day
from evidence.safety.people import parse_code
from evidence.words import clean_line, clean_text, clean_title
from evidence.years import in_order
from lessons.occasion_kind import occasion_kind
from studio.errors import StudioError
from studio.wording import did_you_mean

SCOPES = ("class", "key-stage", "school")
"""For whom it was: one class, a key stage, the whole school."""
DID = ("used", "recorded", "changed")
"""What a class did with sounds: used given ones, recorded their own, changed those for a purpose."""


class BadScope(StudioError):
    """A word that does not say for whom something was, or what was done in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One thing that happened."""

    id: str
    kind: str
    title: str
    date: date
    year_groups: tuple[str, ...] = ()
    """Who took part."""
    led_by: tuple[str, ...] = ()
    """Pupils who led, taught or helped, by code."""
    people: tuple[str, ...] = ()
    """Others who were heard or seen, by code."""
    subject: str = ""
    tools: str = ""
    """What was used, in free words, such as `sound buttons`."""
    note: str = ""
    sounds: tuple[str, ...] = ()
    """Ids of the sounds that were used or made in it."""
    scope: str = ""
    """One of `SCOPES`; empty when it is not said."""
    did: tuple[str, ...] = ()
    """Of `DID`, what was done with sounds."""
    unit: str = ""
    """Id of the lesson's unit that was taught, such as `Y3-B`."""
    made: datetime

    def __post_init__(self) -> None:
        tidy = {
            "title": clean_title(self.title),
            "year_groups": in_order(self.year_groups),
            "led_by": tuple(dict.fromkeys(map(parse_code, self.led_by))),
            "people": tuple(dict.fromkeys(map(parse_code, self.people))),
            "subject": clean_line(self.subject, called="The subject"),
            "tools": clean_line(self.tools, called="The tools"),
            "note": clean_text(self.note, called="The note"),
            "sounds": tuple(dict.fromkeys(self.sounds)),
            "scope": _one_of(SCOPES, self.scope, "scope") if self.scope else "",
            "did": tuple(
                word for word in DID if word in {_one_of(DID, each, "thing done") for each in self.did}
            ),
            "unit": clean_line(self.unit, called="The unit"),
        }
        for name, value in tidy.items():
            object.__setattr__(self, name, value)


class Occasions:
    """What happened, in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "occasion", "OC", Occasion)

    def all(self, kind: str | None = None) -> tuple[Occasion, ...]:
        """Every one, in the order they were written down; of one kind when it is given."""
        return tuple(each for each in self._records.all() if kind in (None, each.kind))

    def one(self, occasion_id: str) -> Occasion:
        """One of them; UnknownRecord if there is none of this id."""
        return self._records.one(occasion_id)

    def add(
        self,
        kind: str,
        title: str = "",
        *,
        day: date | None = None,
        year_groups: Sequence[str] = (),
        led_by: Sequence[str] = (),
        people: Sequence[str] = (),
        subject: str = "",
        tools: str = "",
        note: str = "",
        sounds: Sequence[str] = (),
        scope: str = "",
        did: Sequence[str] = (),
        unit: str = "",
        who: str | None = None,
    ) -> Occasion:
        """Write down what happened, today unless a day is given.

        Raises
        ------
        UnknownKind, NotYetHappened, UnknownRecord, BadScope
            If there is no such kind, it has not happened yet, or a sound is not in the library.
        """
        of, now = occasion_kind(kind), self._library.now()
        made = Occasion(
            id="",
            kind=of.id,
            title=title or of.title,
            date=past_day(day, now.date()),
            year_groups=tuple(year_groups),
            led_by=tuple(led_by),
            people=tuple(people),
            subject=subject,
            tools=tools,
            note=note,
            sounds=self._known(sounds),
            scope=scope,
            did=tuple(did),
            unit=unit,
            made=now,
        )
        return self._records.add(lambda occasion_id: replace(made, id=occasion_id), who=who)

    def add_to(
        self,
        occasion_id: str,
        *,
        year_groups: Sequence[str] = (),
        led_by: Sequence[str] = (),
        people: Sequence[str] = (),
        sounds: Sequence[str] = (),
        who: str | None = None,
    ) -> Occasion:
        """Add people, year groups or sounds to what was written down."""
        known = self._known(sounds)

        def added(stored: Occasion) -> Occasion:
            return replace(
                stored,
                year_groups=(*stored.year_groups, *year_groups),
                led_by=(*stored.led_by, *led_by),
                people=(*stored.people, *people),
                sounds=(*stored.sounds, *known),
            )

        return self._records.change(occasion_id, added, action="edited", who=who)

    def change(self, occasion_id: str, *, action: str, who: str | None = None, **fields: Any) -> Occasion:
        """Put right what was written down: these fields and no others."""
        return self._records.change(
            occasion_id, lambda stored: replace(stored, **fields), action=action, who=who
        )

    def _known(self, sounds: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._library.sound(sound_id).id for sound_id in sounds)


def _one_of(words: Sequence[str], text: str, called: str) -> str:
    word = "-".join(text.lower().split())
    if word not in words:
        raise BadScope(f"“{text[:40]}” is no {called}.", did_you_mean(word, words))
    return word
