"""The `lesson rhythm` commands: patterns to begin with, and rhythms that were kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.rhythm.pattern import Pattern

_A_PATH = click.Path(path_type=Path)


@click.group(short_help="Pulse and rhythm: list, print, make a sound.")
def rhythm() -> None:
    """Rhythms: patterns to begin with, and those that a class kept. They are made on the Pulse screen."""


@rhythm.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the rhythms that were kept, then the patterns to begin with."""
    from lessons.rhythm.kept import Rhythms
    from lessons.rhythm.shipped import rhythm_book

    found = [(each.id, each.pattern) for each in Rhythms(open_library(library)).all()]
    found += [(each.id, each.pattern) for each in rhythm_book().starts]
    if as_json:
        print_json([_shape(rhythm_id, pattern) for rhythm_id, pattern in found])
    else:
        print_columns((rhythm_id, f"{pattern.tempo} a minute", pattern.title) for rhythm_id, pattern in found)


@rhythm.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--view",
    type=click.Choice(["boxes", "shapes", "notes"]),
    default="boxes",
    help="As a graphic score, or in notes.",
)
@library_option
@json_option
def show(id_: str, view: str, library: Path | None, as_json: bool) -> None:
    """Show a rhythm, and how each row is said."""
    from lessons.rhythm.kept import pattern_named, sound_title
    from lessons.rhythm.notation import said
    from lessons.rhythm.score import draw

    opened = open_library(library)
    pattern = pattern_named(opened, id_)
    if as_json:
        print_json(_shape(id_, pattern))
        return
    click.echo(one_line(f"{pattern.title}, {pattern.tempo} beats a minute"))
    for row in pattern.rows:
        click.echo(one_line(f"\n{sound_title(opened, row.sound)}: {said(row)}").strip())
        for line in draw(row, view):
            click.echo(f"  {line}".rstrip())


@rhythm.command(name="print", short_help="Write the score as a file to print.")
@click.argument("id_", metavar="ID")
@click.argument("out", metavar="OUT.pdf", type=_A_PATH)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def print_(id_: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write the score of a rhythm: as boxes and notes when the name ends in .pdf, or .docx, .html, .txt."""
    from lessons.rhythm.kept import pattern_named
    from lessons.rhythm.paper import print_rhythm

    opened = open_library(library, adult=True)
    written = print_rhythm(opened, pattern_named(opened, id_), out, overwrite=overwrite)
    _tell_file(written, as_json)


@rhythm.command(short_help="Keep a rhythm as a sound of the library.")
@click.argument("id_", metavar="ID")
@click.option("--title", help="What it is called; its own title if left out.")
@click.option("--bars", type=click.IntRange(1, 32), default=4, help="How often the bar is played.")
@library_option
@json_option
def keep(id_: str, title: str | None, bars: int, library: Path | None, as_json: bool) -> None:
    """Keep a rhythm, and some bars of it as a sound that repeats without a bump."""
    from dataclasses import replace

    from lessons.rhythm.kept import Rhythms, pattern_named
    from lessons.rhythm.sounding import keep_sound

    opened = open_library(library)
    pattern = pattern_named(opened, id_)
    known = next((each.id for each in Rhythms(opened).all() if each.id == id_.strip().upper()), "")
    kept, sound = keep_sound(opened, replace(pattern, title=title or pattern.title), known, bars=bars)
    if as_json:
        print_json({"rhythm": kept.id, "sound": sound.id, "seconds": sound.seconds})
    else:
        click.echo(one_line(f"Kept {kept.id}, and the sound {sound.id}: {sound.title}."))


@rhythm.command(short_help="Write some bars as a WAV file.")
@click.argument("id_", metavar="ID")
@click.argument("out", metavar="OUT.wav", type=_A_PATH)
@click.option("--bars", type=click.IntRange(1, 32), default=4, help="How often the bar is played.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def export(id_: str, out: Path, bars: int, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write some bars of a rhythm as a WAV file that repeats without a bump."""
    from evidence.papers.document import check_name
    from lessons.rhythm.kept import pattern_named
    from lessons.rhythm.sounding import export_bars

    opened = open_library(library, adult=True)
    check_name(out, (".wav",), overwrite=overwrite)
    export_bars(opened, pattern_named(opened, id_), out, bars=bars)
    _tell_file(out, as_json)


def _tell_file(out: Path, as_json: bool) -> None:
    if as_json:
        print_json({"out": str(out), "bytes": out.stat().st_size})
    else:
        click.echo(f"Wrote {out}.")


def _shape(rhythm_id: str, pattern: "Pattern") -> dict[str, Any]:
    from lessons.rhythm.notation import said

    return {
        "rhythm": rhythm_id,
        "title": pattern.title,
        "tempo": pattern.tempo,
        "beats": pattern.beats,
        "pulse": pattern.pulse,
        "rows": [{"sound": row.sound, "hits": row.hits, "said": said(row)} for row in pattern.rows],
    }
