"""The `film` commands: sounds at moments of a film, and the film with its new sound."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from evidence.library import Library
    from studio.film.films import Film

_A_PATH = click.Path(path_type=Path)


@click.group()
def film() -> None:
    """Sound to picture: begin with `new`, set sounds with `cue`, then `export`.

    The film stays where it is. Clips that belong to others are for use in class only.
    """


@film.command(short_help="Begin a cue sheet for a film.")
@click.argument("file", type=_A_PATH)
@click.option("--title", default="", help="What it is called; the file's name if left out.")
@library_option
@json_option
def new(file: Path, title: str, library: Path | None, as_json: bool) -> None:
    """Begin a cue sheet for a film (MP4, MOV, MKV, WebM); nothing of it is copied."""
    from studio.film.films import CARE, Films

    made = Films(open_library(library, adult=True)).add(file, title)
    if not as_json:
        click.echo(one_line(f"{made.id}: {made.title}, {_length(made)}."))
        click.echo(CARE)
        return
    print_json(_shape(made))


@film.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the films, the newest first."""
    from studio.film.films import Films

    found = Films(open_library(library)).all()
    if as_json:
        print_json([_shape(each) for each in found])
    elif found:
        print_columns((each.id, _length(each), f"{len(each.cues)} cues", each.title) for each in found)
    else:
        click.echo("No films yet. Begin with: soundingboard film new FILE.mp4")


@film.command(short_help="Show a film's cue sheet.")
@click.argument("id_", metavar="ID")
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show which sound comes when."""
    from studio.film.films import Films

    opened = open_library(library)
    _tell(opened, Films(opened).one(id_), as_json)


@film.command(short_help="Set a sound at a moment.")
@click.argument("id_", metavar="ID")
@click.argument("sound_id", metavar="SOUND")
@click.argument("at", metavar="TIME")
@click.option("--db", "gain_db", type=float, default=0.0, help="Louder or softer by so many decibels.")
@click.option("--words", default="", help="What is seen then.")
@library_option
@json_option
def cue(
    id_: str, sound_id: str, at: str, gain_db: float, words: str, library: Path | None, as_json: bool
) -> None:
    """Set a sound at a moment: 12.5 seconds, 1:02.5, or p308 for a picture (the first is p0)."""
    from studio.film.films import Cue, Films
    from studio.film.moments import moment_typed

    opened = open_library(library)
    films = Films(opened)
    seconds = moment_typed(at, films.one(id_).pictures_a_second)
    sound = opened.sound(sound_id)
    _tell(opened, films.cue(id_, Cue(sound.id, seconds, gain_db, words)), as_json)


@film.command(short_help="Take a cue away.")
@click.argument("id_", metavar="ID")
@click.argument("number", type=int)
@library_option
@json_option
def uncue(id_: str, number: int, library: Path | None, as_json: bool) -> None:
    """Take a cue away, by its number in the sheet."""
    from studio.film.films import BadCue, Films

    opened = open_library(library)
    films = Films(opened)
    cues = films.one(id_).cues
    if not 1 <= number <= len(cues):
        raise BadCue(f"There is no cue {number}.", f"Look at the numbers: soundingboard film show {id_}.")
    _tell(opened, films.put(id_, (*cues[: number - 1], *cues[number:])), as_json)


@film.command(short_help="Hear the film's own sound, or not.")
@click.argument("id_", metavar="ID")
@click.argument("keep", type=click.Choice(["on", "off"]))
@library_option
@json_option
def own(id_: str, keep: str, library: Path | None, as_json: bool) -> None:
    """Say whether the film's own sound is heard together with the cues."""
    from studio.film.films import Films

    opened = open_library(library)
    _tell(opened, Films(opened).keep_sound(id_, keep == "on"), as_json)


@film.command(short_help="Say where a film is now.")
@click.argument("id_", metavar="ID")
@click.argument("file", type=_A_PATH)
@library_option
@json_option
def moved(id_: str, file: Path, library: Path | None, as_json: bool) -> None:
    """Say where a film is now; its cues stay."""
    from studio.film.films import Films

    opened = open_library(library, adult=True)
    _tell(opened, Films(opened).moved(id_, file), as_json)


@film.command(short_help="Write the film with its sound, or the sound alone.")
@click.argument("id_", metavar="ID")
@click.argument("out", metavar="OUT", type=_A_PATH)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def export(id_: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write the film with its sound (OUT.mp4), the sound alone (OUT.wav), or the cue sheet (OUT.pdf).

    The pictures are copied as they are. The sound begins with the first and is as long as all of them.
    """
    from evidence.papers.document import FORMS, check_name
    from studio.film.films import CARE, Films
    from studio.film.sheet import print_sheet
    from studio.film.soundtrack import export_film, export_soundtrack

    opened = open_library(library, adult=True)
    check_name(out, (".mp4", ".wav", *FORMS), overwrite=overwrite)
    chosen = Films(opened).one(id_)
    writers: dict[str, Callable[[], object]] = {
        ".mp4": lambda: export_film(opened, chosen, out),
        ".wav": lambda: export_soundtrack(opened, chosen, out),
    }
    write = writers.get(out.suffix.lower(), lambda: print_sheet(opened, chosen, out, overwrite=overwrite))
    write()
    if as_json:
        print_json({"out": str(out), "bytes": out.stat().st_size})
    else:
        click.echo(f"Wrote {out}.")
        click.echo(CARE)


def _length(made: "Film") -> str:
    from studio.wording import clock

    even = "" if made.is_even else ", uneven pictures"
    return f"{clock(float(made.seconds))}, {made.pictures} pictures{even}"


def _tell(library: "Library", made: "Film", as_json: bool) -> None:
    if as_json:
        print_json(_shape(made))
        return
    titles = {sound.id: sound.title for sound in library.sounds()}
    click.echo(one_line(f"{made.id}: {made.title}, {_length(made)}."))
    print_columns(
        (
            f"{number}",
            made.words_at(cue.seconds),
            titles.get(cue.sound, "gone"),
            f"{cue.gain_db:+g} dB",
            cue.words,
        )
        for number, cue in enumerate(made.cues, 1)
    )
    if made.keeps_sound:
        click.echo("The film's own sound is heard too.")


def _shape(made: "Film") -> dict[str, Any]:
    from studio.film.moments import picture_at

    return {
        "film": made.id,
        "title": made.title,
        "seconds": float(made.seconds),
        "rate": made.rate,
        "pictures": made.pictures,
        "even": made.is_even,
        "own_sound": made.keeps_sound,
        "cues": [
            {
                "sound": cue.sound,
                "seconds": cue.seconds,
                "picture": picture_at(cue.seconds, made.pictures_a_second),
                "db": cue.gain_db,
                "words": cue.words,
            }
            for cue in made.cues
        ],
    }
