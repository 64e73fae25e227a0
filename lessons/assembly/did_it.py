"""The did-it log: an event that was done becomes an occasion, with the crew that led sound and vision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.codes import parse_code
from evidence.library import Library, NotYetHappened
from evidence.records.store import Turn
from lessons.assembly.event import Event, event_kind
from lessons.assembly.events import EventRefused, Events
from lessons.assembly.rotas import Rotas
from lessons.occasion import Occasion
from lessons.occasion_turn import put_occasion, take_back
from rubric.plain import from_plain, to_plain


def log_done(
    library: Library,
    event_id: str,
    *,
    crew: Sequence[str] | None = None,
    note: str = "",
    tools: str = "",
    sounds: Sequence[str] = (),
) -> tuple[Event, Occasion]:
    """An event was done, by the crew of the rota unless another is given; the rules propose evidence of it.

    Said twice, the same occasion is put right.

    Raises
    ------
    NotYetHappened, EventRefused, UnknownRecord
        If it is still to come or was cancelled, or a sound is not in the library.
    """
    event = Events(library).one(event_id)
    _refuse(event, library.now().date())
    led_by = Rotas(library).crew(event.id) if crew is None else tuple(map(parse_code, crew))
    made = _occasion(library, event, led_by, note=note, tools=tools, sounds=sounds)
    with library.store.turn() as turn:
        stored = turn.get("event", event.id)
        return _written(turn, event if stored is None else from_plain(Event, stored.fields), made)


def log_now(
    library: Library,
    kind: str,
    *,
    title: str = "",
    crew: Sequence[str] = (),
    day: date | None = None,
    begins: str = "09:00",
    place: str = "",
    scope: str = "school",
    note: str = "",
) -> tuple[Event, Occasion]:
    """Something was done that nobody had planned: an event and its occasion at once."""
    now, of = library.now(), event_kind(kind)
    event = Event(
        id="",
        kind=of.id,
        title=title or of.title,
        date=day or now.date(),
        begins=begins,
        place=place,
        scope=scope,
        made=now,
    )
    _refuse(event, now.date())
    made = _occasion(library, event, tuple(map(parse_code, crew)), note=note, tools="", sounds=())
    with library.store.turn() as turn:
        return _written(turn, replace(event, id=turn.new_id("event", "AE")), made)


def _refuse(event: Event, today: date) -> None:
    if event.date > today:
        raise NotYetHappened(f"{event.title} is on {event.date}.", "Say that it was done afterwards.")
    if not event.is_on:
        raise EventRefused(f"{event.title} was cancelled.", "Put it back first, if it was on after all.")


def _occasion(
    library: Library,
    event: Event,
    led_by: tuple[str, ...],
    *,
    note: str,
    tools: str,
    sounds: Sequence[str],
) -> Occasion:
    return Occasion(
        id="",
        kind=event.kind,
        title=event.title,
        date=event.date,
        year_groups=event.years,
        led_by=led_by,
        tools=tools,
        note=note,
        sounds=tuple(library.sound(each).id for each in sounds),
        scope=event.scope,
        made=library.now(),
    )


def _written(turn: Turn, event: Event, made: Occasion) -> tuple[Event, Occasion]:
    """Both in one turn: no event is done without its occasion, and none has two."""
    occasion = put_occasion(turn, replace(made, id=event.occasion))
    done = replace(event, status="done", note=made.note or event.note, occasion=occasion.id)
    turn.put("event", done.id, to_plain(done), action="done", who=None)
    return done, occasion


def log_undone(library: Library, event_id: str) -> Event:
    """It was not done after all: planned again, what came of it is gone, accepted evidence is left to adults.

    Raises
    ------
    EventRefused
        If it was never said to be done.
    """
    event = Events(library).one(event_id)
    if event.date != library.now().date():
        library.adults.need("take back what was done on another day")
    with library.store.turn() as turn:
        stored = turn.get("event", event.id)
        known = event if stored is None else from_plain(Event, stored.fields)
        if known.status != "done":
            raise EventRefused(f"{known.title} is {known.status}.", "There is nothing to take back.")
        if known.occasion:
            take_back(library, turn, "occasion", known.occasion)
        planned = replace(known, status="planned", occasion="")
        turn.put("event", planned.id, to_plain(planned), action="taken-back", who=None)
    return planned


def performances(library: Library, first: date, last: date) -> dict[str, int]:
    """How many of each kind were done between two days: assemblies, performances, singing assemblies."""
    found: dict[str, int] = {}
    for event in Events(library).between(first, last):
        if event.status == "done":
            found[event.kind] = found.get(event.kind, 0) + 1
    return found
