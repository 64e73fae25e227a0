"""The `evidence` commands for proposals: look for them, then accept, bin, or put back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.cli.shapes import entry_shape
from studio.wording import count

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.library import Library

ids_argument = click.argument("ids", metavar="ID...", nargs=-1, required=True)


@click.command(short_help="Look for what can be evidence.")
@library_option
@json_option
def propose(library: Path | None, as_json: bool) -> None:
    """Look at the sounds that were kept and at what happened, and propose what they show.

    What was accepted or binned before is not proposed again.
    """
    from lessons.proposals import propose as propose_new
    from rubric.shelf import quality_mark

    opened = open_library(library)
    _show(propose_new(opened, quality_mark(opened.folder)), as_json, "Nothing new to propose.")


@click.command(name="proposals", short_help="List what waits for an adult.")
@library_option
@json_option
def proposals(library: Path | None, as_json: bool) -> None:
    """List the proposals that wait for an adult, each with its reason."""
    from lessons.proposals import proposals as open_ones

    _show(
        open_ones(open_library(library, adult=True)),
        as_json,
        "Nothing waits. Look for more with: soundingboard evidence propose",
    )


@click.command(short_help="Make proposals evidence.")
@ids_argument
@library_option
@json_option
def accept(ids: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Make proposals evidence."""
    from evidence.review import accept as accepted
    from rubric.shelf import quality_mark

    opened = open_library(library, adult=True)
    framework = quality_mark(opened.folder)
    _each(opened, ids, lambda id_: accepted(opened, id_, framework=framework), "Accepted", as_json)


@click.command(name="bin", short_help="Put proposals or evidence in the bin.")
@ids_argument
@library_option
@json_option
def bin_(ids: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Put proposals or evidence in the bin: they count no more, and are not proposed again."""
    from evidence.review import bin_entry

    opened = open_library(library, adult=True)
    _each(opened, ids, lambda id_: bin_entry(opened, id_), "Binned", as_json)


@click.command(name="put-back", short_help="Make it a proposal again.")
@ids_argument
@library_option
@json_option
def put_back(ids: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Make what was accepted or binned a proposal again."""
    from evidence.review import put_back as put_it_back

    opened = open_library(library, adult=True)
    _each(opened, ids, lambda id_: put_it_back(opened, id_), "Put back", as_json)


@click.command(short_help="List the rules of proposals.")
@json_option
def rules(as_json: bool) -> None:
    """List the rules by which the program proposes: what they look at, what it shows, and why."""
    from lessons.rule import shipped_rules

    found = shipped_rules().rules
    if as_json:
        print_json(
            [
                {"id": r.id, "looks_at": r.looks_at, "claims": list(map(str, r.claims)), "why": r.why}
                for r in found
            ]
        )
    else:
        print_columns((r.id, r.looks_at, ", ".join(map(str, r.claims)), f"{r.why}.") for r in found)


def _each(
    opened: "Library", ids: tuple[str, ...], act: "Callable[[str], Entry]", done: str, as_json: bool
) -> None:
    """Do it to each; an id that is not there is found out before anything is done."""
    known = [opened.entry(id_).id for id_ in ids]
    entries = [act(id_) for id_ in dict.fromkeys(known)]
    if as_json:
        print_json([entry_shape(entry) for entry in entries])
    else:
        for entry in entries:
            click.echo(one_line(f"{done} {entry.id}: {entry.title}."))


def _show(found: "tuple[Entry, ...]", as_json: bool, nothing: str) -> None:
    if as_json:
        print_json([entry_shape(entry) for entry in found])
        return
    if not found:
        click.echo(nothing)
        return
    click.echo(f"{count(len(found), 'proposal')} for an adult to accept, edit or bin:")
    for entry in found:
        shows = ", ".join(map(str, entry.criteria))
        click.echo(one_line(f"{entry.id}  {entry.date_happened}  {shows}  {entry.title}"))
        click.echo(one_line(f"    {entry.why}"))
    click.echo("Accept with: soundingboard evidence accept ID ...")
