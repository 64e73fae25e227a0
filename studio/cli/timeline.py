"""The command `evidence timeline`: what happened, half-term by half-term."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json
from studio.cli.shapes import entry_shape
from studio.wording import count


@click.command(short_help="What happened, half-term by half-term.")
@library_option
@json_option
def timeline(library: Path | None, as_json: bool) -> None:
    """Show the evidence half-term by half-term, the newest on top; half-terms without any show too."""
    from evidence.award.plans import Plans
    from evidence.views.timeline import by_half_term

    opened = open_library(library, adult=True)
    accepted = (entry for entry in opened.entries() if entry.status == "accepted")
    found = by_half_term(accepted, Plans(opened).calendar())
    if as_json:
        print_json(
            [
                {
                    "half_term": stretch.half_term.code,
                    "first": stretch.half_term.first.isoformat(),
                    "last": stretch.half_term.last.isoformat(),
                    "entries": [entry_shape(entry) for entry in stretch.entries],
                }
                for stretch in found
            ]
        )
        return
    if not found:
        click.echo("No evidence yet.")
    for stretch in found:
        entries = stretch.entries
        shown = count(len(entries), "entry", "entries") if entries else "nothing"
        click.echo(f"{stretch.half_term.code}  {stretch.half_term.title}: {shown}")
        for entry in entries:
            shows = ", ".join(map(str, entry.criteria))
            click.echo(one_line(f"  {entry.date_happened}  {entry.id}  {shows}  {entry.title}"))
