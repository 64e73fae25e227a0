"""The rotas of a library: drafted, published, filled again where something changed, taken back."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.codes import parse_role
from evidence.library import Library
from evidence.safety.tombstone import is_tombstone
from lessons.assembly.event import Event
from lessons.assembly.events import Events
from lessons.assembly.refill import refilled
from lessons.assembly.rota import CREW, STAND_IN, TRAINEE, Rota
from lessons.assembly.rota_log import altered, is_published_with, taken_back
from lessons.assembly.rota_maker import make_rota
from lessons.assembly.team import Team, needs
from lessons.assembly.terms import Span, days_of, span_of
from studio.errors import StudioError
from studio.wording import date_in_words


class RotaRefused(StudioError):
    """Something that cannot be done with a rota as it is."""


@dataclass(frozen=True, slots=True)
class Turns:
    """How often one pupil is on a rota, at events that were not cancelled."""

    code: str
    crew: int
    trainee: int
    stand_in: int


class Rotas:
    """The rotas of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._events = Events(library)
        self.records = AwardRecords(library, "rota", "RO", Rota)

    def all(self) -> tuple[Rota, ...]:
        """Every one, first day first."""
        return tuple(sorted(self.records.all(), key=lambda rota: (rota.first, rota.id)))

    def one(self, rota_id: str) -> Rota:
        """One of them; UnknownRecord if there is none of this id."""
        return self.records.one(rota_id)

    def now(self, day: date | None = None) -> Rota | None:
        """The rota of a day, today unless one is given: the published one, else a draft, else none."""
        wanted = (day or self._events.today).isoformat()
        found = self._where(lambda fields: fields["first"] <= wanted <= fields["last"])
        return max(found, key=lambda rota: (rota.status == "published", rota.id), default=None)

    def of_event(self, event_id: str) -> Rota | None:
        """The published rota that an event is in."""
        found = self._where(lambda fields: is_published_with(fields, event_id))
        return max(found, key=lambda rota: rota.id, default=None)

    def crew(self, event_id: str) -> tuple[str, ...]:
        """Who leads sound and vision at an event, as published; nobody when there is no rota for it."""
        rota = self.of_event(event_id)
        return rota.crew(event_id) if rota else ()

    def draft(
        self,
        half_term: str | None = None,
        *,
        first: date | None = None,
        last: date | None = None,
        title: str = "",
        seed: int = 1,
    ) -> Rota:
        """Make a rota for a half-term, a term (the one now, unless it is named) or days.

        A draft for the same days is made anew. Another seed gives another rota that is as fair.

        Raises
        ------
        UnknownHalfTerm, BadSpan, RotaRefused
            If there are no such days, or no events in them.
        """
        self._library.adults.need("make a rota")
        span = self._span(half_term, first, last, title)
        events = self._planned(span.first, span.last)
        if not events:
            raise RotaRefused(
                f"There are no events planned in {span.title}.",
                "Plan them first: soundingboard assembly event add.",
            )
        facts = Team(self._library).facts(events, before=self._before(span.first))
        made = make_rota(needs(events), facts, seed=seed)
        days = (span.first.isoformat(), span.last.isoformat(), "draft")
        name, now = title.strip() or span.title, self._library.now()
        new = Rota(
            id="", title=name, first=span.first, last=span.last, seed=seed, duties=made.duties, made=now
        )
        for known in self._where(lambda is_: (is_["first"], is_["last"], is_["status"]) == days):
            return self._change(known.id, _instead(new), "made-again")
        return self.records.add(lambda id_: replace(new, id=id_), who=None)

    def publish(self, rota_id: str, *, adult: str = "staff") -> Rota:
        """From now on it holds, and every change goes into its log.

        Raises
        ------
        RotaRefused
            If another that was published has one of its events.
        """
        self._library.adults.need("publish a rota")
        now, by = self._library.now(), parse_role(adult)

        def published(rota: Rota) -> Rota:
            if rota.status == "published":
                return rota
            self._refuse_twice(rota)
            rota = replace(rota, status="published", published=now)
            return altered(rota, "published", when=now, by=by)

        return self._change(rota_id, published, "published", who=by)

    def unpublish(self, rota_id: str) -> Rota:
        """Take it back: it is a draft again; its log stays."""
        self._library.adults.need("publish a rota")
        return self._change(
            rota_id, lambda rota: replace(rota, status="draft", published=None), "unpublished"
        )

    def fill(self, rota_id: str, *, adult: str = "staff") -> Rota:
        """Fill what is empty in the events to come, as fairly as can be; nobody who is there is moved.

        Places of somebody who is away, has left or lost a skill count as empty.
        """
        self._library.adults.need("change a rota")
        now, by = self._library.now(), parse_role(adult)

        def filled(rota: Rota) -> Rota:
            events = [each for each in self.events(rota) if each.is_on and each.date >= now.date()]
            over = {event.id for event in self._on(rota)} - {event.id for event in events}
            facts = Team(self._library).facts(events, before=self._before(rota.first))
            return refilled(rota, needs(events), replace(facts, had=rota.counts(over)), when=now, by=by)

        return self._change(rota_id, filled, "filled", who=by)

    def undo(self, rota_id: str, *, adult: str = "staff") -> Rota:
        """Take the last change of who does what back; the log says so.

        Raises
        ------
        RotaRefused
            If there is none.
        """
        self._library.adults.need("change a rota")
        now, by = self._library.now(), parse_role(adult)

        def undone(rota: Rota) -> Rota:
            back = taken_back(rota, when=now, by=by)
            if back is None:
                raise RotaRefused("There is no change to take back.", "The rota is as it was published.")
            return back

        return self._change(rota_id, undone, "undone", who=by)

    def events(self, rota: Rota) -> tuple[Event, ...]:
        """Those of its days that were not cancelled, and those that it names, wherever they were moved to."""
        named = {duty.event for duty in rota.duties}
        return tuple(
            event
            for event in self._events.all()
            if event.id in named or (event.is_on and rota.first <= event.date <= rota.last)
        )

    def turns(self, rota_id: str) -> tuple[Turns, ...]:
        """How often everybody on a rota has a turn; events that were cancelled do not count."""
        rota = self.one(rota_id)
        on = {event.id for event in self._on(rota)}
        parts = {part: rota.counts(on, part=part) for part in (CREW, TRAINEE, STAND_IN)}
        codes = sorted({duty.code for duty in rota.duties})
        return tuple(Turns(code, *(parts[part].get(code, 0) for part in parts)) for code in codes)

    def _refuse_twice(self, rota: Rota) -> None:
        for event in dict.fromkeys(duty.event for duty in rota.duties):
            other = self.of_event(event)
            if other is not None and other.id != rota.id:
                raise RotaRefused(
                    f"{self._events.one(event).title} is in “{other.title}” already.",
                    f"Take that rota back first: soundingboard assembly rota publish {other.id} --undo.",
                )

    def _change(
        self, rota_id: str, change: Callable[[Rota], Rota], action: str, *, who: str | None = None
    ) -> Rota:
        return self.records.change(rota_id, change, action=action, who=who)

    def _span(self, half_term: str | None, first: date | None, last: date | None, title: str) -> Span:
        if first is not None and last is not None:
            return days_of(first, last, title.strip() or f"{date_in_words(first)} to {date_in_words(last)}")
        return span_of(Plans(self._library).calendar(), half_term, self._events.today)

    def _planned(self, first: date, last: date) -> list[Event]:
        return [event for event in self._events.between(first, last) if event.is_on]

    def _on(self, rota: Rota) -> list[Event]:
        return [event for event in self.events(rota) if event.is_on]

    def _before(self, first: date) -> Mapping[str, int]:
        """Duties earlier in the school year, in rotas that were published."""
        began = Plans(self._library).calendar().school_year(first)[0].first
        on = {event.id for event in self._events.between(began, first) if event.is_on and event.date < first}
        had: Counter[str] = Counter()
        for rota in self._where(
            lambda is_: is_["status"] == "published" and began.isoformat() <= is_["first"] < first.isoformat()
        ):
            had.update(rota.counts(on))
        return had

    def _where(self, fits: Callable[[Mapping[str, Any]], bool]) -> list[Rota]:
        """The rotas whose fields fit; the others need not be read, which takes longer with every year."""
        records = self._library.store.all("rota")
        ids = [each.id for each in records if not is_tombstone(each.fields) and fits(each.fields)]
        return [self.records.one(id_) for id_ in ids]


def _instead(new: Rota) -> Callable[[Rota], Rota]:
    """The new one under the id of a draft, unless another program published that meanwhile."""

    def replaced(rota: Rota) -> Rota:
        if rota.status != "draft":
            raise RotaRefused(
                "Somebody published this rota a moment ago.", "Look at it; change it by swaps, or fill it."
            )
        return replace(new, id=rota.id)

    return replaced
