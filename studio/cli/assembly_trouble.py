"""The `assembly` commands about trouble: the conversation, its log, what was learnt."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.assembly_shapes import (
    event_meant,
    out_argument,
    overwrite_option,
    team_library,
    tell,
    tell_all,
    tell_file,
)
from studio.cli.codes import known_codes
from studio.cli.options import json_option, library_option, open_library, somebody_types
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.assembly.talk import Moment, Talk

_by_option = click.option("--by", metavar="CODE", multiple=True, help="Who, by code.")
_tree_argument = click.argument("tree_id", metavar="TREE")
_SAID = {"y": "yes", "n": "no", "f": "fixed"}
_WORDS = ("yes", "no", "fixed")


@click.command(short_help="Put trouble right, step by step.")
@click.argument("tree_id", metavar="[TREE]", required=False)
@click.option("--answer", "answers", multiple=True, type=click.Choice(_WORDS), help="An answer, in order.")
@click.option("--fixed-by", default="", help="Something else helped: this.")
@click.option("--minutes", type=int, help="How long it took; measured where somebody answers.")
@click.option("--event", default="", help="At this event: an ID, today or next.")
@_by_option
@library_option
@json_option
def trouble(
    tree_id: str | None,
    answers: tuple[str, ...],
    fixed_by: str,
    minutes: int | None,
    event: str,
    by: tuple[str, ...],
    library: Path | None,
    as_json: bool,
) -> None:
    """Put trouble right: one check after the other, answered with yes, no or fixed.

    Without TREE, list the troubles there are. At the end it goes into the log.
    """
    from lessons.assembly.trouble import Troubles

    opened = team_library(library)
    troubles = Troubles(opened)
    if tree_id is None:
        if not tell_all(troubles.trees(), as_json):
            print_columns((tree.id, tree.symptom) for tree in troubles.trees())
        return
    talk, began = troubles.begin(tree_id), opened.now()
    for word in answers:
        if not talk.next().is_end:
            talk = talk.answer(word)
    if somebody_types() and not fixed_by and not as_json:
        talk = _converse(talk)
    if not talk.next().is_end and not fixed_by:
        _tell_moment(talk.next(), as_json)
        return
    took = round((opened.now() - began).total_seconds() / 60) if minutes is None else minutes
    at = event_meant(opened, event).id if event else ""
    fix = troubles.keep(talk, minutes=took, event=at, by=known_codes(opened, by), fixed_by=fixed_by)
    end = f"Fixed: {fix.fixed_by}" if fix.fixed else talk.next().words
    tell(fix, as_json, f"{end} Written down as {fix.id}, {fix.minutes} min.")


def _converse(talk: "Talk") -> "Talk":
    """Ask until the end."""
    while not (moment := talk.next()).is_end:
        _tell_moment(moment, as_json=False)
        word = click.prompt("yes, no, fixed or back", type=str).strip().lower()
        word = _SAID.get(word, word)
        if word == "back":
            talk = talk.back()
        elif word in _WORDS:
            talk = talk.answer(word)
    return talk


def _tell_moment(moment: "Moment", as_json: bool) -> None:
    if as_json:
        shape = {name: getattr(moment, name) for name in ("kind", "words", "ask", "number", "adult")}
        print_json(shape | {"tree": moment.tree.id})
        return
    if moment.adult:
        click.echo("With an adult:")
    click.echo(one_line(f"{moment.number}. {moment.words}" if moment.ask == moment.words else moment.words))
    if moment.ask != moment.words:
        click.echo(moment.ask)


@click.command(short_help="The log of troubles, and what was learnt.")
@click.option("--tree", metavar="TREE", help="Of this trouble.")
@click.option("--event", default="", help="At this event.")
@click.option("--undo", metavar="ID", help="Take this out of the log.")
@library_option
@json_option
def fixes(tree: str | None, event: str, undo: str | None, library: Path | None, as_json: bool) -> None:
    """List the troubles that were met, and count them this term and last."""
    from lessons.assembly.learning import learning
    from lessons.assembly.trouble import Troubles

    opened = team_library(library)
    troubles = Troubles(opened)
    if undo is not None:
        gone = troubles.strike(undo)
        return tell(gone, as_json, f"Taken out: {gone.id}.")
    at = event_meant(opened, event).id if event else None
    found = troubles.fixes(tree=tree, event=at)
    if tell_all(found, as_json):
        return
    print_columns(
        (
            fix.id,
            f"{fix.when:%Y-%m-%d}",
            fix.tree,
            f"{fix.minutes} min",
            fix.fixed_by or "an adult was fetched",
        )
        for fix in found
    )
    told = learning(opened)
    for each in told.troubles:
        click.echo(
            one_line(f"{each.symptom}. {told.term.title}: {each.now.words}; before: {each.before.words}.")
        )


@click.command(short_help="A check that the children found themselves.")
@_tree_argument
@click.argument("ask", metavar="QUESTION")
@click.argument("do", metavar="WHAT-TO-DO")
@_by_option
@library_option
@json_option
def tip(tree_id: str, ask: str, do: str, by: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Add a check to a trouble: a question, and what to do when the answer is no."""
    from lessons.assembly.trouble import Troubles

    opened = team_library(library)
    made = Troubles(opened).add_tip(tree_id, ask, do, by=known_codes(opened, by))
    tell(made, as_json, f"Added {made.id} to {made.tree}: {made.text}")


@click.command(name="untip", short_help="Take such a check out.")
@click.argument("tip_id", metavar="ID")
@click.option("--put-back", is_flag=True, help="Put it back.")
@library_option
@json_option
def untip(tip_id: str, put_back: bool, library: Path | None, as_json: bool) -> None:
    """Take a check of the children's own out of its trouble, or put it back."""
    from lessons.assembly.trouble import Troubles

    made = Troubles(team_library(library)).strike_tip(tip_id, struck=not put_back)
    tell(made, as_json, f"{'Put back' if put_back else 'Taken out'}: {made.text}")


@click.command(name="poster", short_help="A trouble to hang on the wall.")
@_tree_argument
@out_argument
@overwrite_option
@library_option
@json_option
def poster(tree_id: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write a trouble with its checks for the wall. OUT ends in .pdf, .docx, .html or .txt."""
    from lessons.assembly.posters import print_tree

    opened = open_library(library, adult=True)
    tell_file(print_tree(opened, tree_id, out, overwrite=overwrite), as_json)
