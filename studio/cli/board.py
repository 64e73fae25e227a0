"""The `board` commands: sound buttons, as the screen has them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.soundboard.board import Board


class NotAButton(StudioError):
    """Words that do not say which sound is on which button."""


@click.group()
def board() -> None:
    """Sound buttons: giant keys with a sound on each, also for switches."""


@board.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the boards."""
    from lessons.soundboard.boards import Boards

    opened = open_library(library)
    there = Boards(opened).all()
    if as_json:
        print_json([board_shape(opened, each) for each in there])
    elif there:
        print_columns([(each.id, str(len(each.shown)), each.name) for each in there])
    else:
        click.echo("No boards yet. Make one: soundingboard board set --name Farm --begin")


@board.command(short_help="Show one board.")
@click.argument("name", metavar="BOARD", required=False)
@library_option
@json_option
def show(name: str | None, library: Path | None, as_json: bool) -> None:
    """Show one board, by its name or id; the one that was chosen last when none is given."""
    from lessons.soundboard.boards import Boards

    opened = open_library(library)
    boards = Boards(opened)
    _tell(opened, boards.one(name) if name else boards.ready(), as_json)


@board.command(name="set", short_help="Make a board, or change one.")
@click.argument("name", metavar="BOARD", required=False)
@click.option("--name", "called", help="What it is called; without BOARD this makes a new one.")
@click.option("--buttons", "many", type=int, help="How many buttons: 4, 5 or 6.")
@click.option(
    "--put", metavar="N=ID", multiple=True, help="A sound on a button, such as 1=S-0001; 1= for none."
)
@click.option("--begin", is_flag=True, help="Put sounds that come with the program on it.")
@click.option("--scanning", metavar="HOW", help="off, two-keys or one-key.")
@click.option("--pace", type=float, help="Seconds that the mark stands on a button: 1 to 6.")
@click.option("--pause", type=float, help="Seconds without a press before one counts: 0.3 to 2, or 0.")
@click.option("--big", type=click.Choice(["shapes", "words"]), help="What is big on the buttons.")
@library_option
@json_option
def set_(
    name: str | None,
    called: str | None,
    put: tuple[str, ...],
    begin: bool,
    big: str | None,
    library: Path | None,
    as_json: bool,
    **fields: Any,
) -> None:
    """Make a board, or change one: how many buttons, which sounds, which switches, how slow."""
    from lessons.soundboard.boards import Boards
    from studio.sound_buttons import begin as begin_with

    sounds = [_put(text) for text in put]
    opened = open_library(library)
    boards = Boards(opened)
    made = boards.one(name) if name else boards.add(called) if called else boards.ready()
    given = {key: value for key, value in fields.items() if value is not None}
    given |= {"big_words": big == "words"} if big else {}
    given |= {"name": called} if called and name else {}
    made = begin_with(opened, made) if begin else made
    made = boards.set(made, **given) if given else made
    for place, sound_id in sounds:
        made = boards.put(made, place, sound_id)
    _tell(opened, made, as_json)


@board.command(name="take-out")
@click.argument("name", metavar="BOARD")
@library_option
@json_option
def take_out(name: str, library: Path | None, as_json: bool) -> None:
    """Take a board out; its sounds stay."""
    _strike(name, library, as_json, struck=True)


@board.command(name="put-back")
@click.argument("name", metavar="BOARD")
@library_option
@json_option
def put_back(name: str, library: Path | None, as_json: bool) -> None:
    """Put a board back that was taken out."""
    _strike(name, library, as_json, struck=False)


@board.command()
@click.argument("name", metavar="BOARD", required=False)
@library_option
@json_option
def performed(name: str | None, library: Path | None, as_json: bool) -> None:
    """Write down that a board was performed today; for adults."""
    from lessons.soundboard.boards import Boards
    from studio.sound_buttons import performed as write_down

    opened = open_library(library, adult=True)
    boards = Boards(opened)
    made = write_down(opened, boards.one(name) if name else boards.ready())
    if as_json:
        print_json({"id": made.id, "title": made.title, "sounds": list(made.sounds)})
    else:
        click.echo(f"Written down as {made.id}: {made.title}.")


def board_shape(library: "Library", board: "Board") -> dict[str, Any]:
    """The JSON shape of a board."""
    from studio.sound_buttons import sounds_on

    on_them = enumerate(sounds_on(library, board), 1)
    return {
        "id": board.id or None,
        "name": board.name,
        "buttons": [
            {"button": place, "sound": sound and sound.id, "title": sound and sound.title}
            for place, sound in on_them
        ],
        "scanning": board.scanning,
        "pace": board.pace,
        "pause": board.pause,
        "big": "words" if board.big_words else "shapes",
        "taken_out": board.struck,
    }


def _put(text: str) -> tuple[int, str]:
    place, equals, sound_id = text.partition("=")
    if not equals or place not in ("1", "2", "3", "4", "5", "6"):
        raise NotAButton(f"“{text[:20]}” does not say what is on a button.", "Write it like --put 1=S-0001.")
    return int(place), sound_id


def _strike(name: str, library: Path | None, as_json: bool, *, struck: bool) -> None:
    from lessons.soundboard.boards import Boards

    opened = open_library(library)
    boards = Boards(opened)
    _tell(opened, boards.strike(boards.one(name), struck=struck), as_json)


def _tell(library: "Library", board: "Board", as_json: bool) -> None:
    shape = board_shape(library, board)
    if as_json:
        print_json(shape)
        return
    state = "   taken out" if board.struck else ""
    click.echo(f"{board.id or 'not kept yet'}  {board.name}{state}")
    for each in shape["buttons"]:
        click.echo(f"  {each['button']}  {each['title'] or 'nothing yet'}")
    pause = f"{board.pause:g} s between presses" if board.is_slow else "every press counts"
    click.echo(
        f"Scanning: {board.scanning}, {board.pace:g} s on each. Presses: {pause}. Big: {shape['big']}."
    )
