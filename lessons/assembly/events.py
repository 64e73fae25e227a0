"""The events of a school year: planned, moved, cancelled, put back, done."""

from dataclasses import replace
from datetime import date
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.years import in_order
from lessons.assembly.event import Event, event_kind
from lessons.assembly.rota_log import is_published_with, log_event
from lessons.assembly.skill import team_role
from lessons.occasion import SCOPES, BadScope
from lessons.occasion_turn import take_back
from rubric.plain import from_plain, to_plain
from studio.errors import StudioError
from studio.wording import date_in_words, did_you_mean

_EDITED = ("kind", "title", "date", "begins", "place", "scope", "years", "roles", "note")


class EventRefused(StudioError):
    """Something that cannot be done with an event as it is."""


class Events:
    """The events of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "event", "AE", Event)

    @property
    def today(self) -> date:
        """By the library's clock."""
        return self._library.now().date()

    def all(self) -> tuple[Event, ...]:
        """Every event, by day and time."""
        return tuple(sorted(self._records.all(), key=_moment))

    def one(self, event_id: str) -> Event:
        """One of them; UnknownRecord if there is none of this id."""
        return self._records.one(event_id)

    def between(self, first: date, last: date) -> tuple[Event, ...]:
        """Those from a first to a last day."""
        return tuple(event for event in self.all() if first <= event.date <= last)

    def on(self, day: date | None = None) -> tuple[Event, ...]:
        """Those of a day that were not cancelled; today's unless a day is given."""
        wanted = day or self.today
        return tuple(event for event in self.all() if event.date == wanted and event.is_on)

    def next(self) -> Event | None:
        """The next that is still planned, today's first."""
        return next(iter(self.coming()), None)

    def coming(self) -> tuple[Event, ...]:
        """All that are still planned, from today on."""
        return tuple(each for each in self.all() if each.date >= self.today and each.status == "planned")

    def add(
        self,
        kind: str,
        day: date,
        *,
        begins: str = "09:00",
        title: str = "",
        place: str = "",
        scope: str = "school",
        years: tuple[str, ...] = (),
        roles: tuple[str, ...] = (),
        note: str = "",
    ) -> Event:
        """Plan an event; it is called what its kind is called unless a title is given.

        Raises
        ------
        UnknownKind, BadTime, BadScope, UnknownTeamRole, UnknownYear
        """
        self._library.adults.need("plan an event")
        of = event_kind(kind)
        made = Event(
            id="",
            kind=of.id,
            title=title or of.title,
            date=day,
            begins=begins,
            place=place,
            scope=_scope(scope),
            years=in_order(years),
            roles=tuple(team_role(each).id for each in roles),
            note=note,
            made=self._library.now(),
        )
        return self._records.add(lambda id_: replace(made, id=id_), who=None)

    def edit(self, event_id: str, **given: Any) -> Event:
        """Change these fields; another day or time goes into the rota's log."""
        self._library.adults.need("plan an event")
        if unknown := given.keys() - set(_EDITED):
            raise ValueError(f"an event has no {sorted(unknown)} to edit")
        clean = given | ({"kind": event_kind(given["kind"]).id} if "kind" in given else {})
        clean |= {"scope": _scope(given["scope"])} if "scope" in given else {}
        clean |= {"years": in_order(given["years"])} if "years" in given else {}
        clean |= {"roles": tuple(team_role(each).id for each in given["roles"])} if "roles" in given else {}

        def edited(known: Event) -> Event:
            if known.status != "planned":
                raise EventRefused(
                    f"{known.title} is {known.status}.", "Only what is still planned can be changed."
                )
            return replace(known, **clean)

        moved = {"date", "begins"} & given.keys()
        return self._change(event_id, edited, action="edited", logged="moved" if moved else "")

    def cancel(self, event_id: str, why: str = "") -> Event:
        """It will not be. A rota that was published says so; nobody's turn is counted for it."""
        self._library.adults.need("cancel an event")

        def cancelled(known: Event) -> Event:
            if known.status == "done":
                raise EventRefused(f"{known.title} has been.", "What has happened cannot be cancelled.")
            return replace(known, status="cancelled", why=why)

        return self._change(event_id, cancelled, action="cancelled", logged="cancelled", why=why)

    def put_back(self, event_id: str) -> Event:
        """It is on after all."""
        self._library.adults.need("plan an event")

        def back(known: Event) -> Event:
            if known.status != "cancelled":
                raise EventRefused(f"{known.title} is not cancelled.", "There is nothing to put back.")
            return replace(known, status="planned", why="")

        return self._change(event_id, back, action="put-back", logged="back-on")

    def take_back(self, event_id: str) -> None:
        """It was planned by mistake: nothing of it stays.

        Raises
        ------
        EventRefused
            If it has been, or stands in a published rota: then it can only be cancelled.
        """
        self._library.adults.need("plan an event")
        known = self.one(event_id)
        rotas = self._library.store.all("rota")
        published = any(is_published_with(each.fields, known.id) for each in rotas)
        if known.status == "done" or published:
            why = "has been" if known.status == "done" else "stands in a rota"
            raise EventRefused(f"{known.title} {why}.", "Cancel it, and say why.")
        with self._library.store.turn() as turn:
            take_back(self._library, turn, "event", known.id)

    def _change(self, event_id: str, altered: Any, *, action: str, logged: str, why: str = "") -> Event:
        known = self.one(event_id)
        with self._library.store.turn() as turn:
            stored = turn.get("event", known.id)
            before = known if stored is None else from_plain(Event, stored.fields)
            value: Event = altered(before)
            if value == before:
                return value
            turn.put("event", value.id, to_plain(value), action=action, who=None)
            if logged:
                said = why or (
                    f"now {date_in_words(value.date)}, {value.begins}" if logged == "moved" else ""
                )
                log_event(self._library, turn, value.id, logged, why=said)
        return value


def _moment(event: Event) -> tuple[date, str, str]:
    return event.date, event.begins, event.id


def _scope(text: str) -> str:
    word = "-".join(text.lower().split())
    if word not in SCOPES:
        raise BadScope(f"“{text[:40]}” does not say whom it is for.", did_you_mean(word, SCOPES))
    return word
