"""The commands `sound steps` and `sound step`: what was done to a sound, and doing it differently."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.cli.sound_in import tell_sound

if TYPE_CHECKING:
    from evidence.sound import Sound

_A_NUMBER = click.IntRange(min=1)


@click.command(short_help="List what was done to a sound, step by step.")
@click.argument("id_", metavar="ID")
@library_option
@json_option
def steps(id_: str, library: Path | None, as_json: bool) -> None:
    """List what was done to a sound, step by step, with the numbers that `sound step` takes."""
    rows = _rows(open_library(library).sound(id_))
    if as_json:
        print_json(rows)
    elif rows:
        print_columns((str(row["number"]), row["words"], row["step"]) for row in rows)
    else:
        click.echo("Nothing was done to it yet.")


@click.group(short_help="Take out, move or change one step.")
def step() -> None:
    """One step of a sound: take it out, move it, give it other numbers; `sound undo` takes that back."""


@step.command()
@click.argument("id_", metavar="ID")
@click.argument("number", type=_A_NUMBER)
@library_option
@json_option
def remove(id_: str, number: int, library: Path | None, as_json: bool) -> None:
    """Take a step out, wherever it stands in the list."""
    from studio.editing.rewriting import remove_step

    opened = open_library(library)
    _tell(remove_step(opened, opened.sound(id_), number), as_json)


@step.command(short_help="Do a step earlier or later.")
@click.argument("id_", metavar="ID")
@click.argument("number", type=_A_NUMBER)
@click.argument("to", type=_A_NUMBER)
@library_option
@json_option
def move(id_: str, number: int, to: int, library: Path | None, as_json: bool) -> None:
    """Do a step earlier or later: move step NUMBER to where step TO stands."""
    from studio.editing.rewriting import move_step

    opened = open_library(library)
    _tell(move_step(opened, opened.sound(id_), number, to), as_json)


@step.command(short_help="Do a step with other numbers.")
@click.argument("id_", metavar="ID")
@click.argument("number", type=_A_NUMBER)
@click.argument("new", metavar="STEP")
@library_option
@json_option
def change(id_: str, number: int, new: str, library: Path | None, as_json: bool) -> None:
    """Do a step with other numbers: change S-0001 2 "fade-out 3"."""
    from studio.audio.recipe import Step
    from studio.editing.rewriting import change_step

    opened = open_library(library)
    _tell(change_step(opened, opened.sound(id_), number, Step.parse(new)), as_json)


def _rows(sound: "Sound") -> list[dict[str, Any]]:
    recipe = sound.recipe
    both = zip(recipe.texts(), recipe.words(sound.seconds), strict=True)
    return [{"number": number, "step": text, "words": words} for number, (text, words) in enumerate(both, 1)]


def _tell(sound: "Sound", as_json: bool) -> None:
    words = "; ".join(sound.recipe.words(sound.seconds)) or "nothing any more"
    tell_sound(sound, as_json, f"{sound.id}: {words}.")
