"""An event that the team looks after: an assembly, a singing assembly, a performance."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from evidence.words import clean_line, clean_text, clean_title
from lessons.assembly.skill import team_roles
from lessons.occasion import SCOPES
from lessons.occasion_kind import OccasionKind, UnknownKind, occasion_kind, occasion_kinds
from studio.errors import StudioError
from studio.wording import date_in_words, did_you_mean

STATUSES = ("planned", "done", "cancelled")


class BadTime(StudioError):
    """Something that is no time of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event; when it is done, an occasion says what happened."""

    id: str
    kind: str
    title: str
    date: date
    begins: str
    """Such as `09:10`."""
    place: str = ""
    scope: str = "school"
    """Whom it is for: one class, a key stage, or the whole school."""
    years: tuple[str, ...] = ()
    """Who takes part, where that is said."""
    roles: tuple[str, ...] = ()
    """The jobs that it needs; empty for all of them."""
    status: str = "planned"
    why: str = ""
    """Why it was cancelled."""
    note: str = ""
    occasion: str = ""
    """Id of the occasion that was made of it."""
    made: datetime

    def __post_init__(self) -> None:
        if self.status not in STATUSES or (self.scope and self.scope not in SCOPES):
            raise ValueError(f"an event cannot be {self.status!r:.20} for {self.scope!r:.20}")
        tidy = {
            "title": clean_title(self.title),
            "begins": clean_begins(self.begins),
            "place": clean_line(self.place, called="The place"),
            "why": clean_line(self.why, called="The reason"),
            "note": clean_text(self.note, called="The note"),
        }
        for name, value in tidy.items():
            object.__setattr__(self, name, value)

    @property
    def is_on(self) -> bool:
        """Whether it was not cancelled."""
        return self.status != "cancelled"

    @property
    def needs(self) -> tuple[str, ...]:
        """The jobs that somebody must do, in the order of the rota's columns."""
        return tuple(each.id for each in team_roles() if not self.roles or each.id in self.roles)

    @property
    def words(self) -> str:
        """Such as `Harvest assembly, 27 November 2026, 09:10`."""
        return f"{self.title}, {date_in_words(self.date)}, {self.begins}"

    def starts(self, now: datetime) -> datetime:
        """Its moment, in the time zone of a clock."""
        hour, minute = map(int, self.begins.split(":"))
        return datetime.combine(self.date, time(hour, minute), tzinfo=now.tzinfo)


def event_kinds() -> tuple[OccasionKind, ...]:
    """What an event can be: the occasions at which pupils lead sound and vision."""
    return tuple(kind for kind in occasion_kinds() if kind.type in _TYPES and kind.led)


def event_kind(text: str) -> OccasionKind:
    """The kind of an event; UnknownKind for what is no event of the team."""
    known = [each.id for each in event_kinds()]
    if "-".join(text.lower().split()) not in [each.id for each in occasion_kinds()]:
        raise UnknownKind(f"“{text[:40]}” is no event of the team.", did_you_mean(text, known))
    kind = occasion_kind(text)
    if kind.id not in known:
        raise UnknownKind(f"The team does not look after a {kind.a}.", did_you_mean(kind.id, known))
    return kind


def clean_begins(text: str) -> str:
    """A time such as `9.10` or `09:10`, as it is kept.

    Raises
    ------
    BadTime
        If it is none.
    """
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", text.strip(), re.ASCII)
    if found is None:
        raise BadTime(f"“{text[:20]}” is not a time.", "Write hours and minutes, such as 09:10.")
    return f"{int(found[1]):02d}:{found[2]}"


_TYPES = ("rota-log", "performance")
"""The kinds of evidence that come of it."""
