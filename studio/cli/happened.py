"""The commands `evidence happened` and `evidence occasions`: what happened in the room on a day."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.evidence_options import date_option, years_option
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.occasion import Occasion


@click.command(short_help="Say what happened in the room.")
@click.argument("kind", required=False)
@click.option("--title", default="", help="What it was called; its kind if left out.")
@years_option
@date_option
@click.option("--led-by", metavar="CODE", multiple=True, help="A pupil who led, taught or helped.")
@click.option("--person", "people", metavar="CODE", multiple=True, help="Somebody else who took part.")
@click.option("--subject", default="", help="School subject, such as science.")
@click.option("--tools", default="", help="What was used, such as “sound buttons”.")
@click.option("--note", default="", help="What there is to say about it.")
@click.option("--sound", "sounds", metavar="ID", multiple=True, help="A sound that was used or made in it.")
@click.option("--scope", default="", metavar="WORD", help="For whom it was: class, key-stage or school.")
@click.option(
    "--did", metavar="WORD", multiple=True, help="In a lesson, with sounds: used, recorded, changed."
)
@click.option("--occasion", metavar="ID", help="Add years, people and sounds to this one instead.")
@library_option
@json_option
def happened(
    kind: str | None,
    title: str,
    years: tuple[str, ...],
    day: datetime | None,
    led_by: tuple[str, ...],
    people: tuple[str, ...],
    subject: str,
    tools: str,
    note: str,
    sounds: tuple[str, ...],
    scope: str,
    did: tuple[str, ...],
    occasion: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Say what happened in the room on a day, so that evidence can be proposed from it.

    KIND is such as club-session, lesson, assembly or competition; without it the kinds are listed. Sounds
    made that day by the same year groups belong to it; --sound adds others.
    """
    from lessons.occasion import Occasions

    if kind is None and occasion is None:
        _list_kinds(as_json)
        return
    kept = Occasions(open_library(library))
    if occasion is not None:
        if kind or title or day or subject or tools or note or scope or did:
            raise click.UsageError(
                "With --occasion, only --year, --led-by, --person and --sound can be added."
            )
        made = kept.add_to(occasion, year_groups=years, led_by=led_by, people=people, sounds=sounds)
    else:
        made = kept.add(
            kind or "",
            title,
            day=day.date() if day else None,
            year_groups=years,
            led_by=led_by,
            people=people,
            subject=subject,
            tools=tools,
            note=note,
            sounds=sounds,
            scope=scope,
            did=did,
        )
    if as_json:
        print_json(_shape(made))
    else:
        click.echo(one_line(f"Kept {made.id}, {made.date}: {made.title}."))
        click.echo("See what it shows with: soundingboard evidence propose")


@click.command(short_help="List what happened in the room.")
@click.option("--kind", metavar="KIND", help="Of this kind only.")
@library_option
@json_option
def occasions(kind: str | None, library: Path | None, as_json: bool) -> None:
    """List what happened in the room, as it was written down."""
    from lessons.occasion import Occasions
    from lessons.occasion_kind import occasion_kind

    found = Occasions(open_library(library, adult=True)).all(occasion_kind(kind).id if kind else None)
    if as_json:
        print_json([_shape(each) for each in found])
    elif found:
        print_columns(
            (o.id, f"{o.date}", o.kind, " ".join(o.year_groups), " ".join(o.led_by), o.title) for o in found
        )
    else:
        click.echo(
            "Nothing yet. Say what happened with: soundingboard evidence happened club-session --year Y4"
        )


def _list_kinds(as_json: bool) -> None:
    from dataclasses import asdict

    from lessons.occasion_kind import occasion_kinds

    if as_json:
        print_json([asdict(each) for each in occasion_kinds()])
    else:
        print_columns((each.id, each.title, each.asks) for each in occasion_kinds())


def _shape(made: "Occasion") -> dict[str, object]:
    from rubric.plain import to_plain

    return to_plain(made)
