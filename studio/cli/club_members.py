"""The `club` commands about its members: who joins and leaves, and, for adults, who is kept apart."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.club_shapes import club_library
from studio.cli.evidence_options import date_option
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.wording import count

if TYPE_CHECKING:
    from datetime import datetime

    from lessons.club.apart import Apart


@click.command(short_help="Who is in the club.")
@click.option("--all", "every", is_flag=True, help="Those too who left.")
@library_option
@json_option
def members(every: bool, library: Path | None, as_json: bool) -> None:
    """List the members by code, with the day they joined."""
    from lessons.club.member import Members
    from rubric.plain import to_plain

    kept = Members(club_library(library))
    found = kept.all() if every else kept.here()
    if as_json:
        print_json([to_plain(each) for each in found])
    elif found:
        print_columns(
            (each.code, f"joined {each.joined}", f"left {each.left}" if each.left else "") for each in found
        )
    else:
        click.echo("Nobody is in the club yet. Let somebody join: soundingboard club join CODE")


@click.command(short_help="Pupils join the club.")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@date_option
@library_option
@json_option
def join(codes: tuple[str, ...], day: "datetime | None", library: Path | None, as_json: bool) -> None:
    """Pupils join the club, today unless a date is given."""
    from lessons.club.member import Members
    from rubric.plain import to_plain

    joined = Members(open_library(library, adult=True)).join_all(codes, day.date() if day else None)
    if as_json:
        print_json([to_plain(each) for each in joined])
    else:
        click.echo(f"{count(len(joined), 'member')}: {' '.join(each.code for each in joined)}.")


@click.command(short_help="A pupil leaves the club.")
@click.argument("code", metavar="CODE")
@date_option
@click.option("--undo", is_flag=True, help="They are in it after all.")
@library_option
@json_option
def leave(code: str, day: "datetime | None", undo: bool, library: Path | None, as_json: bool) -> None:
    """A pupil leaves the club: their code stays in the registers, and nobody is paired with them again."""
    from evidence.safety.people import People
    from lessons.club.member import Members
    from rubric.plain import to_plain

    opened = open_library(library, adult=True)
    kept, wanted = Members(opened), People(opened).one(code).code
    stays = [each for each in kept.all() if each.code == wanted and each.left is not None]
    if undo and stays:
        changed = kept.come_back(stays[-1].id)
    else:
        changed = kept.join(wanted) if undo else kept.leave(wanted, day.date() if day else None)
    if as_json:
        print_json(to_plain(changed))
    else:
        click.echo(f"{wanted} {'is in the club' if undo else 'has left the club'}.")


@click.command(short_help="Adults: who is kept apart.")
@click.argument("codes", metavar="[CODE CODE]", nargs=-1)
@click.option("--undo", "apart_id", metavar="ID", help="Let two sit together again.")
@library_option
@json_option
def apart(codes: tuple[str, ...], apart_id: str | None, library: Path | None, as_json: bool) -> None:
    """Keep two apart at the PCs, or list who is; only adults see this."""
    from lessons.club.apart import Aparts

    if len(codes) not in (0, 2) or (codes and apart_id):
        raise click.UsageError("Give the codes of two, or none to see the list.")
    kept = Aparts(open_library(library, adult=True))
    if codes:
        kept.add(*codes)
    elif apart_id:
        kept.strike(apart_id)
    _list(kept.all(), as_json)


def _list(found: "tuple[Apart, ...]", as_json: bool) -> None:
    shapes: list[dict[str, Any]] = [{"id": each.id, "codes": list(each.codes)} for each in found]
    if as_json:
        print_json(shapes)
    elif found:
        print_columns((each.id, " and ".join(each.codes)) for each in found)
    else:
        click.echo("Nobody is kept apart.")


MEMBERS = (members, join, leave, apart)
