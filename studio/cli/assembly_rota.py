"""The `assembly rota` commands: made, published, swapped, filled, printed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.assembly_shapes import (
    adult_option,
    out_argument,
    overwrite_option,
    rota_meant,
    team_library,
    tell,
    tell_all,
    tell_file,
    undo_option,
)
from studio.cli.assembly_swaps import answer, stand_in, swap
from studio.cli.assembly_team import away
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.assembly.rota import Rota

_rota_argument = click.argument("rota_id", metavar="[ROTA]", required=False)


@click.group(short_help="Who does which job when.")
def rota() -> None:
    """Who does which job when: fair, trained pupils only, with stand-ins. ROTA is today's if left out."""


for command in (away, swap, answer, stand_in):
    rota.add_command(command)


@rota.command(short_help="Make a draft.")
@click.argument("half_term", metavar="[TERM]", required=False)
@click.option("--first", type=DAY, help="Not a term but from this day ...")
@click.option("--last", type=DAY, help="... to this.")
@click.option("--title", default="", help="What it is called.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another number gives another rota.")
@library_option
@json_option
def make(
    half_term: str | None,
    first: datetime | None,
    last: datetime | None,
    title: str,
    seed: int,
    library: Path | None,
    as_json: bool,
) -> None:
    """Make a draft for a term such as 2026-autumn, or a half-term such as 2026-autumn-2.

    Without TERM it is for this term. As many jobs as can be are filled, and turns are as even as can be. A
    draft for the same days is made anew.
    """
    from lessons.assembly.rotas import Rotas

    if (first is None) != (last is None):
        raise click.UsageError("Give --first and --last together.")
    opened = open_library(library, adult=True)
    days = (first.date() if first else None, last.date() if last else None)
    made = Rotas(opened).draft(half_term, first=days[0], last=days[1], title=title, seed=seed)
    if not tell_all([made], as_json):
        _show(opened, made)
        click.echo(f"A draft. Publish it with: soundingboard assembly rota publish {made.id}")


@rota.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the rotas."""
    from lessons.assembly.rotas import Rotas

    found = Rotas(team_library(library)).all()
    if not tell_all(found, as_json):
        print_columns((each.id, f"{each.first}", f"{each.last}", each.status, each.title) for each in found)


@rota.command(short_help="Show a rota, and what is not right with it.")
@_rota_argument
@library_option
@json_option
def show(rota_id: str | None, library: Path | None, as_json: bool) -> None:
    """Show a rota, how often everybody has a turn, what is not right, and what was changed."""
    from lessons.assembly.hitch import hitches
    from lessons.assembly.rotas import Rotas
    from rubric.plain import to_plain

    opened = team_library(library)
    meant = rota_meant(opened, rota_id)
    turns = Rotas(opened).turns(meant.id)
    if as_json:
        told = [
            {"event": each.event.id, "role": each.role, "what": each.what, "fix": each.fix}
            for each in hitches(opened, meant)
        ]
        print_json(to_plain(meant) | {"turns": [to_plain(each) for each in turns], "not_right": told})
        return
    _show(opened, meant)


@rota.command()
@_rota_argument
@adult_option
@undo_option
@library_option
@json_option
def publish(rota_id: str | None, adult: str, undo: bool, library: Path | None, as_json: bool) -> None:
    """From now on the rota holds, and every change goes into its log."""
    from lessons.assembly.rotas import Rotas

    opened = open_library(library, adult=True)
    asked = rota_meant(opened, rota_id).id
    made = Rotas(opened).unpublish(asked) if undo else Rotas(opened).publish(asked, adult=adult)
    tell(made, as_json, f"{made.id}, {made.title}: {made.status}.")


@rota.command(short_help="Fill what is empty in the events to come.")
@_rota_argument
@adult_option
@library_option
@json_option
def fill(rota_id: str | None, adult: str, library: Path | None, as_json: bool) -> None:
    """Fill what is empty in the events to come; whoever can still come stays where they are."""
    from lessons.assembly.rotas import Rotas

    opened = open_library(library, adult=True)
    made = Rotas(opened).fill(rota_meant(opened, rota_id).id, adult=adult)
    if not tell_all([made], as_json):
        _show(opened, made)


@rota.command()
@_rota_argument
@adult_option
@library_option
@json_option
def undo(rota_id: str | None, adult: str, library: Path | None, as_json: bool) -> None:
    """Take the last change of who does what back."""
    from lessons.assembly.rotas import Rotas

    opened = open_library(library, adult=True)
    made = Rotas(opened).undo(rota_meant(opened, rota_id).id, adult=adult)
    tell(made, as_json, "Taken back, and the log says so.")


@rota.command(name="print")
@out_argument
@click.option("--rota", "rota_id", metavar="ROTA", help="This one; today's if left out.")
@overwrite_option
@library_option
@json_option
def print_(out: Path, rota_id: str | None, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write the sheet for the wall: codes only. OUT ends in .pdf, .docx, .html or .txt."""
    from lessons.assembly.sheet import print_rota

    opened = open_library(library, adult=True)
    tell_file(print_rota(opened, rota_meant(opened, rota_id).id, out, overwrite=overwrite), as_json)


def _show(library: "Library", rota: "Rota") -> None:
    from lessons.assembly.events import Events
    from lessons.assembly.hitch import hitches
    from lessons.assembly.rota_log import words_of
    from lessons.assembly.rotas import Rotas
    from lessons.assembly.sheet import rota_table

    table = rota_table(library, rota)
    click.echo(one_line(f"{rota.id}  {table.title}. {table.foot}"))
    print_columns([table.columns, *table.rows])
    for each in Rotas(library).turns(rota.id):
        learns = f", learns {each.trainee}" if each.trainee else ""
        click.echo(f"{each.code}: {count(each.crew, 'turn')}{learns}, stands in {each.stand_in}")
    for hitch in hitches(library, rota):
        click.echo(one_line(f"{hitch.event.words}: {hitch.what} {hitch.fix}"))
    for asked in rota.open_swaps:
        click.echo(f"Swap {asked.number} waits for an adult: {asked.code} and {asked.with_code}.")
    titles = {event.id: event.title for event in Events(library).all()}
    for change in rota.changes:
        click.echo(one_line(words_of(change, titles)))
