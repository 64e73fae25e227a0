"""The commands `sound add`, `whose` and `clinic`: what comes into the library, and whose it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence.sound import JOBS
from studio.cli.options import has_pin_at_hand, json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.cli.shapes import sound_shape
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.sound import Sound

_A_PATH = click.Path(path_type=Path)
_credit_option = click.option(
    "--credit", metavar="TEXT", help="Of a found sound: who made it, and what its licence allows."
)

_with_option = click.option(
    "--with",
    "partners",
    metavar="CODE",
    multiple=True,
    help="Who made it together with them; may be repeated.",
)


@click.command()
@click.argument("file", type=_A_PATH)
@click.option("--title", required=True, help="What the sound is called.")
@click.option("--year", help="Year group, such as EYFS or Y4.")
@click.option("--by", metavar="CODE", help="Who made it, as a code such as Y4-heron; never a name.")
@_with_option
@_credit_option
@library_option
@json_option
def add(
    file: Path,
    title: str,
    year: str | None,
    by: str | None,
    partners: tuple[str, ...],
    credit: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Bring a sound file into the library."""
    from studio.incoming.freesound import card_of
    from studio.takes import add_sound
    from studio.whose import say_whose

    opened = open_library(library)
    card = card_of(file)
    made = add_sound(opened, file, title=title, year=year, by=by, partners=partners, card=card)
    added = say_whose(opened, made, credit=credit)
    tell_sound(added, as_json, f"Added {added.id}: {added.title}, {clock(added.seconds)}.")


@click.command(short_help="Say whose a sound is.")
@click.argument("id_", metavar="ID")
@click.option("--year", help="Year group, such as EYFS or Y4.")
@click.option("--by", metavar="CODE", help="Who made it, as a code such as Y4-heron; never a name.")
@_with_option
@click.option(
    "--job",
    "jobs",
    metavar="JOB=CODE",
    multiple=True,
    help="Who did what: played=Y4-heron, recorded=Y5-otter, edited=...; may be repeated.",
)
@_credit_option
@library_option
@json_option
def whose(
    id_: str,
    year: str | None,
    by: str | None,
    partners: tuple[str, ...],
    jobs: tuple[str, ...],
    credit: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Say whose a sound is: a year group, a pupil by code, or somebody outside who gets the credit."""
    from studio.whose import say_whose

    if year is None and by is None and credit is None and not partners and not jobs:
        raise click.UsageError("Say whose it is: --year, --by, --with, --job or --credit.")
    opened = open_library(library, adult=has_pin_at_hand())
    said = say_whose(
        opened,
        opened.sound(id_),
        year=year,
        by=by,
        partners=partners or None,
        credit=credit,
        crew=[_job(each) for each in jobs] or None,
    )
    tell_sound(said, as_json, f"Kept with {said.id}: {said.title}.")


def _job(text: str) -> tuple[str, str]:
    job, _, code = text.partition("=")
    if job not in JOBS or not code:
        raise click.UsageError(f"A job is written {'=CODE, '.join(JOBS)}=CODE, not “{text[:40]}”.")
    return job, code


@click.command(short_help="Say what a sound is about.")
@click.argument("id_", metavar="ID")
@click.option("--subject", help="The school subject it was made for.")
@click.option(
    "--about", "dimensions", metavar="WORD", multiple=True, help="pitch, tempo, timbre ...; may be repeated."
)
@library_option
@json_option
def tag(
    id_: str, subject: str | None, dimensions: tuple[str, ...], library: Path | None, as_json: bool
) -> None:
    """Say for which subject a sound was made, and which dimensions of music it is about."""
    from lessons.sound_tags import tag_sound

    if subject is None and not dimensions:
        raise click.UsageError("Say what it is about: --subject or --about.")
    opened = open_library(library)
    tagged = tag_sound(opened, opened.sound(id_), subject=subject, dimensions=dimensions or None)
    tell_sound(tagged, as_json, f"Kept with {tagged.id}: {tagged.title}.")


@click.command(short_help="Recordings broken on purpose, to mend.")
@click.option("--cards", is_flag=True, help="Only what the cards say, with what is wrong.")
@library_option
@json_option
def clinic(cards: bool, library: Path | None, as_json: bool) -> None:
    """Bring the edit clinic in: recordings that are broken on purpose, for pupils to examine and mend."""
    from rubric.plain import to_plain
    from studio.clinic import admit, patients

    found = () if cards else admit(open_library(library))
    if as_json:
        print_json(
            [to_plain(each) for each in patients()] if cards else [sound_shape(each) for each in found]
        )
    elif cards:
        print_columns((each.title, f"mended: {each.mended}", each.wrong) for each in patients())
    else:
        told = zip(found, patients(), strict=True)
        print_columns((each.id, each.title, patient.says) for each, patient in told)


def tell_sound(sound: "Sound", as_json: bool, sentence: str) -> None:
    """Say what became of a sound, or its shape as JSON."""
    if as_json:
        print_json(sound_shape(sound))
    else:
        click.echo(sentence)
