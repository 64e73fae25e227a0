"""The commands `lesson print`, `template`, `add`, `remove` and `put-back`: units as files."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json

_A_PATH = click.Path(path_type=Path)


@click.command(name="print", short_help="Write a unit as a file to print.")
@click.argument("unit_id", metavar="ID")
@click.argument("out", metavar="OUT.pdf", type=_A_PATH)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def print_(unit_id: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write a unit on two sides, all of it.

    The end of the name says what it becomes: .pdf, .docx for Word, .html for any browser, .txt.
    """
    from evidence.papers.document import write_document
    from lessons.units.own import unit_named
    from lessons.units.paper import unit_paper

    opened = open_library(library, adult=True)
    unit = unit_named(opened, unit_id)
    written = write_document(opened, unit_paper(opened, unit), out, overwrite=overwrite)
    if as_json:
        print_json({"out": str(written), "bytes": written.stat().st_size})
    else:
        click.echo(f"Wrote {written}.")


@click.command(short_help="Write a file to make your own unit in.")
@click.argument("out", metavar="OUT.toml", type=_A_PATH)
@click.option("--from", "unit_id", metavar="ID", default="EY-A", help="The unit of ours to type over.")
def template(out: Path, unit_id: str) -> None:
    """Write a file to make your own unit in: one of ours to type over, with what each line means."""
    from lessons.units.template import write_template

    write_template(out, unit_id)
    click.echo(f"Wrote {out}. Change the words, save it, then: soundingboard lesson add {out.name}")


@click.command(short_help="Add your own unit.")
@click.argument("file", metavar="FILE.toml", type=_A_PATH)
@click.option("--replace", is_flag=True, help="Take the place of an earlier one with the same id.")
@click.option("--check", is_flag=True, help="Only say whether it is right; keep nothing.")
@library_option
@json_option
def add(file: Path, replace: bool, check: bool, library: Path | None, as_json: bool) -> None:
    """Check a unit that you wrote and keep a copy in the library; what does not fit is told by its line."""
    from lessons.units.own import OwnUnits, SeveralFaults

    own = OwnUnits(open_library(library, adult=True))
    if len(faults := own.faults(file)) > 1:
        for fault in faults:
            click.echo(one_line(str(fault)), err=True)
        raise SeveralFaults(f"{file.name} has {len(faults)} faults.", "Put them right, then add it again.")
    unit = own.check(file) if check else own.keep(file, again=replace)
    if as_json:
        print_json(unit.as_dict())
    elif check:
        click.echo(one_line(f"{file.name} is right: {unit.id}, {unit.title}."))
    else:
        click.echo(one_line(f"Kept {unit.id}: {unit.title}. Take it out with: lesson remove {unit.id}"))


@click.command(short_help="Take your own unit out of the list.")
@click.argument("unit_id", metavar="ID")
@library_option
def remove(unit_id: str, library: Path | None) -> None:
    """Take one of your own units out of the list; put-back brings it back."""
    from lessons.units.own import OwnUnits

    gone = OwnUnits(open_library(library, adult=True)).remove(unit_id)
    click.echo(one_line(f"Removed {gone.id}. Bring it back with: soundingboard lesson put-back {gone.id}"))


@click.command(name="put-back", short_help="Undo the last change of your own unit.")
@click.argument("unit_id", metavar="ID")
@library_option
def put_back(unit_id: str, library: Path | None) -> None:
    """Undo the last change of one of your own units: it is there again, or as it was before."""
    from lessons.units.own import OwnUnits

    unit = OwnUnits(open_library(library, adult=True)).put_back(unit_id)
    click.echo(one_line(f"{unit.id} is there as it was: {unit.title}."))
