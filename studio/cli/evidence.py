"""The `evidence` commands: what happened, and which criteria it shows."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.evidence_options import (
    criterion_option,
    date_option,
    telling_options,
    told_fields,
    years_option,
)
from studio.cli.happened import happened, occasions
from studio.cli.options import DAY, has_pin_at_hand, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.cli.proposals import accept, bin_, proposals, propose, put_back, rules
from studio.cli.reviewing import edit, key
from studio.cli.shapes import entry_shape
from studio.cli.telling import entry_lines
from studio.cli.timeline import timeline
from studio.cli.withdraw import withdraw

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.sound import Sound


@click.group()
def evidence() -> None:
    """Dated evidence for the award.

    Write it down with `add`. Or say what happened with `happened`, keep sounds, and let the program
    `propose`: an adult accepts, edits or bins what it sees. Nothing becomes evidence by itself.
    """


for command in (propose, proposals, accept, bin_, put_back, rules, edit, key, happened, occasions, timeline):
    evidence.add_command(command)
evidence.add_command(withdraw)


@evidence.command(short_help="Write down evidence.")
@click.option("--title", required=True, help="What it was.")
@criterion_option
@years_option
@date_option
@click.option(
    "--sound", "sounds", metavar="ID", multiple=True, help="A sound of the library; may be repeated."
)
@click.option("--file", "files", type=click.Path(path_type=Path), multiple=True, help="Any file to attach.")
@click.option("--by", metavar="CODE", help="Who recorded it, as a code; never a name.")
@telling_options
@library_option
@json_option
def add(
    title: str,
    criteria: tuple[str, ...],
    years: tuple[str, ...],
    day: datetime | None,
    sounds: tuple[str, ...],
    files: tuple[Path, ...],
    by: str | None,
    library: Path | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Write down what happened, when, with whom, and which criteria it shows.

    With feedback of pupils, give two sounds: version 1, then version 2. One sound that was changed will
    do: version 1 is then the sound as it was recorded. In pupil mode it becomes a proposal.
    """
    from rubric.framework import Claim
    from rubric.shelf import quality_mark
    from studio.make_evidence import make_evidence

    if not criteria or not years:
        raise click.UsageError("Give at least one --criterion and one --year.")
    opened = open_library(library, adult=has_pin_at_hand())
    fields = told_fields(opened, told)
    used = [opened.sound(id_) for id_ in sounds]
    entry = make_evidence(
        opened,
        title=title,
        criteria=[Claim.parse(text) for text in criteria],
        year_groups=years,
        date_happened=day.date() if day else None,
        by=by,
        sounds=_versions(used) if "feedback" in fields else used,
        files=files,
        framework=quality_mark(opened.folder),
        **fields,
    )
    if as_json:
        print_json(entry_shape(entry))
    else:
        what = "Added" if entry.status == "accepted" else "Proposed, for an adult to accept:"
        click.echo(f"{what} {entry.id}: {entry.title} ({', '.join(map(str, entry.criteria))}).")


@evidence.command(name="list", short_help="List or find evidence.")
@click.option("--text", default="", help="Words that are somewhere in it.")
@click.option("--criterion", metavar="CODE", help="That shows this criterion, such as MT1.")
@click.option("--level", type=click.Choice(["bronze", "silver", "gold"]), help="At this level.")
@click.option("--year", help="With this year group.")
@click.option(
    "--status", type=click.Choice(["proposed", "accepted", "binned", "withdrawn"]), help="In this state."
)
@click.option("--type", "type_", metavar="TYPE", help="Of this kind; see evidence types.")
@click.option("--since", type=DAY, help="That happened on this day or later.")
@click.option("--until", type=DAY, help="That happened on this day or earlier.")
@click.option("--key-only", "--key", "key_only", is_flag=True, help="Key pieces only.")
@library_option
@json_option
def list_(
    text: str,
    criterion: str | None,
    level: str | None,
    year: str | None,
    status: str | None,
    type_: str | None,
    since: datetime | None,
    until: datetime | None,
    key_only: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """List the evidence, oldest first; everything that is asked for must fit."""
    from evidence.entry_types import entry_type
    from evidence.views.find import Finder
    from evidence.years import parse_year
    from rubric.shelf import quality_mark

    opened = open_library(library, adult=True)
    found = Finder(opened.entries()).find(
        text,
        criterion=quality_mark(opened.folder).criterion(criterion).code if criterion else None,
        level=level,
        year=parse_year(year) if year else None,
        status=status,
        type=entry_type(type_).id if type_ else None,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    shown = [entry for entry in found if entry.key_for or not key_only]
    shown.sort(key=lambda entry: entry.id)
    if as_json:
        print_json([entry_shape(entry) for entry in shown])
    elif shown:
        print_columns(map(_row, shown))
    elif opened.entries():
        click.echo("No evidence fits. Leave something out.")
    else:
        click.echo(
            "No evidence yet. Add some: "
            "soundingboard evidence add --title ... --criterion MT1:silver --year Y4"
        )


def _row(entry: "Entry") -> tuple[str, ...]:
    return (
        entry.id,
        f"{entry.date_happened}",
        "" if entry.status == "accepted" else entry.status,
        ", ".join(map(str, entry.criteria)),
        ("* " if entry.key_for else "") + entry.title,
    )


@evidence.command()
@click.argument("id_", metavar="ID")
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show one piece of evidence."""
    from evidence.route import routes

    opened = open_library(library, adult=True)
    entry = opened.entry(id_)
    if as_json:
        print_json(entry_shape(entry))
    else:
        click.echo("\n".join(entry_lines(entry)))
        for id_, stations in routes(opened, entry).items():
            click.echo(one_line(f"Route of {id_}: {' > '.join(stations)}"))


@evidence.command()
@json_option
def types(as_json: bool) -> None:
    """List the kinds of evidence, and what to write for each."""
    from dataclasses import asdict

    from evidence.entry_types import entry_types

    if as_json:
        print_json([asdict(each) for each in entry_types()])
    else:
        print_columns((each.id, each.sensitivity, each.asks) for each in entry_types())


def _versions(sounds: "list[Sound]") -> "list[Sound]":
    """Version 1 and version 2; a single sound that was changed is both."""
    from studio.audio.recipe import Recipe

    if len(sounds) == 1 and sounds[0].recipe.steps:
        return [sounds[0].with_recipe(Recipe()), sounds[0]]
    return sounds
