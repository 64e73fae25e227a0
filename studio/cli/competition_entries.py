"""The `competition` commands about entries and dates: enter, take back, close, move, cancel."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.competition_shapes import (
    competition_library,
    competition_shape,
    entry_meant,
    id_argument,
    meant,
    why_argument,
)
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import clock, date_in_words

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.competition import Competition


@click.command(short_help="Hand a sound in.")
@id_argument
@click.argument("sound", metavar="SOUND")
@click.option(
    "--maker", "makers", metavar="CODE", multiple=True, help="Who made it, if the sound says nobody."
)
@library_option
@json_option
def enter(id_: str, sound: str, makers: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Hand a sound in, as it is now; until the closing date it can be taken back."""
    from lessons.competitions.competitions import Competitions
    from lessons.competitions.submissions import Submissions, length_words
    from rubric.plain import to_plain

    opened = competition_library(library)
    made = Submissions(opened).enter(meant(opened, id_), sound, makers)
    known = Competitions(opened).one(made.competition)
    if as_json:
        print_json(to_plain(made))
        return
    click.echo(f"Handed in {made.id}, {clock(made.seconds)}, by {', '.join(made.makers)}.")
    told = length_words(known, made.seconds)
    if told:
        click.echo(told)


@click.command(name="take-back", short_help="Take an entry back.")
@click.argument("entry", metavar="SB-ID")
@library_option
@json_option
def take_back(entry: str, library: Path | None, as_json: bool) -> None:
    """Take an entry back before the closing date; the sound stays. SB-ID is what `enter` said."""
    from lessons.competitions.submissions import Submissions

    taken = Submissions(competition_library(library)).take_back(entry)
    if as_json:
        print_json({"id": taken.id, "competition": taken.competition, "taken_back": True})
    else:
        click.echo(f"Took {taken.id} back; it can be handed in again.")


@click.command(short_help="Take an entry out while it is judged.")
@id_argument
@click.argument("entry", metavar="ENTRY")
@why_argument
@library_option
@json_option
def withdraw(id_: str, entry: str, why: str, library: Path | None, as_json: bool) -> None:
    """Take an entry out after the closing date, and say why; its stars fall away."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.submissions import Submissions

    opened = open_library(library, adult=True)
    docket = Dockets(opened).one(meant(opened, id_))
    gone = Submissions(opened).withdraw(entry_meant(docket, entry).id, why)
    if as_json:
        print_json({"id": gone.id, "competition": gone.competition, "withdrawn": gone.withdrawn})
    else:
        click.echo(one_line(f"The {gone.animal or gone.id} is out: {gone.withdrawn}"))


@click.command(name="move-closing", short_help="Move the closing date.")
@id_argument
@click.argument("day", metavar="DAY", type=DAY)
@why_argument
@library_option
@json_option
def move_closing(id_: str, day: datetime, why: str, library: Path | None, as_json: bool) -> None:
    """Move the last day for entries, and say why; a competition that had closed opens again."""
    opened = open_library(library, adult=True)
    from lessons.competitions.competitions import Competitions

    moved = Competitions(opened).move_closing(meant(opened, id_), day.date(), why)
    _tell(opened, moved, as_json, f"{moved.title} is open until {date_in_words(moved.closes)}.")


def _change(name: str, use_case: str, said: str, doc: str, *, why: bool = False) -> click.Command:
    """A command that does one use case of an adult to one competition."""

    def act(id_: str, library: Path | None, as_json: bool, **given: Any) -> None:
        from lessons.competitions.competitions import Competitions

        opened = open_library(library, adult=True)
        changed = getattr(Competitions(opened), use_case)(meant(opened, id_), *given.values())
        _tell(opened, changed, as_json, f"{changed.title} {said}.")

    options: list[Callable[[Any], Any]] = [id_argument, *([why_argument] if why else [])]
    for decorate in reversed([*options, library_option, json_option]):
        act = decorate(act)
    return click.command(name=name, help=doc)(act)


@click.command(short_help="Close friends, brothers and sisters.")
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--strike", metavar="BOND", help="Take one out.")
@library_option
@json_option
def bonds(codes: tuple[str, ...], strike: str | None, library: Path | None, as_json: bool) -> None:
    """List who is too close to judge each other's work; with codes, add them. Only adults see it."""
    from lessons.competitions.bonds import Bonds
    from rubric.plain import to_plain

    kept = Bonds(open_library(library, adult=True))
    if codes:
        kept.add(codes)
    if strike:
        kept.strike(strike)
    found = kept.all()
    if as_json:
        print_json([to_plain(each) for each in found])
    elif found:
        print_columns((each.id, ", ".join(each.codes)) for each in found)
    else:
        click.echo("Nobody is kept apart from judging anybody.")


def _tell(library: "Library", known: "Competition", as_json: bool, sentence: str) -> None:
    from lessons.competitions.docket import Dockets

    if as_json:
        print_json(competition_shape(Dockets(library).one(known.id), library))
    else:
        click.echo(one_line(sentence))


ENTRIES = (
    enter,
    take_back,
    withdraw,
    move_closing,
    _change("close", "close", "takes no more entries", "Close a competition before its day."),
    _change("reopen", "reopen", "takes entries again", "Open one again that was closed before its day."),
    _change("cancel", "cancel", "is cancelled; everything is kept", "Cancel it, and say why.", why=True),
    _change("bring-back", "bring_back", "is on again", "Take a cancellation back."),
    bonds,
)
