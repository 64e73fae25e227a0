"""The `competition` commands about words: reasons, kind lines, and the result."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.competition_shapes import (
    competition_library,
    entry_meant,
    id_argument,
    meant,
    result_shape,
    result_words,
)
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.competitions.docket import Docket
    from lessons.competitions.reasons import Reason

entry_argument = click.argument("entry", metavar="ENTRY")
by_option = click.option("--by", "codes", metavar="CODE", multiple=True, required=True, help="Who wrote it.")


@click.command(short_help="What is written, and what is missing.")
@id_argument
@library_option
@json_option
def reasons(id_: str, library: Path | None, as_json: bool) -> None:
    """List the reasons and kind lines, and for which entries there are none yet."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.reasons import Reasons

    opened = competition_library(library)
    docket = Dockets(opened).one(meant(opened, id_))
    kept = Reasons(opened, docket.competition.id)
    wanted = [{"animal": entry.animal, "kind": kind} for entry, kind in kept.wanted()]
    if as_json:
        shapes = [_shape(each, docket) for each in kept.all()]
        if not opened.adults.is_adult:  # what was taken back or asked for again is nobody else's to read
            shapes = [{name: value for name, value in shape.items() if name != "earlier"} for shape in shapes]
        print_json({"reasons": shapes, "wanted": wanted})
        return
    for each in kept.all():
        animal = docket.submission(each.submission).animal
        asked = f" ({each.asked})" if each.asked else ""
        click.echo(one_line(f"{each.id}  {animal}, {each.checked}{asked}: {each.text}"))
    print_columns((each["animal"], f"wants {_KIND_WORDS[each['kind']]}") for each in wanted)
    if not wanted and not kept.unread():
        click.echo("Everything is written and checked.")


@click.command(short_help="Say why a winner was chosen.")
@id_argument
@entry_argument
@click.option("--quality", default="", help="What is good in it.")
@click.option("--where", default="", help="Where in the piece it can be heard.")
@click.option("--brief", default="", help="How it fits the brief.")
@by_option
@library_option
@json_option
def why(
    id_: str, entry: str, codes: tuple[str, ...], library: Path | None, as_json: bool, **parts: str
) -> None:
    """Say why a winner was chosen, in two sentences or more: a quality, where it is, and the brief."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.reasons import Reasons

    opened = competition_library(library)
    docket = Dockets(opened).one(meant(opened, id_))
    kept = Reasons(opened, docket.competition.id)
    _tell(kept.say_why(entry_meant(docket, entry).id, **parts, by=codes), docket, as_json)


@click.command(short_help="Say one good thing about an entry.")
@id_argument
@entry_argument
@click.argument("text")
@by_option
@library_option
@json_option
def kind(
    id_: str, entry: str, text: str, codes: tuple[str, ...], library: Path | None, as_json: bool
) -> None:
    """Write the kind line of an entry that did not win."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.reasons import Reasons

    opened = competition_library(library)
    docket = Dockets(opened).one(meant(opened, id_))
    kept = Reasons(opened, docket.competition.id)
    _tell(kept.say_kindly(entry_meant(docket, entry).id, text, by=codes), docket, as_json)


@click.command(name="check-words", short_help="Okay, or please say it another way.")
@id_argument
@click.argument("reason", metavar="REASON")
@click.option("--again", metavar="WHAT", help="Ask for another wording, and say what to change.")
@library_option
@json_option
def check_words(id_: str, reason: str, again: str | None, library: Path | None, as_json: bool) -> None:
    """Read what the panel wrote: it is fine, or is asked for again. REASON is its ID, or `all`."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.reasons import Reasons

    opened = open_library(library, adult=True)
    docket = Dockets(opened).one(meant(opened, id_))
    kept = Reasons(opened, docket.competition.id)
    ids = [each.id for each in kept.unread()] if reason.lower() == "all" else [reason]
    read = [kept.okay(each) if again is None else kept.ask_again(each, again) for each in ids]
    if as_json:
        print_json([_shape(each, docket) for each in read])
    for each in () if as_json else read:
        click.echo(one_line(f"{each.id} {each.checked}: {each.text}"))


@click.command(short_help="Who was chosen.")
@id_argument
@library_option
@json_option
def result(id_: str, library: Path | None, as_json: bool) -> None:
    """Say who was chosen, once judging has closed; with the PIN, how sure it is."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.kept_result import shown_result

    opened = competition_library(library)
    docket = Dockets(opened).one(meant(opened, id_))
    shape = result_shape(docket, shown_result(docket, adult=opened.adults.is_adult))
    if as_json:
        print_json(shape)
        return
    click.echo(one_line(result_words(docket, shape)))


@click.command(short_help="Work the result out again.")
@id_argument
@library_option
@json_option
def check(id_: str, library: Path | None, as_json: bool) -> None:
    """Work the result out again from the stored judgements, and compare."""
    from lessons.competitions.docket import Dockets
    from lessons.competitions.kept_result import check as check_result

    opened = open_library(library, adult=True)
    found = check_result(Dockets(opened).one(meant(opened, id_)))
    if as_json:
        print_json({"same": found.same, "untouched": found.untouched, "why": found.why})
    else:
        click.echo(found.why)
    if not found.same:
        raise SystemExit(1)


def _tell(made: "Reason", docket: "Docket", as_json: bool) -> None:
    if as_json:
        print_json(_shape(made, docket))
    else:
        click.echo(one_line(f"Kept {made.id}: {made.text}"))


def _shape(made: "Reason", docket: "Docket") -> dict[str, Any]:
    return {
        "id": made.id,
        "animal": docket.submission(made.submission).animal,
        "kind": made.kind,
        "text": made.text,
        "by": list(made.codes),
        "checked": made.checked,
        "asked": made.asked,
        "earlier": [each.text for each in made.earlier],
    }


_KIND_WORDS = {"winner": "reasons", "kind": "a kind line"}

WORDS = (reasons, why, kind, check_words, result, check)
