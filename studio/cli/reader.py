"""The command `reader`."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json


@click.command()
@click.argument("size", required=False)
@click.option("--here", metavar="YEAR", help="The class that is here, such as Y4: it brings its size.")
@click.option(
    "--class", "class_", nargs=2, metavar="YEAR SIZE", help="The size of a class, such as Y4 middle."
)
@library_option
@json_option
def reader(
    size: str | None, here: str | None, class_: tuple[str, str] | None, library: Path | None, as_json: bool
) -> None:
    """Show the size of reader, or set it: little, middle or studio.

    The sounds are the same at every size; a smaller one has fewer keys on the screen.
    """
    from evidence.years import YEAR_GROUPS
    from lessons.readers import Readers

    readers = Readers(open_library(library))
    if class_:
        readers.choose(*class_)
    if here:
        readers.come(here)
    if size:
        readers.set_size(size)
    now = readers.now()
    sizes = {year: now.size_of(year) for year in YEAR_GROUPS}
    if as_json:
        print_json({"size": now.size, "here": now.year or None, "classes": sizes})
        return
    click.echo(f"Size of reader: {now.size}.{f' {now.year} is here.' if now.year else ''}")
    print_columns(sizes.items())
