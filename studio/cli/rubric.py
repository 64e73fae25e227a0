"""The `rubric` commands: what the award asks for."""

from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option
from studio.cli.output import print_columns, print_json

if TYPE_CHECKING:
    from lessons.idea import Idea
    from rubric.framework import Criterion, Framework


@click.group()
def rubric() -> None:
    """The award: its criteria, levels and ideas."""


@rubric.command(name="list")
@json_option
def list_(as_json: bool) -> None:
    """List every criterion at every level."""
    framework = _framework()
    if as_json:
        print_json([row for criterion in framework.criteria for row in _rows(framework, criterion)])
        return
    for area in framework.areas:
        click.echo(f"\n{area.title}")
        print_columns((c.code, c.title) for c in framework.criteria if c.area == area)


@rubric.command()
@click.argument("code", metavar="CRITERION")
@json_option
def show(code: str, as_json: bool) -> None:
    """Show one criterion, such as MT1, with ideas for it."""
    from lessons.idea import ideas_for

    framework = _framework()
    criterion = framework.criterion(code.upper())
    ideas = ideas_for(criterion.code)
    if as_json:
        print_json(
            {
                "criterion": criterion.code,
                "title": criterion.title,
                "area": criterion.area.title,
                "mode": criterion.mode,
                "levels": {d.level: d.text for d in criterion.descriptors},
                "ideas": [idea.as_dict() for idea in ideas],
            }
        )
        return
    click.echo(f"{criterion.code}  {criterion.title}  ({criterion.area.title})")
    for descriptor in criterion.descriptors:
        click.echo(f"\n{descriptor.level}: {descriptor.text}")
        for idea in ideas:
            if idea.claim.level == descriptor.level:
                _print_idea(idea)


def _print_idea(idea: "Idea") -> None:
    click.echo(f"  Idea: {idea.title}\n    {idea.text}")
    click.echo(f"    You need: {', '.join(idea.you_need)}")
    click.echo(f"    Ask: {idea.ask}")
    if idea.careful:
        click.echo(f"    Careful: {idea.careful}")


def _framework() -> "Framework":
    from rubric.load import shipped_framework

    return shipped_framework()


def _rows(framework: "Framework", criterion: "Criterion") -> list[dict[str, Any]]:
    area = criterion.area.title
    return [
        {
            "criterion": criterion.code,
            "level": descriptor.level,
            "area": area,
            "title": criterion.title,
            "descriptor": descriptor.text,
        }
        for descriptor in criterion.descriptors
    ]
