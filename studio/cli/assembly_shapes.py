"""What the assembly's commands share: library, event and rota that are meant, and what they print."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import has_pin_at_hand, open_library
from studio.cli.output import one_line, print_json
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.assembly.event import Event
    from lessons.assembly.rota import Rota

event_argument = click.argument("event", metavar="EVENT")
undo_option = click.option("--undo", is_flag=True, help="Take it back.")
adult_option = click.option(
    "--adult", metavar="ROLE", default="staff", show_default=True, help="Who says yes."
)
overwrite_option = click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
out_argument = click.argument("out", type=click.Path(path_type=Path))


class NoSuchEvent(StudioError):
    """The word `today` or `next` where there is no such event."""


class NoRota(StudioError):
    """A rota that was not made yet."""


def team_library(library: Path | None) -> "Library":
    """The library for what pupils may do, and adults may do more of when their PIN is at hand."""
    return open_library(library, adult=has_pin_at_hand())


def event_meant(library: "Library", text: str) -> "Event":
    """The event of an id; `next` for the next that is planned, `today` for today's, even if it is over."""
    from lessons.assembly.events import Events

    events, word = Events(library), text.strip().lower()
    if word not in ("today", "next"):
        return events.one(text)
    found = _todays(events.on()) if word == "today" else events.next()
    if found is None:
        what = "no event today" if word == "today" else "no event planned"
        raise NoSuchEvent(f"There is {what}.", "Plan one: soundingboard assembly event add.")
    return found


def event_now(library: "Library", text: str | None) -> "Event":
    """The event that is meant; without words today's, also when it is over, else the next."""
    from lessons.assembly.events import Events

    if text:
        return event_meant(library, text)
    return _todays(Events(library).on()) or event_meant(library, "next")


def _todays(events: Sequence["Event"]) -> "Event | None":
    """Today's first that is still planned; when all are done, the last."""
    planned = [event for event in events if event.status == "planned"]
    return next(iter(planned or reversed(events)), None)


def rota_meant(library: "Library", text: str | None) -> "Rota":
    """The rota of an id; without one, that of today, else the newest."""
    from lessons.assembly.rotas import Rotas

    rotas = Rotas(library)
    if text:
        return rotas.one(text)
    found = rotas.now() or next(reversed(rotas.all()), None)
    if found is None:
        raise NoRota("There is no rota yet.", "Make one: soundingboard assembly rota make.")
    return found


def rota_with(library: "Library", event: "Event") -> "Rota":
    """The rota that an event is in: the published one, else today's."""
    from lessons.assembly.rotas import Rotas

    return Rotas(library).of_event(event.id) or rota_meant(library, None)


def tell(value: Any, as_json: bool, words: str) -> None:
    """Print a record: as JSON, or in a line for people."""
    from rubric.plain import to_plain

    if as_json:
        print_json(to_plain(value))
    else:
        click.echo(one_line(words))


def tell_all(values: Sequence[Any], as_json: bool) -> bool:
    """Print records as JSON when that is asked for; false when lines are wanted."""
    from rubric.plain import to_plain

    if as_json:
        print_json([to_plain(value) for value in values])
    return as_json


def tell_file(path: Path, as_json: bool) -> None:
    """Say which file was written."""
    if as_json:
        print_json({"file": str(path)})
    else:
        click.echo(one_line(f"Wrote {path}."))


def event_line(event: "Event") -> tuple[str, ...]:
    """The cells of an event in a list."""
    told = f"{event.status}: {event.why}" if event.why else event.status
    return event.id, f"{event.date}", event.begins, event.kind, told, event.place, event.title
