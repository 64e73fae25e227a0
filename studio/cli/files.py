"""Commands on sound files that are in no library: edit, tidy, check."""

from pathlib import Path

import click

from studio.audio.recipe import STEP_KINDS, Recipe
from studio.cli.options import json_option
from studio.cli.output import print_json

a_path = click.Path(path_type=Path)


@click.command(epilog="Steps: " + " · ".join(kind.usage for kind in STEP_KINDS.values()))
@click.argument("source", metavar="IN", type=a_path)
@click.argument("out", metavar="OUT", type=a_path)
@click.argument("steps", metavar="STEP...", nargs=-1, required=True)
@json_option
def edit(source: Path, out: Path, steps: tuple[str, ...], as_json: bool) -> None:
    """Do steps to a sound file, in the order given: edit in.wav out.mp3 "trim 2 58" "fade-out 2"."""
    recipe = Recipe.parse(steps)
    from studio.loose_files import edit_file

    edit_file(source, out, recipe)
    if as_json:
        print_json({"out": str(out), "steps": recipe.texts()})
    else:
        click.echo(f"Made {out}.")


@click.command()
@click.argument("source", metavar="IN", type=a_path)
@click.argument("out", metavar="OUT", type=a_path)
@json_option
def tidy(source: Path, out: Path, as_json: bool) -> None:
    """Cut off the empty start and end, fade the edges, make it loud enough."""
    from studio.loose_files import tidy_file

    tidied = tidy_file(source, out)
    if as_json:
        print_json(
            {
                "start": round(tidied.start, 4),
                "stop": round(tidied.stop, 4),
                "gain_db": round(tidied.gain_db, 2),
                "sure": tidied.sure,
                "why": tidied.why,
                "steps": tidied.recipe.texts(),
            }
        )
        return
    click.echo(f"Kept {tidied.start:.2f} s to {tidied.stop:.2f} s, {tidied.gain_db:+.1f} dB. {tidied.why}")
    click.echo(f"Made {out}.")


@click.command()
@click.argument("source", metavar="IN", type=a_path)
@json_option
def check(source: Path, as_json: bool) -> None:
    """Say whether a recording is good, in words for a child and for a teacher."""
    from studio.loose_files import check_file

    quality = check_file(source)
    if as_json:
        print_json(
            {
                "peak_dbfs": round(quality.peak_dbfs, 2),
                "verdicts": list(quality.verdicts),
                "child": quality.child,
                "teacher": quality.teacher,
            }
        )
        return
    click.echo(quality.child)
    click.echo(f"For the teacher: {quality.teacher}")
