"""The command `school`."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_json


@click.command()
@click.argument("name", required=False)
@library_option
@json_option
def school(name: str | None, library: Path | None, as_json: bool) -> None:
    """Show the school's name, or set it: it stands on every screen and every bundle."""
    opened = open_library(library, adult=name is not None)
    if name is not None:
        opened.rename_school(name)
    if as_json:
        print_json({"school": opened.school, "library": str(opened.folder)})
    else:
        click.echo(
            opened.school or 'The school has no name yet. Give it one: soundingboard school "Oak School"'
        )
