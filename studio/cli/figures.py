"""The commands `audit figure` and `audit figures`: numbers laid beside what the award asks for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.award_options import chosen_framework, framework_option, role_option
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json

if TYPE_CHECKING:
    from evidence.award.figures import Asked


@click.command(short_help="Keep a number that a text asks for.")
@click.argument("claim", metavar="CRITERION:LEVEL")
@click.argument("value", type=float, required=False)
@click.option("--of", type=float, help="How many there are, where a share is asked for.")
@click.option("--name", default="", help="Words of the number's name, where a text asks for two.")
@click.option("--note", default="", help="Where the number comes from.")
@click.option("--count", "count", is_flag=True, help="Count it in this library, where that can be done.")
@framework_option
@role_option
@library_option
@json_option
def figure(
    claim: str,
    value: float | None,
    of: float | None,
    name: str,
    note: str,
    count: bool,
    framework_id: str,
    role: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Keep a number that one of the texts asks for, and lay it beside the text.

    For instance: soundingboard audit figure O1:gold 13 --of 150

    With --count the program counts club sessions (MT3:bronze) or year groups with evidence (MT1) itself.
    """
    from evidence.award.figures import Figures
    from lessons.counted import counted
    from rubric.framework import Claim

    if count == (value is not None):
        raise click.UsageError("Give a number, or --count, not both.")
    opened = open_library(library, adult=True)
    asked = Claim.parse(claim)
    if count:
        found_out = counted(opened, asked)
        value, of, note = found_out.value, found_out.of, note or found_out.note
    assert value is not None
    framework, figures = chosen_framework(framework_id, library), Figures(opened)
    made = figures.add(asked, name, value, of, note, framework=framework, who=role)
    found = next(each for each in figures.asked(framework) if each.figure == made)
    if as_json:
        print_json(_shape(found))
    else:
        _tell(found)


@click.command(short_help="List every number that the award asks for.")
@click.option(
    "--phase", type=click.Choice(["primary", "secondary", "special"]), help="Only those for such a school."
)
@framework_option
@library_option
@json_option
def figures(phase: str | None, framework_id: str, library: Path | None, as_json: bool) -> None:
    """List every number that the texts ask for, each with the newest figure: a sum, never a verdict."""
    from evidence.award.figures import Figures

    opened = open_library(library, adult=True)
    found = Figures(opened).asked(chosen_framework(framework_id, library), phase=phase)
    if as_json:
        print_json([_shape(each) for each in found])
        return
    for each in found:
        _tell(each)
    click.echo("\nSums, not verdicts: whether a criterion is met, people decide.")


def _tell(asked: "Asked") -> None:
    click.echo(one_line(f"{asked.claim}  {asked.measure.name}"))
    figure, found = asked.figure, asked.found
    if figure is None or found is None:
        click.echo(f"    not known yet: soundingboard audit figure {asked.claim} NUMBER")
        return
    click.echo(f"    {found.words}")
    click.echo(one_line(f"    {figure.when:%Y-%m-%d} {figure.note}".rstrip()))


def _shape(asked: "Asked") -> dict[str, Any]:
    from dataclasses import asdict

    from rubric.plain import to_plain

    found = asked.found
    return {
        "claim": str(asked.claim),
        "measure": asdict(asked.measure) | {"phases": list(asked.measure.phases)},
        "figure": to_plain(asked.figure) if asked.figure else None,
        "met": found.met if found else None,
        "words": found.words if found else "",
    }
