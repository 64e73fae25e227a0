"""The `assembly event` commands: what the team looks after, and what it has done."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from studio.cli.assembly_shapes import (
    event_argument,
    event_line,
    event_meant,
    team_library,
    tell,
    tell_all,
    undo_option,
)
from studio.cli.codes import known_codes
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import listed


@click.group()
def event() -> None:
    """Assemblies, singing assemblies and performances. EVENT is an ID, `today` or `next`."""


@event.command()
@click.argument("kind")
@click.argument("day", metavar="YYYY-MM-DD", type=DAY)
@click.option("--begins", metavar="HH:MM", default="09:00", show_default=True, help="When it begins.")
@click.option("--title", default="", help="What it is called; its kind if left out.")
@click.option("--place", default="", help="Where it is.")
@click.option("--scope", default="school", show_default=True, help="For a class, a key-stage or the school.")
@click.option("--year", "years", multiple=True, metavar="YEAR", help="A year group that takes part.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="A job that it needs; all if left out.")
@click.option("--note", default="", help="What the team should know.")
@library_option
@json_option
def add(kind: str, day: datetime, library: Path | None, as_json: bool, **given: Any) -> None:
    """Plan an event: KIND is assembly, singing-assembly or performance."""
    from lessons.assembly.events import Events

    made = Events(open_library(library, adult=True)).add(kind, day.date(), **given)
    tell(made, as_json, f"Planned {made.id}: {made.words}.")


@event.command(name="list")
@click.option("--coming", is_flag=True, help="Only what is still to come.")
@library_option
@json_option
def list_(coming: bool, library: Path | None, as_json: bool) -> None:
    """List the events."""
    from lessons.assembly.events import Events

    events = Events(team_library(library))
    found = events.coming() if coming else events.all()
    if not tell_all(found, as_json):
        print_columns(map(event_line, found))
        if not found:
            click.echo("No events yet. Plan one: soundingboard assembly event add assembly YYYY-MM-DD")


@event.command()
@event_argument
@click.option("--kind", help="Another kind.")
@click.option("--date", type=DAY, help="Another day.")
@click.option("--begins", metavar="HH:MM", help="Another time.")
@click.option("--title", help="Another title.")
@click.option("--place", help="Another place.")
@click.option("--scope", help="For a class, a key-stage or the school.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="The jobs that it needs.")
@click.option("--note", help="What the team should know.")
@library_option
@json_option
def edit(event: str, library: Path | None, as_json: bool, **asked: Any) -> None:
    """Change an event; a published rota says when it was moved."""
    from lessons.assembly.events import Events

    given = {name: value for name, value in asked.items() if value}
    if "date" in given:
        given["date"] = given["date"].date()
    if not given:
        raise click.UsageError("Say what to change, such as --begins 10:00.")
    opened = open_library(library, adult=True)
    made = Events(opened).edit(event_meant(opened, event).id, **given)
    tell(made, as_json, f"Changed {made.id}: {made.words}.")


@event.command()
@event_argument
@click.option("--why", default="", help="In a few words; it stands on the rota.")
@undo_option
@library_option
@json_option
def cancel(event: str, why: str, undo: bool, library: Path | None, as_json: bool) -> None:
    """It will not be: the rota says so, and nobody's turn counts for it."""
    from lessons.assembly.events import Events

    opened = open_library(library, adult=True)
    events, known = Events(opened), event_meant(opened, event)
    made = events.put_back(known.id) if undo else events.cancel(known.id, why)
    tell(made, as_json, f"{'On again' if undo else 'Cancelled'}: {made.words}.")


@event.command(short_help="It was done, by the crew of the rota.")
@event_argument
@click.option("--crew", metavar="CODE", multiple=True, help="Who did it, if not those of the rota.")
@click.option("--note", default="", help="What was needed, what went wrong, how it was put right.")
@click.option("--tools", default="", help="What was used.")
@undo_option
@library_option
@json_option
def done(
    event: str,
    crew: tuple[str, ...],
    note: str,
    tools: str,
    undo: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Say that an event was done, by the crew of the rota. Evidence is proposed of it.

    For something that nobody planned, EVENT is its kind: performance, assembly or singing-assembly.
    """
    from lessons.assembly.did_it import log_done, log_now, log_undone
    from lessons.assembly.event import event_kinds

    opened = team_library(library)
    crew = known_codes(opened, crew)
    if event.strip().lower() in [kind.id for kind in event_kinds()]:
        made, occasion = log_now(opened, event, crew=crew, note=note)
    elif undo:
        made = log_undone(opened, event_meant(opened, event).id)
        return tell(made, as_json, f"Not done after all: {made.words}.")
    else:
        asked = event_meant(opened, event).id
        made, occasion = log_done(opened, asked, crew=crew or None, note=note, tools=tools)
    if occasion.led_by:
        by = listed(list(occasion.led_by))
        said = f"Done: {made.words}, led by {by}. See: soundingboard evidence propose"
    else:
        said = f"Done: {made.words}. Nobody is down for it: do it again with --crew CODE to say who did it."
    tell(made, as_json, said)


@event.command(short_help="How many of each kind were done.")
@library_option
@json_option
def count(library: Path | None, as_json: bool) -> None:
    """Count what was done this school year: assemblies, singing assemblies, performances."""
    from evidence.award.plans import Plans
    from lessons.assembly.did_it import performances
    from lessons.occasion_kind import occasion_kind

    opened = team_library(library)
    plans = Plans(opened)
    year = plans.calendar().school_year(plans.today)
    found = performances(opened, year[0].first, plans.today)
    if as_json:
        print_json(found)
        return
    for kind, number in found.items():
        click.echo(one_line(f"{occasion_kind(kind).title}: {number}"))
    if not found:
        click.echo("Nothing was done yet this school year.")
