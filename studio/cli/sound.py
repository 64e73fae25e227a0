"""The `sound` commands: the library's sounds."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.listen import listen_to_sound
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.cli.shapes import sound_shape
from studio.cli.sound_apply import apply, favourite
from studio.cli.sound_bring import bring, card, watch
from studio.cli.sound_in import add, clinic, tag, tell_sound, whose
from studio.cli.sound_out import audacity, credits_, give, showcase, slides
from studio.cli.sound_steps import step, steps
from studio.cli.sound_together import TOGETHER
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.sound import Sound

_A_PATH = click.Path(path_type=Path)


@click.group()
def sound() -> None:
    """The library's sounds: add, list, show, edit, export ..."""


for command in (add, bring, watch, whose, tag, card, clinic, give, slides, showcase, audacity):
    sound.add_command(command)
for command in (steps, step, *TOGETHER, apply, favourite):
    sound.add_command(command)
sound.add_command(credits_, "credits")
sound.add_command(listen_to_sound)


@sound.command(name="list")
@click.option("--bin", "binned", is_flag=True, help="The sounds in the bin instead.")
@library_option
@json_option
def list_(binned: bool, library: Path | None, as_json: bool) -> None:
    """List the sounds."""
    sounds = [each for each in open_library(library).sounds() if each.binned == binned]
    if as_json:
        print_json([sound_shape(each) for each in sounds])
    elif sounds:
        print_columns(
            [
                (s.id, clock(sound_shape(s)["seconds"]), s.year or "", ", ".join(s.makers), s.title)
                for s in sounds
            ]
        )
    else:
        click.echo(
            "The bin is empty."
            if binned
            else 'No sounds yet. Add one: soundingboard sound add FILE --title "..."'
        )


@sound.command()
@click.argument("id_", metavar="ID")
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show one sound and what was done to it."""
    found = open_library(library).sound(id_)
    if as_json:
        print_json(sound_shape(found))
        return
    shape = sound_shape(found)
    click.echo(f"{found.id}  {found.title}")
    click.echo(f"{clock(shape['seconds'])}, {found.samplerate} Hz, channels: {found.channels}")
    by = f"by {', '.join(filter(None, (found.year, *found.makers)))}" if found.year or found.by else ""
    click.echo(f"{found.origin} {found.made:%Y-%m-%d %H:%M} {by}".rstrip())
    if found.crew:
        click.echo(f"Crew: {', '.join(f'{job} by {code}' for job, code in found.crew)}")
    about = [*([found.subject] if found.subject else []), *found.dimensions]
    if about:
        click.echo(f"About: {one_line(', '.join(about))}")
    if found.credit:
        click.echo(f"Found sound, credit: {one_line(found.credit)}")
    if found.made_of:
        click.echo(f"Made of {', '.join(found.made_of)}")
    for number, words in enumerate(shape["words"], 1):
        click.echo(f"  {number} {words}")


@sound.command(short_help="Do steps to a sound; the original stays.")
@click.argument("id_", metavar="ID")
@click.argument("steps", metavar="STEP...", nargs=-1, required=True)
@library_option
@json_option
def edit(id_: str, steps: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Do steps to a sound, in the order given; the original stays as it is."""
    from studio.audio.recipe import Recipe
    from studio.takes import do

    opened = open_library(library)
    changed = do(opened, opened.sound(id_), *Recipe.parse(steps).steps)
    _tell_steps(changed, as_json)


@sound.command(short_help="Cut off the empty ends and make it loud enough.")
@click.argument("id_", metavar="ID")
@library_option
@json_option
def tidy(id_: str, library: Path | None, as_json: bool) -> None:
    """Cut off the empty start and end of a sound and make it loud enough."""
    from studio.takes import tidy_sound

    opened = open_library(library)
    changed, found = tidy_sound(opened, opened.sound(id_))
    if not as_json:
        click.echo(found.why)
    _tell_steps(changed, as_json)


def _add_change(name: str, use_case: str, said: str, doc: str, otherwise: str = "") -> None:
    """Add a command that does one use case to one sound; it says `otherwise` when nothing changed."""

    @sound.command(name=name, help=doc)
    @click.argument("id_", metavar="ID")
    @library_option
    @json_option
    def command(id_: str, library: Path | None, as_json: bool) -> None:
        from studio import takes

        opened = open_library(library)
        found = opened.sound(id_)
        changed = getattr(takes, use_case)(opened, found)
        same = otherwise and changed.recipe == found.recipe
        tell_sound(changed, as_json, f"{changed.id} {otherwise if same else said}.")


_add_change("undo", "undo", "is one step back", "Take the last step back.", "has no step to take back")
_add_change("redo", "redo", "has its step again", "Do again what was taken back.", "has nothing to do again")
_add_change("keep", "keep", "is kept", "Keep a sound.")
_add_change("bin", "bin_sound", "is in the bin", "Put a sound in the bin; it can be taken out again.")
_add_change("unbin", "unbin", "is out of the bin", "Take a sound out of the bin.")


@sound.command()
@click.argument("id_", metavar="ID")
@click.argument("title")
@library_option
@json_option
def rename(id_: str, title: str, library: Path | None, as_json: bool) -> None:
    """Give a sound another title."""
    from studio import takes

    opened = open_library(library)
    changed = takes.rename(opened, opened.sound(id_), title)
    tell_sound(changed, as_json, f"{changed.id} is now called {changed.title}.")


@sound.command()
@click.argument("id_", metavar="ID")
@click.argument("out", metavar="OUT", type=_A_PATH)
@library_option
@json_option
def export(id_: str, out: Path, library: Path | None, as_json: bool) -> None:
    """Write a sound, as it is now, to a WAV, FLAC, MP3 or OGG file."""
    from studio.takes import export as export_sound

    opened = open_library(library, adult=True)
    found = opened.sound(id_)
    export_sound(opened, found, out)
    if as_json:
        print_json({"id": found.id, "out": str(out)})
    else:
        click.echo(f"Made {out}.")


@sound.command()
@library_option
@json_option
def recover(library: Path | None, as_json: bool) -> None:
    """Bring back recordings that a crash or a power cut left behind."""
    from studio.takes import bring_back, unfinished_takes

    opened = open_library(library)
    sounds = [bring_back(opened, take) for take in unfinished_takes(opened)]
    if as_json:
        print_json([sound_shape(each) for each in sounds])
        return
    for each in sounds:
        click.echo(f"Brought back {each.id}: {each.title}, {clock(each.seconds)}.")
    if not sounds:
        click.echo("No recording was left behind.")


@sound.command()
@click.argument("id_", metavar="ID")
@click.option("--before", is_flag=True, help="As it was before any step.")
@library_option
def play(id_: str, before: bool, library: Path | None) -> None:
    """Play a sound through the speakers."""
    from studio.cli.live import play_to_the_end
    from studio.takes import rendition

    opened = open_library(library)
    with rendition(opened, opened.sound(id_), before=before) as source:
        play_to_the_end(source)


def _tell_steps(sound: "Sound", as_json: bool) -> None:
    words = "; ".join(sound.recipe.words(sound.seconds)) or "nothing yet"
    tell_sound(sound, as_json, f"{sound.id}: {words}.")
