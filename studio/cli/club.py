"""The `club` commands: how it is set up, and what there is to choose from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.club_leaders import LEADERS
from studio.cli.club_members import MEMBERS
from studio.cli.club_prints import PRINTS
from studio.cli.club_room import ROOM
from studio.cli.club_sessions import SESSIONS
from studio.cli.club_shapes import club_library, session_line, session_shape
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count

if TYPE_CHECKING:
    from lessons.club.club import Club

_NONE_YET = 'There is no club yet. Give it a name: soundingboard club set --name "Sound Lab"'


@click.group()
def club() -> None:
    """The music technology club: its sessions, members, seats and Ambassadors.

    Holding a session is the evidence: what was done is proposed by itself. Where a command asks for the ID
    of a session, `today` will do.
    """


for command in (*SESSIONS, *ROOM, *MEMBERS, *LEADERS, *PRINTS):
    club.add_command(command)


@club.command(name="set", short_help="Set the club up.")
@click.option("--name", help="What the children call it.")
@click.option("--title", "ambassador_title", help="What those who lead are called, one of them.")
@click.option("--plan", metavar="ID", help="The plan it follows: six or twelve.")
@click.option("--day", "weekday", metavar="DAY", help="Such as Tuesday, or none.")
@click.option("--begins", metavar="HH:MM", help="When it begins.")
@click.option("--minutes", type=int, help="How long it takes.")
@click.option("--place", help="Where it meets.")
@click.option("--pcs", "seats", type=int, help="How many PCs there are.")
@click.option("--swap", "swap_minutes", type=int, help="After how many minutes two change places.")
@click.option("--scope", metavar="SCOPE", help="For whom it is: class, key-stage or school.")
@library_option
@json_option
def set_(library: Path | None, as_json: bool, **fields: Any) -> None:
    """Set the club up, or change what is given of it."""
    from lessons.club.club import Clubs

    given = {name: value for name, value in fields.items() if value is not None}
    if not given:
        raise click.UsageError("Say what to set, such as --name.")
    made = Clubs(open_library(library, adult=True)).set(**given)
    if as_json:
        print_json(_shape(made))
    else:
        click.echo(one_line(_words(made)))


@club.command(short_help="The club, and what is next.")
@library_option
@json_option
def show(library: Path | None, as_json: bool) -> None:
    """Show how the club is set up, how many sessions were held, and which is next."""
    from lessons.club.club import Clubs
    from lessons.club.kept_sessions import KeptSessions
    from lessons.club.member import Members

    opened = club_library(library)
    now, sessions = Clubs(opened).now(), KeptSessions(opened)
    meter, following, members = sessions.meter(), sessions.next(), len(Members(opened).here())
    if as_json:
        print_json(
            {
                "club": _shape(now) if now else None,
                "held": meter.held,
                "of": meter.of,
                "members": members,
                "next": session_shape(following) if following else None,
            }
        )
        return
    click.echo(one_line(_words(now)) if now else _NONE_YET)
    click.echo(f"{meter.held} of {meter.of} sessions held this school year; {count(members, 'member')}.")
    if following is not None:
        print_columns([("Next:", *session_line(following)[:-1])])


@club.command(short_help="Names to choose from.")
@json_option
def names(as_json: bool) -> None:
    """List names that a club could have; the children choose, or think further."""
    from lessons.club.prompts import club_names

    if as_json:
        print_json(list(club_names()))
    else:
        click.echo("\n".join(club_names()))


@club.command(short_help="The rules of the room.")
@json_option
def rules(as_json: bool) -> None:
    """What keeps the club safe and fair, to read out once a term."""
    from dataclasses import asdict

    from lessons.club.prompts import safe_and_fair

    if as_json:
        print_json([asdict(each) for each in safe_and_fair()])
        return
    for each in safe_and_fair():
        click.echo(f"{each.title}\n  {each.text}")


@club.command(short_help="What to ask about a tool.")
@click.argument("tool", metavar="[TOOL]", required=False)
@json_option
def ask(tool: str | None, as_json: bool) -> None:
    """Questions to talk about while a tool is used, such as record, change or beat."""
    from lessons.club.prompts import parse_tool, prompts

    wanted = parse_tool(tool) if tool else None
    found = {each.tool: list(each.ask) for each in prompts() if wanted in (None, each.tool)}
    if as_json:
        print_json(found)
        return
    for name, questions in found.items():
        click.echo(name.capitalize())
        for question in questions:
            click.echo(f"  {question}")


@club.command(short_help="The ready plans.")
@click.argument("plan_id", metavar="[PLAN]", required=False)
@json_option
def plans(plan_id: str | None, as_json: bool) -> None:
    """List the ready plans, or the sessions of one."""
    from dataclasses import asdict

    from lessons.club.plan import club_plan, club_plans

    found = (club_plan(plan_id),) if plan_id else club_plans()
    if as_json:
        print_json([asdict(plan) for plan in found])
        return
    for plan in found:
        click.echo(f"{plan.id}: {plan.title}. {plan.about}")
        if plan_id:
            print_columns((f"  {s.number}", s.title, f"{s.minutes} min", s.word) for s in plan.sessions)


def _words(now: "Club") -> str:
    when = f"{now.day or 'different days'} at {now.begins}, {now.minutes} min"
    where = f", {now.place}" if now.place else ""
    pcs = count(now.seats, "PC")
    return f"{now.name}: {when}{where}; {pcs}, swap after {now.swap_minutes} min; plan {now.plan}."


def _shape(now: "Club") -> dict[str, Any]:
    from rubric.plain import to_plain

    return to_plain(now)
