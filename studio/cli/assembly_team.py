"""The `assembly` commands about people: team, skills, days away."""

from datetime import datetime
from pathlib import Path

import click

from studio.cli.assembly_shapes import team_library, tell, tell_all, undo_option
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import listed


@click.group()
def team() -> None:
    """Who is in the assembly team, and what they are trained for."""


@team.command(name="list")
@library_option
@json_option
def team_list(library: Path | None, as_json: bool) -> None:
    """List the team by code, with the jobs that each is trained for."""
    from lessons.assembly.skill import team_role
    from lessons.assembly.team import Team

    members = Team(team_library(library)).members()
    if as_json:
        print_json(
            [
                {"code": m.code, "year": m.year, "trained": m.trained, "skills": m.passport.skills}
                for m in members
            ]
        )
        return
    print_columns(
        (m.code, m.year, listed([team_role(role).title for role in m.trained]) or "learning") for m in members
    )
    if not members:
        click.echo("Nobody is in the team yet. Add pupils by code: soundingboard assembly team join CODE")


@team.command()
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@library_option
@json_option
def join(codes: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Take pupils into the team."""
    _each_of(library, codes, as_json, "join")


@team.command()
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@library_option
@json_option
def leave(codes: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Let pupils leave the team; they keep their skills passport."""
    _each_of(library, codes, as_json, "leave")


def _each_of(library: Path | None, codes: tuple[str, ...], as_json: bool, what: str) -> None:
    from lessons.assembly.team import Team

    kept = Team(open_library(library, adult=True))
    for code in codes:
        kept.join(code) if what == "join" else kept.leave(code)
    if as_json:
        print_json([member.code for member in kept.members()])
    else:
        click.echo(f"In the team: {listed([member.code for member in kept.members()]) or 'nobody'}.")


@click.group(short_help="The skills passport.")
def skill() -> None:
    """The skills passport: eight skills, each ticked by an adult who has seen it."""


@skill.command(name="list", short_help="List the skills, or those that somebody has.")
@click.argument("code", metavar="[CODE]", required=False)
@library_option
@json_option
def skill_list(code: str | None, library: Path | None, as_json: bool) -> None:
    """List the skills and what to look for; with a code, those that somebody has."""
    from lessons.assembly.passport import Passports
    from lessons.assembly.skill import team_rules

    has = Passports(team_library(library)).of(code).skills if code else ()
    rows = [
        {"skill": each.id, "title": each.title, "shows": each.shows, "roles": _roles(each.id)}
        | ({"has": each.id in has} if code else {})
        for each in team_rules().skills
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        mark = ("x " if row["has"] else "- ") if code else ""
        print_columns([(f"{mark}{row['skill']:<12}", f"{row['title']}. {row['shows']}")])


@skill.command()
@click.argument("code", metavar="CODE")
@click.argument("skills", metavar="SKILL...", nargs=-1, required=True)
@click.option("--adult", metavar="ROLE", default="staff", show_default=True, help="Who has seen it.")
@undo_option
@library_option
@json_option
def tick(
    code: str, skills: tuple[str, ...], adult: str, undo: bool, library: Path | None, as_json: bool
) -> None:
    """Tick skills that an adult has seen somebody do."""
    from lessons.assembly.passport import Passports

    kept = Passports(open_library(library, adult=True))
    for each in skills:
        kept.untick(code, each) if undo else kept.tick(code, each, adult=adult)
    passport = kept.of(code)
    tell(passport, as_json, f"{passport.code} has: {listed(list(passport.skills)) or 'no skill yet'}.")


@click.command(short_help="Days on which somebody cannot come.")
@click.argument("code", metavar="[CODE]", required=False)
@click.argument("first", metavar="[FIRST]", type=DAY, required=False)
@click.argument("last", metavar="[LAST]", type=DAY, required=False)
@click.option("--undo", metavar="ID", help="They can come after all: take this back.")
@library_option
@json_option
def away(
    code: str | None,
    first: datetime | None,
    last: datetime | None,
    undo: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Say when somebody cannot come, never why; without days, list who is away when."""
    from lessons.assembly.away import Aways

    kept = Aways(team_library(library))
    if undo is not None:
        gone = kept.strike(undo)
        tell(gone, as_json, f"{gone.code} can come from {gone.first} to {gone.last} after all.")
    elif code is not None and first is not None:
        made = kept.add(code, first.date(), last.date() if last else None)
        words = f"{made.code} is away from {made.first} to {made.last} ({made.id})."
        tell(made, as_json, words)
    elif not tell_all(found := kept.all(code), as_json):
        print_columns((each.id, each.code, f"{each.first}", f"{each.last}") for each in found)
        if not found:
            click.echo("Nobody is away. Say when: soundingboard assembly rota away CODE YYYY-MM-DD")


def _roles(skill_id: str) -> list[str]:
    from lessons.assembly.skill import team_roles

    return [role.id for role in team_roles() if skill_id in role.skills]


@click.command(short_help="The hand signals.")
@json_option
def signals(as_json: bool) -> None:
    """List the hand signals, for when nobody may shout."""
    from lessons.assembly.skill import team_rules

    found = team_rules().signals
    if as_json:
        print_json([{"sign": each.sign, "means": each.means} for each in found])
        return
    for each in found:
        click.echo(one_line(f"{each.sign}: {each.means}"))
