"""The `competition` commands: briefs, setting one, and what there is."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from studio.cli.codes import known_codes
from studio.cli.competition_entries import ENTRIES
from studio.cli.competition_judge import judge
from studio.cli.competition_judging import JUDGING
from studio.cli.competition_meeting import MEETING
from studio.cli.competition_papers import paper
from studio.cli.competition_shapes import (
    brief_lines,
    brief_shape,
    competition_library,
    competition_line,
    competition_shape,
    id_argument,
    meant,
)
from studio.cli.competition_words import WORDS
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count, date_in_words


@click.group()
def competition() -> None:
    """Competitions: a brief, entries, judges who hear blind, a result that can be worked out again.

    Announcing one is the evidence: it is proposed by itself. Where a command asks for the ID of a
    competition, `now` will do; where it asks for an ENTRY, its animal.
    """


for command in (*ENTRIES, *JUDGING, judge, *WORDS, *MEETING, paper):
    competition.add_command(command)


@competition.command(short_help="The cards to choose from.")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option("--year", metavar="YEAR", help="Only those for a year group.")
@library_option
@json_option
def briefs(words: tuple[str, ...], year: str | None, library: Path | None, as_json: bool) -> None:
    """List the briefs, your own first; with words, only those that have them."""
    from evidence.years import parse_year
    from lessons.competitions.briefs import Briefs

    found = Briefs(open_library(library)).find(" ".join(words), year=parse_year(year) if year else None)
    if as_json:
        print_json([brief_shape(each) for each in found])
    elif found:
        print_columns((b.id, f"{b.years[0]}-{b.years[-1]}", b.length, b.title, b.hook) for b in found)
    else:
        click.echo("No such brief. See them all: soundingboard competition briefs")


@competition.command(short_help="One card.")
@click.argument("brief_id", metavar="BRIEF")
@library_option
@json_option
def brief(brief_id: str, library: Path | None, as_json: bool) -> None:
    """Show one brief."""
    from lessons.competitions.briefs import Briefs

    found = Briefs(open_library(library)).one(brief_id)
    if as_json:
        print_json(brief_shape(found))
        return
    for line in brief_lines(found):
        click.echo(one_line(line))


@competition.command(name="add-brief", short_help="Make a card of your own.")
@click.argument("title")
@click.option("--make", required=True, help="What to make, in one sentence.")
@click.option("--hook", default="", help="A sentence that makes children want to do it.")
@click.option("--shortest", type=int, default=10, show_default=True, help="Seconds.")
@click.option("--longest", type=int, default=60, show_default=True, help="Seconds.")
@click.option("--must", multiple=True, help="Something it must have; may be repeated.")
@click.option("--tool", "tools", multiple=True, help="What to use; may be repeated.")
@click.option("--year", "years", multiple=True, help="A year group it is for; may be repeated.")
@click.option("--question", "criteria", multiple=True, help="What judges are asked; 2 to 4.")
@click.option("--tie-break", default="", help="What decides between two that are level.")
@click.option("--purpose", default="", help="What it is for, such as story, game or season.")
@library_option
@json_option
def add_brief(title: str, make: str, library: Path | None, as_json: bool, **said: Any) -> None:
    """Make a brief of the school's own; it is kept in the library."""
    from lessons.competitions.briefs import Briefs

    made = Briefs(open_library(library)).add(title, make, **said)
    if as_json:
        print_json(brief_shape(made))
    else:
        click.echo(one_line(f"Made {made.id}: {made.title}."))


@competition.command(name="strike-brief", short_help="Take your own card out.")
@click.argument("brief_id", metavar="BRIEF")
@click.option("--put-back", is_flag=True, help="Put it back instead.")
@library_option
@json_option
def strike_brief(brief_id: str, put_back: bool, library: Path | None, as_json: bool) -> None:
    """Take a brief of the school's own out; competitions that used it keep it."""
    from lessons.competitions.briefs import Briefs

    changed = Briefs(open_library(library, adult=True)).strike(brief_id, struck=not put_back)
    if as_json:
        print_json(brief_shape(changed))
    else:
        click.echo(one_line(f"{changed.title} is {'there again' if put_back else 'taken out'}."))


@competition.command(name="set", short_help="Set a competition.")
@click.argument("brief_id", metavar="BRIEF")
@click.option("--title", default="", help="What it is called; the brief's title if left out.")
@click.option("--opens", type=DAY, help="First day for entries; today if left out.")
@click.option(
    "--closes", type=DAY, help="Last day for entries; four weeks later, or the end of the half-term."
)
@click.option("--who", "who_may", default="one each", help="Who may enter: one each, pairs or groups.")
@click.option("--year", "years", multiple=True, help="A year group that may enter; may be repeated.")
@click.option("--scope", default="school", help="For whom it is: class, key-stage or school.")
@click.option("--led-by", metavar="CODE", multiple=True, help="A pupil who sets and runs it.")
@library_option
@json_option
def set_(
    brief_id: str,
    title: str,
    opens: datetime | None,
    closes: datetime | None,
    who_may: str,
    years: tuple[str, ...],
    scope: str,
    led_by: tuple[str, ...],
    library: Path | None,
    as_json: bool,
) -> None:
    """Set a competition with a brief."""
    from lessons.competitions.competitions import Competitions

    opened = competition_library(library)
    competitions = Competitions(opened)
    made = competitions.set(
        brief_id,
        title=title,
        opens=opens.date() if opens else None,
        closes=closes.date() if closes else None,
        who_may=who_may,
        years=years,
        scope=scope,
        led_by=known_codes(opened, led_by),
    )
    if as_json:
        print_json(competition_shape(competitions.docket(made.id), opened))
    else:
        click.echo(one_line(f"Set {made.id}: {made.title}, open until {date_in_words(made.closes)}."))


@competition.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the competitions."""
    from lessons.competitions.docket import Dockets

    opened = competition_library(library)
    found = Dockets(opened).all()
    if as_json:
        print_json([competition_shape(each, opened) for each in found])
    elif found:
        print_columns(competition_line(each, opened) for each in found)
    else:
        click.echo("No competition yet. Set one: soundingboard competition set voice-of-a-villain")


@competition.command()
@id_argument
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show one competition; with the PIN, its entries too."""
    from lessons.competitions.docket import Dockets

    opened = competition_library(library)
    docket = Dockets(opened).one(meant(opened, id_))
    if as_json:
        print_json(competition_shape(docket, opened))
        return
    known = docket.competition
    click.echo(one_line("  ".join(competition_line(docket, opened))))
    for line in brief_lines(known.brief)[1:]:
        click.echo(one_line(line))
    click.echo(f"May enter: {', '.join(known.years)}, {known.who_may}")
    click.echo("A tie: one more round of pairs, then who fits the brief better, then they win together.")
    for moved in known.moves:
        click.echo(one_line(f"Closing date moved from {moved.was} to {moved.now}: {moved.why}"))
    if known.panel:
        click.echo(f"Judges: {', '.join(known.panel)}")
    for text in filter(None, (known.why, known.no_award)):
        click.echo(one_line(f"Because: {text}"))
    click.echo(f"{count(len(docket.live), 'entry', 'entries')} handed in.")
    if opened.adults.is_adult:
        print_columns((e.id, e.animal, e.sound_id, " ".join(e.makers)) for e in docket.live)
