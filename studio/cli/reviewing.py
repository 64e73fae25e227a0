"""The commands `evidence edit` and `evidence key`: put evidence right, and choose the key pieces."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from studio.cli.evidence_options import (
    criterion_option,
    date_option,
    telling_options,
    told_fields,
    years_option,
)
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json
from studio.cli.shapes import entry_shape
from studio.wording import count


@click.command(short_help="Put evidence or a proposal right.")
@click.argument("id_", metavar="ID")
@click.option("--title", help="What it was.")
@criterion_option
@years_option
@date_option
@telling_options
@library_option
@json_option
def edit(
    id_: str,
    title: str | None,
    criteria: tuple[str, ...],
    years: tuple[str, ...],
    day: datetime | None,
    library: Path | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Change what is given of evidence or of a proposal; what it said before is kept with it.

    Criteria, year groups, people and tags that are given take the place of all those before.
    """
    from evidence.review import amend
    from rubric.framework import Claim
    from rubric.shelf import quality_mark

    opened = open_library(library, adult=True)
    given = {
        "title": title,
        "criteria": tuple(map(Claim.parse, criteria)) or None,
        "year_groups": years or None,
        "date_happened": day and day.date(),
    }
    fields = {name: value for name, value in given.items() if value} | told_fields(opened, told)
    if not fields:
        raise click.UsageError("Say what to change, such as --impact.")
    entry = amend(opened, id_, framework=quality_mark(opened.folder), **fields)
    if as_json:
        print_json(entry_shape(entry))
    else:
        click.echo(one_line(f"Changed {entry.id}: {entry.title}."))


@click.command(short_help="Choose a key piece of a criterion.")
@click.argument("id_", metavar="ID")
@click.argument("criterion", metavar="CRITERION")
@click.option("--off", is_flag=True, help="Let it be one among others again.")
@library_option
@json_option
def key(id_: str, criterion: str, off: bool, library: Path | None, as_json: bool) -> None:
    """Choose evidence as a key piece of a criterion, such as MT1: up to three, which are shown first."""
    from evidence.review import key_pieces, set_key
    from rubric.shelf import quality_mark

    opened = open_library(library, adult=True)
    code = quality_mark(opened.folder).criterion(criterion).code
    entry = set_key(opened, id_, code, not off)
    if as_json:
        print_json(entry_shape(entry))
    else:
        click.echo(f"{code} has {count(len(key_pieces(opened, code)), 'key piece')} now.")
