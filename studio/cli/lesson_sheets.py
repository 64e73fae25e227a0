"""The commands `lesson sheet` and `lesson words`: what staff and classes read or pin up."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json


@click.command(short_help="Words, ideas, questions, posters.")
@click.argument("sheet_id", metavar="[SHEET", required=False)
@click.argument("out", metavar="OUT.pdf]", required=False, type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def sheet(
    sheet_id: str | None, out: Path | None, overwrite: bool, library: Path | None, as_json: bool
) -> None:
    """Read a sheet, or write it as a file; without a name the sheets are listed.

    The end of the file's name says what it becomes: .pdf, .docx for Word, .html for any browser, .txt.
    """
    from lessons.sheets import SHEETS, sheet_named, sheet_paper

    if sheet_id is None:
        if as_json:
            print_json([{"sheet": s.id, "title": s.title, "about": s.about} for s in SHEETS.values()])
        else:
            print_columns((each.id, each.title, each.about) for each in SHEETS.values())
        return
    chosen = sheet_named(sheet_id)
    opened = open_library(library, adult=out is not None)
    paper = sheet_paper(opened, chosen)
    if out is None:
        from evidence.papers.plain_text import text_bytes

        text = text_bytes(paper).decode().rstrip()
        print_json({"sheet": chosen.id, "text": text}) if as_json else click.echo(text)
        return
    from evidence.papers.document import write_document

    written = write_document(opened, paper, out, overwrite=overwrite)
    if as_json:
        print_json({"out": str(written), "bytes": written.stat().st_size})
    else:
        click.echo(f"Wrote {written}.")


@click.command(short_help="Words for talking about sound.")
@json_option
def words(as_json: bool) -> None:
    """List the words for talking about sound: what each means to a child, and what to ask."""
    from lessons.vocabulary import dimensions

    if as_json:
        print_json([each.as_dict() for each in dimensions()])
    else:
        print_columns((each.title, each.say, each.ask) for each in dimensions())
