"""The `rubric` commands for files: one's own framework, and the award's official wording."""

import re
from pathlib import Path

import click

from studio.cli.options import json_option, library_folder, library_option
from studio.cli.output import print_json

a_path = click.Path(path_type=Path, dir_okay=False)


@click.command(short_help="Write a spreadsheet to fill in.")
@click.argument("out", metavar="OUT.xlsx", type=a_path)
@click.option("--framework", metavar="ID", help="Start from this framework instead of a small example.")
@library_option
def template(out: Path, framework: str | None, library: Path | None) -> None:
    """Write a spreadsheet to type your own framework in.

    The end of the name says which: .xlsx is a workbook, .csv opens in every spreadsheet program. One row
    a level of a criterion; save it and bring it back with `rubric import`.
    """
    from rubric.own import FORMS, framework_sheet
    from rubric.own import template as example
    from rubric.sheet import SheetFault
    from rubric.shelf import framework_named
    from studio.disk import reason

    form = out.suffix.lower()
    if form not in FORMS:
        raise click.UsageError(f"Give a name that ends in {' or '.join(FORMS)}.")
    known = framework_named(framework, library_folder(library)) if framework else None
    content = framework_sheet(known, form) if known else example(form)
    try:
        with out.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise SheetFault(
            f"{out.name} could not be written: {reason(error)}.",
            "Choose another name or another folder.",
            file=out.name,
        ) from error
    click.echo(f"Wrote {out}. Type over it, save it, then: soundingboard rubric import {out.name}")


@click.command(name="import", short_help="Keep your own framework.")
@click.argument("file", metavar="FILE.xlsx", type=a_path)
@click.option("--id", "framework_id", help="A short name without spaces, such as oak-hub (else the file's).")
@click.option("--title", help="What it is called (else the file's name).")
@click.option("--replace", is_flag=True, help="Take the place of an earlier one with the same id.")
@library_option
@json_option
def import_(
    file: Path,
    framework_id: str | None,
    title: str | None,
    replace: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Keep your own framework, from a spreadsheet: a workbook, or saved as CSV or TSV."""
    from rubric.shelf import keep_own
    from studio.cli.options import open_library

    opened = open_library(library, adult=True)
    made = keep_own(
        file,
        opened.folder,
        framework_id=framework_id or re.sub("[^a-z0-9]+", "-", file.stem.lower()).strip("-"),
        title=title or " ".join(file.stem.split())[:80],
        again=replace,
    )
    opened.note("imported", "framework", made.id)
    if as_json:
        print_json(
            {"id": made.id, "title": made.title, "levels": made.levels, "criteria": len(made.criteria)}
        )
    else:
        click.echo(
            f"Kept {made.id}: {len(made.criteria)} criteria. List it: rubric list --framework {made.id}"
        )


@click.command(short_help="Use the award's official words.")
@click.argument("file", metavar="FILE.tsv", type=a_path, required=False)
@click.option("--ours", is_flag=True, help="Go back to the short wording that comes with the program.")
@library_option
@json_option
def wording(file: Path | None, ours: bool, library: Path | None, as_json: bool) -> None:
    """Use the award's official words in this library, from a table.

    The table is a workbook, a TSV or a CSV file with the columns criterion, level and descriptor; area and
    title may be there. The texts that come with the program are short and our own.
    """
    from rubric.shelf import drop_wording, keep_wording
    from studio.cli.options import open_library

    if (file is None) == (not ours):
        raise click.UsageError("Give a file, or --ours.")
    opened = open_library(library, adult=True)
    texts = 0
    if file is None:
        drop_wording(opened.folder)
    else:
        texts = keep_wording(file, opened.folder)
    opened.note("removed" if ours else "imported", "wording", "lsms-mqm-2015")
    if as_json:
        print_json({"texts": texts})
    else:
        click.echo("The wording is ours again." if ours else f"{texts} texts now stand in the award's words.")
