"""Pupils who teach younger ones: who showed what to which year group, and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.past import past_day
from evidence.records.store import Turn
from evidence.safety.people import People
from evidence.words import clean_line, clean_text
from evidence.years import in_order
from lessons.occasion import Occasion
from lessons.occasion_turn import put_occasion, take_back
from rubric.plain import to_plain
from studio.errors import StudioError
from studio.wording import begun, count, listed

_LONGEST = 300


class BadTeaching(StudioError):
    """Teaching without anybody who taught or was taught, or of no length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """One time that pupils taught others."""

    id: str
    date: date
    codes: tuple[str, ...]
    """Who taught."""
    tool: str
    """What they showed."""
    year_groups: tuple[str, ...]
    """Whom they taught."""
    minutes: int
    note: str = ""
    session: str = ""
    """Id of the club's session in which it was; empty when it was elsewhere."""
    occasion: str = ""
    made: datetime


class Teachings:
    """The log of peer teaching."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "teaching", "TC", Teaching)

    def all(self) -> tuple[Teaching, ...]:
        """Every time, oldest first; those whose teachers were all withdrawn are gone."""
        return tuple(each for each in self._records.all() if each.codes)

    def add(
        self,
        codes: Sequence[str],
        tool: str,
        year_groups: Sequence[str],
        minutes: int,
        *,
        day: date | None = None,
        note: str = "",
    ) -> Teaching:
        """Write down that pupils taught others, today unless a day is given; evidence is proposed from it.

        Raises
        ------
        BadTeaching, UnknownPerson, UnknownYear, NotYetHappened
        """
        people, now = People(self._library), self._library.now()
        made = Teaching(
            id="",
            date=past_day(day, now.date()),
            codes=tuple(dict.fromkeys(people.one(code).code for code in codes)),
            tool=clean_line(tool, called="What they showed"),
            year_groups=in_order(year_groups),
            minutes=minutes,
            note=clean_text(note, called="The note"),
            made=now,
        )
        if not made.codes or not made.year_groups or not made.tool:
            raise BadTeaching("It is not said who showed what to whom.", "Give codes, a tool and years.")
        if not 1 <= minutes <= _LONGEST:
            raise BadTeaching(f"Nobody teaches for {minutes} minutes.", f"Give 1 to {_LONGEST}.")
        with self._library.store.turn() as turn:
            return put_teaching(turn, made)

    def take_back(self, teaching_id: str) -> None:
        """It was never so: it goes, with what it became and what was proposed from that.

        Only an adult takes back what was written down on another day.
        """
        found = self._records.one(teaching_id)
        if found.made.date() != self._library.now().date():
            self._library.adults.need("change the log of an earlier day")
        with self._library.store.turn() as turn:
            take_back(self._library, turn, "teaching", found.id)
            if found.occasion:
                take_back(self._library, turn, "occasion", found.occasion)


def put_teaching(turn: Turn, made: Teaching) -> Teaching:
    """Store teaching, and what it is as something that happened, in a turn that is taken."""
    occasion = put_occasion(
        turn,
        Occasion(
            id=made.occasion,
            kind="peer-teaching",
            title=f"{begun(made.tool)} for {listed(list(made.year_groups))}",
            date=made.date,
            year_groups=made.year_groups,
            led_by=made.codes,
            tools=made.tool,
            note="\n".join(filter(None, [f"It took {count(made.minutes, 'minute')}.", made.note])),
            made=made.made,
        ),
    )
    kept = replace(made, id=made.id or turn.new_id("teaching", "TC"), occasion=occasion.id)
    turn.put("teaching", kept.id, to_plain(kept), action="added", who=None)
    return kept
