"""The form of one event; a new one may come back every week of term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widget import Widget

from studio.errors import StudioError
from studio.ui.screens.form import FormScreen
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.years_row import YearsRow
from studio.wording import count, date_in_words

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from rubric.year import Calendar

_MOST_WEEKS = 40
_SCOPES = [("school", "whole school"), ("key-stage", "a key stage"), ("class", "one class")]


class EventScreen(FormScreen):
    """A new event, or one as it is now."""

    HELP_PAGE: ClassVar[str] = "assembly_events"

    def __init__(self, event: Event | None = None, *, kept: Callable[[Event], None]) -> None:
        super().__init__()
        self.event = event
        self._kept = kept
        """Is told what was kept, to take it back."""

    def rows(self) -> Iterable[Widget]:
        """The lines, filled in with what the event says."""
        from lessons.assembly.event import event_kinds
        from lessons.assembly.skill import team_roles

        now = self.event
        kinds = [(kind.id, kind.title) for kind in event_kinds()]
        yield ChoiceRow("What", kinds, id="kind", value=now.kind if now else "assembly")
        yield FieldRow("Title", id="title", value=now.title if now else "", placeholder="empty: as above")
        day = now.date if now else self.studio.clock().date()
        yield FieldRow("Day", id="day", value=day.isoformat(), placeholder="year-month-day")
        yield FieldRow("Begins", id="begins", value=now.begins if now else "09:00", placeholder="09:10")
        if now is None:
            yield FieldRow("How many weeks", id="weeks", value="1", placeholder="1, or one a week in term")
        yield FieldRow("Place", id="place", value=now.place if now else "", placeholder="such as Hall")
        yield ChoiceRow("For", _SCOPES, id="scope", value=now.scope if now else "school")
        yield YearsRow(frozenset(now.years if now else ()), id="years")
        jobs = " ".join(role.id for role in team_roles())
        yield FieldRow(
            "Jobs", id="roles", value=" ".join(now.roles) if now else "", placeholder=f"empty: all of {jobs}"
        )
        yield FieldRow(
            "Note", id="note", value=now.note if now else "", placeholder="what the team must know"
        )

    def on_mount(self) -> None:
        """Start at what it is."""
        super().on_mount()
        self.title_is(f"Events: change {self.event.title}" if self.event else "Events: a new one")

    def save(self) -> str:
        """Keep it."""
        from lessons.assembly.events import Events

        events = Events(self.library)
        given: dict[str, Any] = {
            name: self.typed(name) for name in ("kind", "title", "begins", "place", "scope", "note")
        }
        given["years"] = tuple(self.query_one(YearsRow).chosen)
        given["roles"] = (
            tuple(re.split(r"[,;\s]+", self.typed("roles").strip())) if self.typed("roles") else ()
        )
        day = self.typed_day("day")
        if self.event is not None:
            given["title"] = given["title"] or self.event.title
            self._kept(events.edit(self.event.id, date=day, **given))
            return f"Changed {self.event.title}. Z takes it back."
        days = weekly(day, _weeks(self.typed("weeks")), self._calendar())
        kind = given.pop("kind")
        for each in days:
            self._kept(events.add(kind, each, **given))
        last = f", the last on {date_in_words(days[-1])}" if len(days) > 1 else ""
        return f"Planned {count(len(days), 'event')}{last}. Z takes it back."

    def _calendar(self) -> Calendar:
        from evidence.award.plans import Plans

        return Plans(self.library).calendar()


def weekly(first: date, weeks: int, calendar: Calendar) -> list[date]:
    """The first day, and the same day of the following weeks that are in term."""
    found, day = [first], first
    while len(found) < weeks:
        day += timedelta(days=7)
        if calendar.at(day).first <= day:
            found.append(day)
    return found


def _weeks(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_WEEKS:
        raise StudioError(
            f"“{text[:20]}” is no number of weeks.", f"Write 1, or up to {_MOST_WEEKS} for one a week."
        )
    return int(text)
