"""Options that several commands share, and the library they lead to."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from evidence.library import Library
    from studio.errors import StudioError

Command = TypeVar("Command")

LIBRARY_VARIABLE = "SOUNDINGBOARD_LIBRARY"
PIN_VARIABLE = "SOUNDINGBOARD_PIN"

library_option = click.option(
    "--library",
    type=click.Path(path_type=Path),
    help=f"The school's library folder (or set {LIBRARY_VARIABLE}).",
)


class Day(click.DateTime):
    """A day as the commands want it written."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """What the help calls it."""
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read it; wrong usage when it is no day."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"“{value}” is not a day. Write year, month, day: 2026-11-21.", param, ctx)


DAY = Day()

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value and nothing else.")


def library_folder(chosen: Path | None) -> Path:
    """The folder asked for, else the one in the environment, else the one in the user's documents."""
    asked = asked_for(chosen)
    if asked is not None:
        return asked
    if from_environment := os.environ.get(LIBRARY_VARIABLE):
        return Path(from_environment)
    from platformdirs import user_documents_path

    return user_documents_path() / "Soundingboard"


def asked_for(chosen: Path | None) -> Path | None:
    """The folder of `--library`, which may stand before the command's name as well as after it."""
    before: Path | None = click.get_current_context().find_root().params.get("library")
    return chosen or before


def open_library(chosen: Path | None, *, adult: bool = False) -> "Library":
    """Open the library that is meant; a folder that is missing or empty becomes a new one.

    For an `adult` command of a library with a PIN, the PIN is asked for first.
    """
    from evidence.library import Library  # brings TinyDB, which file commands do not need

    return _for_whom(Library.open(library_folder(chosen), create=True), adult=adult)


def existing_library(chosen: Path | None, *, adult: bool = False) -> "Library":
    """Open a library that must be there already."""
    from evidence.library import Library

    return _for_whom(Library.open(library_folder(chosen)), adult=adult)


def has_pin_at_hand() -> bool:
    """Whether the environment has a PIN: for commands that pupils may use and adults may do more with."""
    return bool(os.environ.get(PIN_VARIABLE))


def in_commands(error: "StudioError") -> str:
    """What to tell of an error in a terminal, where the PIN of an adult is in the environment."""
    from evidence.safety.adults import ENTER_THE_PIN

    if error.fix == ENTER_THE_PIN:
        return f"{error.what} Give the PIN in the variable {PIN_VARIABLE}."
    return str(error)


def somebody_types() -> bool:
    """Whether a person can be asked."""
    return not sys.stdin.closed and sys.stdin.isatty()


def _for_whom(library: "Library", *, adult: bool) -> "Library":
    if adult and not library.adults.is_adult:
        library.adults.unlock(_asked_pin())
    if any(library.store.all("erasure")) and _is_unfinished(library):
        click.echo(
            "A withdrawal was stopped. Finish it: soundingboard evidence withdraw --carry-on", err=True
        )
    return library


def _is_unfinished(library: "Library") -> bool:
    from evidence.safety.erasure import Erasures

    return bool(Erasures(library).unfinished())


def _asked_pin() -> str:
    """The PIN, from the environment or typed unseen; never from the command line, which others can read."""
    from evidence.safety.adults import AdultsOnly

    if from_environment := os.environ.get(PIN_VARIABLE):
        return from_environment
    if not somebody_types():
        raise AdultsOnly(
            "This is for adults, and the library has a PIN.",
            f"Type the command in a terminal, or give the PIN in the variable {PIN_VARIABLE}.",
        )
    return str(click.prompt("PIN", hide_input=True, err=True))
