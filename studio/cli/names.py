"""The commands `people name`, `people names` and `people pin`: what only adults see, and what guards it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import PIN_VARIABLE, json_option, library_option, open_library, somebody_types
from studio.cli.output import print_columns, print_json

if TYPE_CHECKING:
    from evidence.library import Library

NEW_PIN_VARIABLE = "SOUNDINGBOARD_NEW_PIN"


@click.command(short_help="Write down who a code is.")
@click.argument("code", metavar="CODE")
@click.option("--remove", is_flag=True, help="Take the name out of the key.")
@library_option
def name(code: str, remove: bool, library: Path | None) -> None:
    """Write down the name behind a code; it is asked for, so that it stays out of the shell's history.

    It is kept in names.json in the library's folder and nowhere else: no backup and no bundle has it.
    """
    from evidence.safety.names import Names

    names_ = Names(open_library(library, adult=True))
    if remove:
        click.echo("The name is gone." if names_.remove(code) else "There was no name.")
        return
    names_.of(code)  # refuses before anybody types a name
    names_.set(code, str(click.prompt("Name", err=True)))
    click.echo("Kept in names.json only.")


@click.command(name="names", short_help="Who is behind the codes.")
@click.option("--in-words", is_flag=True, help="Instead: where a title or text may say one of them.")
@library_option
@json_option
def names(in_words: bool, library: Path | None, as_json: bool) -> None:
    """List the names behind the codes; for adults, with the PIN."""
    from evidence.safety.names import Names

    opened = open_library(library, adult=True)
    if in_words:
        _in_words(opened, as_json)
        return
    known = Names(opened).all()
    if as_json:
        print_json(known)
    elif known:
        print_columns(known.items())
    else:
        click.echo("No name was written down yet: soundingboard people name CODE")


def _in_words(opened: "Library", as_json: bool) -> None:
    from evidence.safety.named import named

    found = named(opened)
    if as_json:
        print_json([{"id": each.id, "code": each.code} for each in found])
        return
    for each in found:
        click.echo(f"{each.id} may say the name of {each.code}.")
    if not found:
        click.echo("No title and no text says a name of the key.")


@click.command(short_help="Set or change the PIN.")
@library_option
def pin(library: Path | None) -> None:
    """Set the PIN that keeps pupils from names, exports and permissions: six digits or three words.

    It is typed unseen. Scripts give the old one in SOUNDINGBOARD_PIN and the new one in
    SOUNDINGBOARD_NEW_PIN. After wrong tries one must wait, never for more than a minute.

    The PIN keeps honest people honest: whoever can open the library's folder can read its files without
    it. Let only staff open that folder. No backup has the PIN; a restored library needs a new one. If it is
    forgotten, the six words of `people way-back` take its place here and everywhere; without them, whoever
    owns the library's folder deletes adult.json in it.
    """
    opened = open_library(library)
    old = (os.environ.get(PIN_VARIABLE) or _typed("Old PIN")) if opened.adults.has_pin else None
    new = os.environ.get(NEW_PIN_VARIABLE) or _typed("New PIN", twice=True)
    opened.adults.set_pin(new, old=old)
    click.echo("For the day it is forgotten, make a way back: soundingboard people way-back", err=True)
    click.echo("The PIN is set. It does not hide the library's files: let only staff open that folder.")


@click.command(name="way-back", short_help="Words for a forgotten PIN.")
@library_option
@json_option
def way_back(library: Path | None, as_json: bool) -> None:
    """Make six words that open adult mode when the PIN is forgotten; older words end.

    They are said this once. Write them on paper for whoever owns the library, and lock the paper away.
    """
    words = open_library(library, adult=True).adults.make_way_back()
    if as_json:
        print_json({"words": words.split()})
        return
    click.echo(words)
    click.echo("Write them down now and lock them away: they open what the PIN opens.", err=True)


def _typed(words: str, *, twice: bool = False) -> str:
    from evidence.safety.adults import AdultsOnly

    if not somebody_types():
        raise AdultsOnly(
            f"The {words[0].lower()}{words[1:]} must be typed by a person.",
            f"Type the command in a terminal, or use {PIN_VARIABLE} and {NEW_PIN_VARIABLE}.",
        )
    return str(click.prompt(words, hide_input=True, confirmation_prompt=twice, err=True))
