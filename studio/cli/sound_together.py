"""The commands `sound copy`, `split`, `join` and `mix`: new sounds made of those that are there."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_json
from studio.cli.shapes import sound_shape
from studio.cli.sound_in import tell_sound
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.library import Library
    from studio.editing.made import Made
    from studio.editing.mixing import Layer

_title_option = click.option("--title", default="", help="What the new sound is called.")
_by_option = click.option("--by", metavar="CODE", help="Who put it together, as a code such as Y4-heron.")


@click.command(short_help="Copy a part of a sound to a new one.")
@click.argument("id_", metavar="ID")
@click.argument("start", metavar="START-SECONDS", type=float)
@click.argument("stop", metavar="STOP-SECONDS", type=float)
@_title_option
@library_option
@json_option
def copy(id_: str, start: float, stop: float, title: str, library: Path | None, as_json: bool) -> None:
    """Copy a part of a sound, as it is now, to a new sound."""
    from studio.editing.parting import copy_part

    opened = open_library(library)
    _tell(copy_part(opened, opened.sound(id_), start, stop, title=title), as_json)


@click.command(short_help="Split a sound into new ones.")
@click.argument("id_", metavar="ID")
@click.argument("at", metavar="SECONDS...", nargs=-1, type=float)
@click.option("--labels", is_flag=True, help="Split it at its labels.")
@library_option
@json_option
def split(id_: str, at: tuple[float, ...], labels: bool, library: Path | None, as_json: bool) -> None:
    """Split a sound at some places into new sounds; the sound itself stays."""
    from studio.editing.parting import split as split_sound
    from studio.labels import labels_heard

    if not at and not labels:
        raise click.UsageError("Say where: give seconds, or --labels.")
    opened = open_library(library)
    found = opened.sound(id_)
    pieces = split_sound(opened, found, [*at, *(seconds for seconds, _ in labels_heard(found) if labels)])
    if as_json:
        print_json([sound_shape(each.sound) for each in pieces])
        return
    for each in pieces:
        click.echo(_sentence(each))


@click.command(short_help="Join sounds, one after another, into a new one.")
@click.argument("ids", metavar="ID ID...", nargs=-1, required=True)
@click.option("--gap", metavar="SECONDS", type=float, default=0.0, help="Silence between them.")
@_title_option
@_by_option
@library_option
@json_option
def join(
    ids: tuple[str, ...], gap: float, title: str, by: str | None, library: Path | None, as_json: bool
) -> None:
    """Join sounds, one after another in this order, into a new sound; they themselves stay."""
    from studio.editing.joining import join as join_sounds

    opened = open_library(library)
    sounds = [opened.sound(each) for each in ids]
    _tell(join_sounds(opened, sounds, gap_seconds=gap, title=title, by=by), as_json)


@click.command(short_help="Mix sounds, at the same time, into a new one.")
@click.argument("parts", metavar="PART PART...", nargs=-1, required=True)
@_title_option
@_by_option
@library_option
@json_option
def mix(parts: tuple[str, ...], title: str, by: str | None, library: Path | None, as_json: bool) -> None:
    """Mix sounds, at the same time, into a new sound; they themselves stay.

    A PART is an id, and in one word with it, if you like, how many dB louder and after how many seconds:
    mix S-0001 "S-0002 -6" "S-0003 0 1.5"
    """
    from studio.editing.mixing import mix as mix_sounds

    opened = open_library(library)
    _tell(mix_sounds(opened, [_layer(opened, part) for part in parts], title=title, by=by), as_json)


TOGETHER = (copy, split, join, mix)


def _layer(library: "Library", part: str) -> "Layer":
    from studio.editing.mixing import Layer

    id_, *numbers = part.split() or [""]
    if len(numbers) > 2:
        raise click.UsageError(f"“{part[:40]}” has too many numbers. Write: ID [DB [SECONDS]].")
    try:
        return Layer(library.sound(id_), *map(float, numbers))
    except ValueError as error:
        raise click.UsageError(f"“{part[:40]}” is no part of a mix. Write: ID [DB [SECONDS]].") from error


def _tell(made: "Made", as_json: bool) -> None:
    tell_sound(made.sound, as_json, _sentence(made))


def _sentence(made: "Made") -> str:
    sound = made.sound
    return f"Made {sound.id}: {sound.title}, {clock(sound.seconds)}. {made.words}".rstrip()
