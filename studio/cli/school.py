"""The command `school`."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_json


@click.command()
@click.argument("name", required=False)
@click.option(
    "--colours",
    nargs=2,
    metavar="MAIN SECOND",
    help='The school\'s colours for what is printed, such as --colours "dark blue" gold, or as #1f4e79.',
)
@library_option
@json_option
def school(name: str | None, colours: tuple[str, str] | None, library: Path | None, as_json: bool) -> None:
    """Show the school's name, or set it: it stands on every screen and every bundle."""
    from lessons.look import Looks

    opened = open_library(library, adult=name is not None or colours is not None)
    looks = Looks(opened)
    look = looks.set(*colours) if colours else looks.now()
    if name is not None:
        opened.rename_school(name)
    if as_json:
        shown = {"main": look.main, "second": look.second}
        print_json({"school": opened.school, "library": str(opened.folder), "colours": shown})
        return
    click.echo(opened.school or 'The school has no name yet. Give it one: soundingboard school "Oak School"')
    click.echo(f"Its colours: {look.main} and {look.second}.")
