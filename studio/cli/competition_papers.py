"""The command `competition paper`: what is read aloud, hung up, sent home and published of a competition."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.competition_shapes import id_argument, meant
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_json

if TYPE_CHECKING:
    from evidence.library import Library

_KINDS = ("script", "newsletter", "poster", "page", "certificates", "call-poster", "call-script")


@click.command()
@id_argument
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--who",
    type=click.Choice(["code", "name", "hand"]),
    default="code",
    show_default=True,
    help="Codes, first names, or a line to write the name on; posters and the page only have codes.",
)
@click.option("--leave-out", is_flag=True, help="Leave out what is not released, such as the page's sound.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def paper(
    id_: str,
    kind: str,
    out: Path,
    who: str,
    leave_out: bool,
    overwrite: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write what goes out of a competition.

    Of its result: the script for assembly and the newsletter's paragraph (.pdf, .docx, .html or .txt), the
    winner's poster and the certificates for everybody (.pdf), and a page for the website with the sound in
    it, when that is released (.html). Of a new one: the poster (.pdf) and what is said in assembly.
    """
    opened = open_library(library, adult=True)
    competition_id = meant(opened, id_)
    if kind.startswith("call-"):
        written = _call(opened, competition_id, kind, out, overwrite=overwrite)
    else:
        from lessons.competitions.announcement import announcement
        from lessons.printing.results import results

        said = announcement(opened, competition_id)
        written = results(opened, said, kind, out, who=who, leave_out=leave_out, overwrite=overwrite)
    if as_json:
        print_json({"out": str(written), "bytes": written.stat().st_size})
    else:
        click.echo(f"Wrote {written}. Look at it before it goes anywhere.")


def _call(library: "Library", competition_id: str, kind: str, out: Path, *, overwrite: bool) -> Path:
    from lessons.competitions.competitions import Competitions
    from lessons.printing.call import call_poster, call_script

    competition = Competitions(library).one(competition_id)
    write = call_poster if kind == "call-poster" else call_script
    return write(library, competition, out, overwrite=overwrite)
