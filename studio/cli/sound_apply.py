"""The commands `sound apply` and `sound favourite`: what was good once, done to other sounds."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.cli.shapes import sound_shape
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound
    from studio.audio.recipe import Step
    from studio.editing.favourites import Favourite

_session_option = click.option(
    "--session", metavar="SESSION", help="All sounds of a session of the club: its id, or today."
)


@click.command(short_help="Do what was done to one sound to others.")
@click.argument("id_", metavar="ID")
@click.argument("to", metavar="TO...", nargs=-1)
@_session_option
@library_option
@json_option
def apply(id_: str, to: tuple[str, ...], session: str | None, library: Path | None, as_json: bool) -> None:
    """Do what was done to one sound to others, after their own steps; `sound undo` takes it back in each."""
    opened = open_library(library)
    found = opened.sound(id_)
    targets = [each for each in _targets(opened, to, session) if each.id != found.id]
    _apply(opened, found.recipe.steps, targets, as_json)


@click.group()
def favourite() -> None:
    """Steps kept under a name, to be done to other sounds."""


@favourite.command()
@click.argument("id_", metavar="ID")
@click.argument("name")
@library_option
@json_option
def keep(id_: str, name: str, library: Path | None, as_json: bool) -> None:
    """Keep what was done to a sound under a name."""
    from studio.editing.favourites import Favourites

    opened = open_library(library)
    _tell(Favourites(opened).keep(name, opened.sound(id_).recipe.steps), as_json, "Kept")


@favourite.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the favourites."""
    from rubric.plain import to_plain
    from studio.editing.favourites import Favourites

    found = Favourites(open_library(library)).all()
    if as_json:
        print_json([to_plain(each) for each in found])
    elif found:
        print_columns((each.id, each.title, ", ".join(each.steps)) for each in found)
    else:
        click.echo("No favourites yet. Keep one: soundingboard sound favourite keep ID NAME")


@favourite.command(name="apply", short_help="Do a favourite to sounds.")
@click.argument("name")
@click.argument("to", metavar="TO...", nargs=-1)
@_session_option
@library_option
@json_option
def apply_favourite(
    name: str, to: tuple[str, ...], session: str | None, library: Path | None, as_json: bool
) -> None:
    """Do a favourite, by its name or its id, to sounds; `sound undo` takes it back in each."""
    from studio.editing.favourites import Favourites

    opened = open_library(library)
    steps = Favourites(opened).named(name).recipe.steps
    _apply(opened, steps, _targets(opened, to, session), as_json)


@favourite.command(short_help="Take a favourite off the list.")
@click.argument("name")
@library_option
@json_option
def forget(name: str, library: Path | None, as_json: bool) -> None:
    """Take a favourite off the list; sounds that it was done to stay as they are."""
    from studio.editing.favourites import Favourites

    favourites = Favourites(open_library(library))
    _tell(favourites.forget(favourites.named(name).id), as_json, "Forgot")


def _targets(library: "Library", ids: Iterable[str], session: str | None) -> list["Sound"]:
    from lessons.club.kept_sessions import KeptSessions

    chosen = [library.sound(each) for each in ids]
    if session is None:
        if not chosen:
            raise click.UsageError("Say to which sounds: give ids, or --session.")
        return chosen
    sessions = KeptSessions(library)
    today = sessions.today() if session.strip().lower() == "today" else None
    if today is None and session.strip().lower() == "today":
        raise StudioError("There is no session of the club today.", "Give the id of one, or of sounds.")
    return [*chosen, *sessions.sounds(today.id if today else session)]


def _apply(library: "Library", steps: "Iterable[Step]", targets: "list[Sound]", as_json: bool) -> None:
    from studio.editing.applying import apply_steps

    applied = apply_steps(library, tuple(steps), targets)
    if as_json:
        left = [
            {"id": each.sound.id, "title": each.sound.title, "why": each.why.what} for each in applied.left
        ]
        print_json({"changed": [sound_shape(each) for each in applied.changed], "left": left})
        return
    for sound in applied.changed:
        click.echo(f"{sound.id}: {'; '.join(sound.recipe.words(sound.seconds))}.")
    for each in applied.left:
        click.echo(f"{each.sound.id} stays as it is. {each.why.what}")


def _tell(favourite: "Favourite", as_json: bool, done: str) -> None:
    from rubric.plain import to_plain

    if as_json:
        print_json(to_plain(favourite))
    else:
        click.echo(f"{done} {favourite.id}: {favourite.title}: {', '.join(favourite.steps)}.")
