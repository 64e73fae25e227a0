"""The `competition` commands of the adult who supports the judging: open it, see to it, close it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.codes import known_codes
from studio.cli.competition_shapes import (
    competition_shape,
    id_argument,
    meant,
    result_shape,
    result_words,
    why_argument,
)
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count, listed

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.competition import Competition

by_option = click.option(
    "--by", metavar="ROLE", default="lead", show_default=True, help="The adult, as a role."
)
codes_argument = click.argument("codes", metavar="CODE...", nargs=-1, required=True)


@click.command(name="open", short_help="Open the judging.")
@id_argument
@codes_argument
@by_option
@library_option
@json_option
def open_(id_: str, codes: tuple[str, ...], by: str, library: Path | None, as_json: bool) -> None:
    """Open the judging with a panel of pupils, each by code."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    changed = Panel(opened).open(meant(opened, id_), known_codes(opened, codes), by=by)
    _tell(opened, changed, as_json, f"{changed.title} is judged by {listed(list(changed.panel))}.")
    docket = Dockets(opened).one(changed.id)
    for judgement in () if as_json else docket.judgements:
        fewer = len(docket.ids) - len(judgement.order)
        if fewer:
            click.echo(f"{judgement.code} does not hear {fewer} of them: their own, or a close friend's.")


@click.command(short_help="Who judges, and who is not done.")
@id_argument
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@library_option
@json_option
def panel(id_: str, codes: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Show the panel; with codes, name another one before the play-off begins."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    known = meant(opened, id_)
    if codes:
        Panel(opened).change(known, known_codes(opened, codes))
    docket = Dockets(opened).one(known)
    if as_json:
        print_json(competition_shape(docket, opened))
        return
    away, waiting = {each.code for each in docket.competition.away}, docket.waiting()
    print_columns(
        (code, "away" if code in away else "not done" if code in waiting else "done")
        for code in docket.competition.panel
    )


@click.command(short_help="A judge cannot go on.")
@id_argument
@click.argument("code", metavar="CODE")
@click.option("--why", default="", help="Why, in a few words.")
@click.option("--back", is_flag=True, help="They are back instead.")
@library_option
@json_option
def away(id_: str, code: str, why: str, back: bool, library: Path | None, as_json: bool) -> None:
    """Say that a judge is away: the others do not wait. Half a hearing does not count."""
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    known = meant(opened, id_)
    changed = Panel(opened).back(known, code) if back else Panel(opened).away(known, code, why)
    _tell(opened, changed, as_json, f"{code} is {'back' if back else 'away'}.")


@click.command(name="one-more-round", short_help="Ask for one more round of pairs.")
@id_argument
@library_option
@json_option
def one_more_round(id_: str, library: Path | None, as_json: bool) -> None:
    """Ask for one more round among those that are level: the only way an adult breaks a tie."""
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    changed = Panel(opened).one_more_round(meant(opened, id_))
    _tell(opened, changed, as_json, f"One more round has begun in {changed.title}.")


@click.command(name="close-judging", short_help="Close the judging: the result.")
@id_argument
@by_option
@click.option("--no-award", default="", metavar="WHY", help="There is no award this time, and why.")
@library_option
@json_option
def close_judging(id_: str, by: str, no_award: str, library: Path | None, as_json: bool) -> None:
    """Close the judging when everybody is done; the result is worked out and kept."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.kept_result import shown_result
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    closed = Panel(opened).close(meant(opened, id_), by=by, no_award=no_award)
    docket = Dockets(opened).one(closed.id)
    shape = result_shape(docket, shown_result(docket, adult=True))
    if as_json:
        print_json(shape)
        return
    click.echo(one_line(f"{closed.title}. {result_words(docket, shape)}"))
    click.echo("Now the panel gives its reasons: soundingboard competition reasons now")


@click.command(name="no-award", short_help="Give no award this time.")
@id_argument
@why_argument
@library_option
@json_option
def no_award(id_: str, why: str, library: Path | None, as_json: bool) -> None:
    """Give no award this time, and say why; with "" for WHY, give it after all."""
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    changed = Panel(opened).no_award(meant(opened, id_), why)
    said = f"No award this time: {changed.no_award}" if changed.no_award else "There is an award again."
    _tell(opened, changed, as_json, said)


@click.command(short_help="What judges wanted an adult to know.")
@id_argument
@library_option
@json_option
def told(id_: str, library: Path | None, as_json: bool) -> None:
    """Read what judges wanted an adult to know."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.panel import Panel

    opened = open_library(library, adult=True)
    docket = Dockets(opened).one(meant(opened, id_))
    names = {each.id: each.animal for each in docket.submissions}
    found = [
        {
            "judge": code,
            "about": names.get(each.submission, ""),
            "text": each.text,
            "when": each.when.isoformat(),
        }
        for code, each in Panel(opened).told(docket.competition.id)
    ]
    if as_json:
        print_json(found)
    elif found:
        print_columns(tuple(each.values())[:3] for each in found)
    else:
        click.echo("Nobody wanted to tell an adult anything.")


def _tell(library: "Library", known: "Competition", as_json: bool, sentence: str) -> None:
    from lessons.competitions.docket import Dockets

    docket = Dockets(library).one(known.id)
    if as_json:
        print_json(competition_shape(docket, library))
        return
    click.echo(one_line(sentence))
    if known.status == "judging":
        waiting = len(docket.waiting())
        click.echo(
            f"{count(waiting, 'judge is', 'judges are')} not done." if waiting else "Everybody is done."
        )


JUDGING = (open_, panel, away, one_more_round, close_judging, no_award, told)
