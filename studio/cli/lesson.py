"""The `lesson` commands: units of work to find, read, print, teach, and add one's own to."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.evidence_options import date_option
from studio.cli.lesson_compare import compare
from studio.cli.lesson_files import add, print_, put_back, remove, template
from studio.cli.lesson_rhythm import rhythm
from studio.cli.lesson_sheets import sheet, words
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.units.find import Wish
    from lessons.units.unit import Unit


@click.group()
def lesson() -> None:
    """Units of work with sound, for teachers who need not be musicians.

    Find one with `list`, read it with `show`, print it with `print`. After the lesson say so with `taught`:
    evidence is proposed from it.
    """


@lesson.command(name="list")
@click.option("--year", metavar="YEAR", help="For this year group, such as Y4.")
@click.option("--minutes", type=click.IntRange(1, 600), help="One lesson takes at most so many.")
@click.option("--kit", metavar="WORD", help="Uses this, such as microphone; or none.")
@click.option("--without", metavar="WORD", help="Can do without this, such as water.")
@click.option("--criterion", metavar="CODE", help="Can show it: MT1, or with its level, MT1:gold.")
@click.option("--subject", help="For this school subject, such as science.")
@click.option("--text", default="", help="Has all these words, anywhere in it.")
@library_option
@json_option
def list_(library: Path | None, as_json: bool, **asked: Any) -> None:
    """List the units: all of them, or those that fit what is asked."""
    from lessons.units.find import find
    from lessons.units.own import OwnUnits, units

    opened = open_library(library)
    known = units(opened)
    found = find(known, _wish(known, asked))
    if as_json:
        print_json([_shape(unit) for unit in found])
        return
    print_columns(
        (unit.id, " ".join(unit.year_groups), unit.length, unit.shows_words, unit.title) for unit in found
    )
    if not found:
        click.echo("No unit is like that. Ask for less, or see all: soundingboard lesson list")
    for fault in OwnUnits(opened).read()[1]:
        click.echo(one_line(f"Left out: {fault.what} {fault.fix}"), err=True)


@lesson.command()
@click.argument("unit_id", metavar="ID")
@library_option
@json_option
def show(unit_id: str, library: Path | None, as_json: bool) -> None:
    """Show a whole unit, with what the teacher prepares alone."""
    from lessons.units.own import unit_named
    from lessons.units.paper import unit_paper
    from lessons.units.taught import taught, taught_words

    opened = open_library(library, adult=True)
    unit = unit_named(opened, unit_id)
    lessons = taught(opened).get(unit.id, ())
    if as_json:
        told = [{"occasion": o.id, "date": f"{o.date}", "year_groups": list(o.year_groups)} for o in lessons]
        print_json(unit.as_dict() | {"taught": told})
        return
    from evidence.papers.plain_text import text_bytes

    click.echo(text_bytes(unit_paper(opened, unit)).decode().rstrip())
    if lessons:
        click.echo(f"\n{taught_words(lessons)}")


@lesson.command(name="taught", short_help="Say that you taught a unit.")
@click.argument("unit_id", metavar="ID")
@click.option("--used", is_flag=True, help="The class used sounds that were given to them.")
@click.option("--recorded", is_flag=True, help="The class recorded sounds of their own.")
@click.option("--changed", is_flag=True, help="The class changed their own recordings for a purpose.")
@click.option("--year", "years", metavar="YEAR", multiple=True, help="Who was taught; may be repeated.")
@date_option
@click.option("--subject", default="", help="School subject; the unit's first if left out.")
@click.option("--tools", default="", help="What was used, such as “sound buttons”.")
@click.option("--note", default="", help="What there is to say about it.")
@click.option("--sound", "sounds", metavar="ID", multiple=True, help="A sound that was used or made in it.")
@click.option("--by", metavar="CODE", help="Who says so, as a code such as staff-1.")
@library_option
@json_option
def taught_(
    unit_id: str,
    used: bool,
    recorded: bool,
    changed: bool,
    years: tuple[str, ...],
    day: datetime | None,
    subject: str,
    tools: str,
    note: str,
    sounds: tuple[str, ...],
    by: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Say that you taught a unit, and what the class did with sounds in it.

    For instance: soundingboard lesson taught Y3-B --recorded --changed
    """
    from evidence.codes import ROLES, parse_code
    from lessons.units.own import unit_named
    from lessons.units.taught import teach
    from rubric.plain import to_plain

    opened = open_library(library)
    by = parse_code(by) if by and by not in ROLES else by
    did = {"used": used, "recorded": recorded, "changed": changed}
    made = teach(
        opened,
        unit_named(opened, unit_id),
        did=[each for each, is_so in did.items() if is_so],
        year_groups=years,
        day=day.date() if day else None,
        subject=subject,
        tools=tools,
        note=note,
        sounds=sounds,
        who=by,
    )
    if as_json:
        print_json(to_plain(made))
    else:
        click.echo(one_line(f"Kept {made.id}, {made.date}: {made.title} with {' '.join(made.year_groups)}."))
        click.echo("See what it shows with: soundingboard evidence propose")


@lesson.command(name="untaught", short_help="Take back that you taught a unit.")
@click.argument("occasion_id", metavar="OC-ID")
@library_option
def untaught_(occasion_id: str, library: Path | None) -> None:
    """Take back what taught wrote down by mistake; a proposal that came of it is binned."""
    from lessons.units.taught import untaught

    gone = untaught(open_library(library, adult=True), occasion_id)
    click.echo(one_line(f"Took back {gone.id}, {gone.date}: {gone.title}."))


for command in (print_, sheet, words, rhythm, compare, template, add, remove, put_back):
    lesson.add_command(command)


def _wish(known: tuple["Unit", ...], asked: dict[str, Any]) -> "Wish":
    """What is asked for; a word that no unit has is told with the nearest one."""
    from evidence.years import parse_year
    from lessons.units.find import Choices, NoSuchWord, Wish
    from studio.wording import did_you_mean

    choices = Choices.of(known)
    there = {"kit": (*choices.kit, "none"), "without": choices.kit, "subject": choices.subject}
    for name, words_there in there.items():
        word = asked[name]
        if word and word.casefold() not in map(str.casefold, words_there):
            raise NoSuchWord(f"No unit has “{word[:40]}”.", did_you_mean(word, words_there))
        asked[name] = word and word.casefold()
    asked["year"] = asked["year"] and parse_year(asked["year"])
    return Wish(**asked)


def _shape(unit: "Unit") -> dict[str, Any]:
    """A unit in a list, without what is for the teacher alone."""
    plain = unit.as_dict()
    names = ("id", "title", "year_groups", "minutes", "lessons", "shows", "subjects", "kit", "idea", "is_own")
    return {name: plain[name] for name in names}
