"""The `club` commands about its sessions: planning them, looking at them, changing them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.club_shapes import club_library, plan_lines, session_id, session_line, session_shape
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count

if TYPE_CHECKING:
    from datetime import datetime

    from evidence.library import Library
    from lessons.club.session import Session


@click.command(short_help="Plan the sessions of a half-term.")
@click.argument("half_term", metavar="[HALF-TERM]", required=False)
@click.option("--date", "dates", type=DAY, multiple=True, help="These days instead; may be repeated.")
@click.option("--plan", "plan_id", metavar="ID", help="Not the club's plan: this one.")
@library_option
@json_option
def plan(
    half_term: str | None,
    dates: "tuple[datetime, ...]",
    plan_id: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Plan the sessions of a half-term, this one unless another is named, on the club's day.

    For instance: soundingboard club plan 2027-spring-1
    """
    from lessons.club.sessions import Sessions

    opened = open_library(library, adult=True)
    made = Sessions(opened).plan_term(half_term, dates=[day.date() for day in dates], plan=plan_id)
    if as_json:
        print_json([session_shape(each) for each in made])
        return
    click.echo(f"Planned {count(len(made), 'session')}:")
    print_columns(session_line(each)[:-1] for each in made)


@click.command(short_help="Every session.")
@click.option("--half-term", metavar="CODE", help="Of this half-term only, such as 2026-autumn-2.")
@library_option
@json_option
def sessions(half_term: str | None, library: Path | None, as_json: bool) -> None:
    """List the sessions by their day."""
    from lessons.club.kept_sessions import KeptSessions

    kept = KeptSessions(club_library(library))
    found = kept.of(half_term) if half_term else kept.all()
    if as_json:
        print_json([session_shape(each) for each in found])
    elif found:
        print_columns(session_line(each) for each in found)
    else:
        click.echo("No session yet. Plan some: soundingboard club plan")


@click.command(short_help="One session: its plan, register and seats.")
@click.argument("asked", metavar="ID")
@library_option
@json_option
def session(asked: str, library: Path | None, as_json: bool) -> None:
    """Show a session: the six-part plan, who leads what, who came, who sits where, what was said."""
    from lessons.club.kept_sessions import KeptSessions

    opened = club_library(library)
    _show(opened, KeptSessions(opened).one(session_id(opened, asked)), as_json)


@click.command(short_help="Today's session.")
@library_option
@json_option
def today(library: Path | None, as_json: bool) -> None:
    """Show today's session, or say which is next."""
    from lessons.club.kept_sessions import KeptSessions

    opened = club_library(library)
    found = KeptSessions(opened).today()
    if found is not None:
        _show(opened, found, as_json)
        return
    following = KeptSessions(opened).next()
    if as_json:
        print_json(None)
    elif following is not None:
        print_columns([("No session today. Next:", *session_line(following)[:-1])])
    else:
        click.echo("No session today, and none is planned. Plan some: soundingboard club plan")


@click.command(short_help="Take planned sessions out.")
@click.argument("asked", metavar="ID...", nargs=-1, required=True)
@library_option
@json_option
def unplan(asked: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Take sessions out of the plan in which nothing happened yet."""
    from lessons.club.sessions import Sessions

    opened = open_library(library, adult=True)
    gone = Sessions(opened).unplan([session_id(opened, each) for each in asked])
    if as_json:
        print_json([each.id for each in gone])
    else:
        click.echo(f"Taken out: {' '.join(each.id for each in gone)}.")


@click.command(short_help="Change a session.")
@click.argument("asked", metavar="ID")
@click.option("--date", "day", type=DAY, help="Another day.")
@click.option("--title", help="What it is called.")
@click.option("--step", type=int, help="Another session of the plan, by its number.")
@click.option("--begins", metavar="HH:MM", help="When it begins.")
@click.option("--place", help="Where it is.")
@click.option("--note", help="What there is to say about it.")
@click.option("--scope", type=click.Choice(["class", "key-stage", "school"]), help="For whom it is.")
@click.option("--resource", "resources", multiple=True, help="What is needed instead; may be repeated.")
@library_option
@json_option
def edit(asked: str, day: "datetime | None", library: Path | None, as_json: bool, **fields: Any) -> None:
    """Change what is given of a session."""
    from lessons.club.sessions import Sessions

    given = {name: value for name, value in fields.items() if value not in (None, ())}
    if day is not None:
        given["date"] = day.date()
    if not given:
        raise click.UsageError("Say what to change, such as --date.")
    opened = open_library(library, adult=True)
    _tell(Sessions(opened).edit(session_id(opened, asked), **given), as_json)


@click.command(short_help="Put a part of the plan in your own way.")
@click.argument("asked", metavar="ID")
@click.argument("name", metavar="PART")
@click.option("--minutes", type=int, default=0, help="How long it takes.")
@click.option("--do", "steps", multiple=True, help="A step; may be repeated.")
@click.option("--ask", default="", help="A question to talk about.")
@library_option
@json_option
def part(
    asked: str,
    name: str,
    minutes: int,
    steps: tuple[str, ...],
    ask: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Put one part of a session's plan in your own way; with nothing given it is as the plan has it."""
    from lessons.club.sessions import Sessions

    opened = open_library(library, adult=True)
    found = session_id(opened, asked)
    _tell(Sessions(opened).own_part(found, name, minutes=minutes, do=steps, ask=ask), as_json)


def _show(library: "Library", session: "Session", as_json: bool) -> None:
    from lessons.club.kept_sessions import KeptSessions, plan_of

    made = KeptSessions(library).sounds(session.id)
    if as_json:
        sounds = [{"id": each.id, "title": each.title, "kept": each.kept} for each in made]
        print_json(session_shape(session) | {"sounds": sounds})
        return
    print_columns([session_line(session)])
    for line in plan_lines(session, plan_of(session)):
        click.echo(one_line(line))
    told = (
        ("Register", " ".join(f"{mark.code}={mark.mark}" for mark in session.register)),
        ("Seats", "; ".join(f"PC {seat.number} {' '.join(seat.codes)}" for seat in session.seats)),
        *((f"Said in the {said.part}" if said.part else "Said", said.text) for said in session.said),
        ("Sounds", ", ".join(f"{each.title}{'' if each.kept else ' (not kept)'}" for each in made)),
        ("Note", session.note),
    )
    for label, text in told:
        if text:
            click.echo(one_line(f"{label}: {text}"))


def _tell(session: "Session", as_json: bool) -> None:
    if as_json:
        print_json(session_shape(session))
    else:
        print_columns([session_line(session)])


SESSIONS = (plan, unplan, sessions, session, today, edit, part)
