"""The `competition` commands of the meeting: who announces, the announcement, agenda and minutes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.codes import known_codes
from studio.cli.competition_shapes import competition_library, competition_shape, id_argument, meant
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json
from studio.wording import listed

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.papers.paper import Paper

    Making = Callable[[Library], Paper]


@click.command(short_help="Who announces the winner.")
@id_argument
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@library_option
@json_option
def announcers(id_: str, codes: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Say which pupils announce the winner."""
    from lessons.competitions.competitions import Competitions

    opened = competition_library(library)
    competitions = Competitions(opened)
    changed = competitions.choose_announcers(meant(opened, id_), known_codes(opened, codes))
    if as_json:
        print_json(competition_shape(competitions.docket(changed.id), opened))
    else:
        click.echo(f"{listed(list(changed.announcers))} will announce it.")


@click.command(short_help="Announce the result: the evidence.")
@id_argument
@click.option("--take-back", is_flag=True, help="Take the announcement back instead.")
@library_option
@json_option
def announce(id_: str, take_back: bool, library: Path | None, as_json: bool) -> None:
    """Announce the result, once every word was checked; it is kept as something that happened."""
    from lessons.competitions.announcing import announce as announce_it
    from lessons.competitions.announcing import take_announcement_back
    from lessons.competitions.docket import Dockets

    opened = open_library(library, adult=True)
    known = meant(opened, id_)
    changed = take_announcement_back(opened, known) if take_back else announce_it(opened, known)
    if as_json:
        print_json(competition_shape(Dockets(opened).one(changed.id), opened))
    elif take_back:
        click.echo(f"{changed.id} is not announced any more.")
    else:
        click.echo(f"Announced {changed.id}; kept as {changed.occasion}.")
        click.echo("See what it shows with: soundingboard evidence propose")


@click.command(short_help="What the next meeting is about.")
@click.argument("out", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@library_option
@json_option
def agenda(out: Path | None, library: Path | None, as_json: bool) -> None:
    """Print the agenda of the half-termly meeting, or write it to a .pdf, .docx, .html or .txt file."""
    from lessons.competitions.agenda import agenda as make_agenda

    _paper(library, out, as_json, lambda opened: make_agenda(opened), adult=out is not None)


@click.command(short_help="What was done, from brief to announcement.")
@id_argument
@click.argument("out", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@library_option
@json_option
def minutes(id_: str, out: Path | None, library: Path | None, as_json: bool) -> None:
    """Print the minutes of a competition, or write them to a .pdf, .docx, .html or .txt file."""
    from lessons.competitions.agenda import minutes as make_minutes

    _paper(library, out, as_json, lambda opened: make_minutes(opened, meant(opened, id_)), adult=True)


def _paper(
    library: Path | None, out: Path | None, as_json: bool, make: "Callable[[Library], Paper]", *, adult: bool
) -> None:
    from evidence.papers.document import write_document
    from evidence.papers.plain_text import text_bytes

    opened = open_library(library, adult=True) if adult else competition_library(library)
    paper = make(opened)
    if out is not None:
        written = write_document(opened, paper, out)
        print_json({"out": str(written)}) if as_json else click.echo(f"Made {written}.")
        return
    text = text_bytes(paper).decode()
    if as_json:
        print_json({"title": paper.title, "text": text})
        return
    for line in text.splitlines():
        click.echo(one_line(line))


MEETING = (announcers, announce, agenda, minutes)
