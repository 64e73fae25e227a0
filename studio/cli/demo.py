"""The command `demo`."""

from pathlib import Path

import click

from studio.cli.options import asked_for, library_folder, library_option


@click.command()
@library_option
def demo(library: Path | None) -> None:
    """See the whole job done on sounds that come with the program, in a new library that you can keep."""
    from studio.demo import run_demo

    run_demo(asked_for(library) or _new_folder(library_folder(None)), click.echo)


def _new_folder(beside: Path) -> Path:
    """A folder for a library that is not there yet: never the school's own one."""
    base = beside.parent / "Soundingboard demo"
    number = 2
    folder = base
    while folder.exists():
        folder = base.with_name(f"{base.name} {number}")
        number += 1
    return folder
