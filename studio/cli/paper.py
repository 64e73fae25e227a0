"""The command `paper`: what a school takes to a meeting, as a Word file or a page."""

from pathlib import Path

import click

from studio.cli.award_options import chosen_framework, framework_option
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json


@click.command()
@click.argument("kind", required=False)
@click.argument("out", metavar="OUT.docx", required=False, type=click.Path(path_type=Path))
@click.option("--about", metavar="ID", help="The action, entry or bundle that it is about, such as AC-0001.")
@click.option(
    "--channel", metavar="CHANNEL", help="Tell only what may go this way; each kind has its usual one."
)
@click.option("--ask", "questions", multiple=True, metavar="TEXT", help="A question to the hub; repeatable.")
@click.option("--large", is_flag=True, help="In large print, for weak eyes.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@framework_option
@library_option
@json_option
def paper(
    kind: str | None,
    out: Path | None,
    about: str | None,
    channel: str | None,
    questions: tuple[str, ...],
    large: bool,
    overwrite: bool,
    framework_id: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write a paper for people: KIND is one of the list that `paper` alone shows.

    The end of the name says what it becomes: .pdf to print, .docx for Word, .html for any browser, .txt.
    """
    if kind is None:
        _list(as_json)
        return
    if out is None:
        raise click.UsageError(f"Say where to, such as: soundingboard paper {kind[:40]} {kind[:40]}.docx")
    from evidence.papers.write import write_paper

    written = write_paper(
        open_library(library, adult=True),
        kind,
        out,
        chosen_framework(framework_id, library),
        about=about,
        channel=channel,
        questions=questions,
        large=large,
        overwrite=overwrite,
    )
    if as_json:
        print_json({"out": str(written), "bytes": written.stat().st_size})
    else:
        click.echo(f"Wrote {written}. Read it through, and fill in what is marked.")


def _list(as_json: bool) -> None:
    from evidence.papers.kinds import PAPERS

    if as_json:
        print_json([{"kind": kind.id, "title": kind.title, "about": kind.about} for kind in PAPERS.values()])
        return
    print_columns((kind.id, kind.about) for kind in PAPERS.values())
    click.echo("\nWrite one: soundingboard paper conversation pack.docx")
