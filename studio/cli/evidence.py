"""The `evidence` commands and `coverage`: what happened, and which criteria it shows."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.cli.shapes import entry_shape

if TYPE_CHECKING:
    from evidence.coverage import Coverage

ISO_DATE = click.DateTime(["%Y-%m-%d"])


@click.group()
def evidence() -> None:
    """Dated evidence for the award: add, list, show."""


@evidence.command()
@click.option("--title", required=True, help="What it was.")
@click.option(
    "--criterion", "criteria", multiple=True, required=True, help="Such as MT3:gold; may be repeated."
)
@click.option("--year", "years", multiple=True, required=True, help="Year group such as Y4; may be repeated.")
@click.option("--date", "happened_on", type=ISO_DATE, help="When it happened (today if left out).")
@click.option(
    "--sound", "sounds", metavar="ID", multiple=True, help="A sound of the library; may be repeated."
)
@click.option("--file", "files", type=click.Path(path_type=Path), multiple=True, help="Any file to attach.")
@click.option("--happened", default="", help="What was done, in a sentence or two.")
@click.option("--impact", default="", help="What difference it made.")
@click.option("--by", metavar="CODE", help="Who recorded it, as a code; never a name.")
@library_option
@json_option
def add(
    title: str,
    criteria: tuple[str, ...],
    years: tuple[str, ...],
    happened_on: datetime | None,
    sounds: tuple[str, ...],
    files: tuple[Path, ...],
    happened: str,
    impact: str,
    by: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write down what happened, when, with whom, and which criteria it shows."""
    from rubric.framework import Claim
    from rubric.shelf import quality_mark
    from studio.takes import make_evidence

    opened = open_library(library)
    entry = make_evidence(
        opened,
        title=title,
        criteria=[Claim.parse(text) for text in criteria],
        year_groups=years,
        date_happened=happened_on.date() if happened_on else None,
        happened=happened,
        impact=impact,
        by=by,
        sounds=[opened.sound(id_) for id_ in sounds],
        files=files,
        framework=quality_mark(opened.folder),
    )
    if as_json:
        print_json(entry_shape(entry))
    else:
        click.echo(f"Added {entry.id}: {entry.title} ({', '.join(map(str, entry.criteria))}).")


@evidence.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the evidence, oldest first."""
    entries = open_library(library).entries()
    if as_json:
        print_json([entry_shape(entry) for entry in entries])
    elif entries:
        print_columns((e.id, f"{e.date_happened}", ", ".join(map(str, e.criteria)), e.title) for e in entries)
    else:
        click.echo(
            "No evidence yet. Add some: "
            "soundingboard evidence add --title ... --criterion MT1:silver --year Y4"
        )


@evidence.command()
@click.argument("id_", metavar="ID")
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show one piece of evidence."""
    entry = open_library(library).entry(id_)
    if as_json:
        print_json(entry_shape(entry))
        return
    click.echo(f"{entry.id}  {entry.title}")
    click.echo(
        f"happened {entry.date_happened}, recorded {entry.date_recorded:%Y-%m-%d %H:%M}, {entry.status}"
    )
    click.echo(f"shows {', '.join(map(str, entry.criteria))} with {', '.join(entry.year_groups)}")
    for label, text in (("What happened", entry.happened), ("Difference", entry.impact)):
        if text:
            click.echo(f"{label}: {text}")
    for use in entry.sounds:
        click.echo(f"Sound {use.sound_id}: {use.title} ({'; '.join(use.words) or 'as it was recorded'})")
    for file in entry.files:
        click.echo(f"File: {file.name}")


@click.command()
@library_option
@json_option
def coverage(library: Path | None, as_json: bool) -> None:
    """Count the evidence of each criterion and level, and the year groups of MT1."""
    from evidence.coverage import coverage as count
    from rubric.shelf import quality_mark

    opened = open_library(library)
    counted = count(opened.entries(), quality_mark(opened.folder))
    if as_json:
        print_json(counted.as_json())
    else:
        print_coverage(counted)


def print_coverage(counted: "Coverage") -> None:
    """Print the matrix; a dot stands for none."""
    shape = counted.as_json()
    for heading, rows in (("", shape["criteria"]), ("MT1", shape["mt1_year_groups"])):
        print_columns(
            [(heading.ljust(6), "bronze", "silver", "gold")]
            + [(name, *(str(n or "·").center(6) for n in levels.values())) for name, levels in rows.items()]
        )
        click.echo()
    click.echo("Self-judged: numbers of entries, not a verdict.")
