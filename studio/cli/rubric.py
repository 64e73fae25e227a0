"""The `rubric` commands: what the award asks for."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_folder, library_option
from studio.cli.output import print_columns, print_json
from studio.cli.rubric_files import import_, template, wording

if TYPE_CHECKING:
    from lessons.idea import Idea
    from rubric.framework import Criterion, Framework


framework_option = click.option(
    "--framework",
    "framework_id",
    metavar="ID",
    default="quality-mark",
    help="Another one than the Quality Mark.",
)


@click.group()
def rubric() -> None:
    """The award: its criteria, levels and ideas."""


for command in (template, import_, wording):
    rubric.add_command(command)


@rubric.command(short_help="List awards and questions to judge by.")
@library_option
@json_option
def frameworks(library: Path | None, as_json: bool) -> None:
    """List the frameworks: the awards and questions that a school can judge itself by."""
    from rubric.shelf import frameworks as every

    found = every(library_folder(library))
    if as_json:
        print_json(
            [
                {
                    "id": f.id,
                    "version": f.version,
                    "title": f.title,
                    "source": f.source,
                    "levels": f.levels,
                    "criteria": len(f.criteria),
                    "rules": [
                        {"text": r.text, "any_of": r.criteria, "at_least": r.at_least} for r in f.rules
                    ],
                }
                for f in found
            ]
        )
    else:
        print_columns((f.id, f"{len(f.criteria)} criteria", " ".join(f.levels), f.title) for f in found)


@rubric.command(name="list")
@framework_option
@library_option
@json_option
def list_(framework_id: str, library: Path | None, as_json: bool) -> None:
    """List every criterion at every level."""
    framework = _framework(framework_id, library)
    if as_json:
        print_json([row for criterion in framework.criteria for row in _rows(framework, criterion)])
        return
    for area in framework.areas:
        click.echo(f"\n{area.title}")
        print_columns((c.code, c.title) for c in framework.criteria if c.area == area)
    for rule in framework.rules:
        click.echo(f"\n{rule.text} ({rule.at_least} of {', '.join(rule.criteria)})")


@rubric.command(short_help="Show one criterion, with ideas for it.")
@click.argument("code", metavar="CRITERION")
@framework_option
@library_option
@json_option
def show(code: str, framework_id: str, library: Path | None, as_json: bool) -> None:
    """Show one criterion, such as MT1, with ideas for it and questions to ask in class."""
    from lessons.idea import ideas_for
    from lessons.question import questions_for

    framework = _framework(framework_id, library)
    criterion = framework.criterion(code.upper())
    is_ours = framework.id == _framework().id
    ideas = ideas_for(criterion.code) if is_ours else ()
    topics = questions_for(criterion.code) if is_ours else ()
    if as_json:
        print_json(
            {
                "criterion": criterion.code,
                "title": criterion.title,
                "area": criterion.area.title,
                "mode": criterion.mode,
                "levels": {d.level: d.text for d in criterion.descriptors},
                "ideas": [idea.as_dict() for idea in ideas],
                "questions": [asdict(topic) for topic in topics],
            }
        )
        return
    click.echo(f"{criterion.code}  {criterion.title}  ({criterion.area.title})")
    for descriptor in criterion.descriptors:
        click.echo(f"\n{descriptor.level}: {descriptor.text}")
        for idea in ideas:
            if idea.claim.level == descriptor.level:
                _print_idea(idea)
    for topic in topics:
        click.echo(f"\nQuestions: {topic.title}")
        for question in (*topic.find_out, *topic.go_deeper):
            click.echo(f"  {question}")


def _print_idea(idea: "Idea") -> None:
    click.echo(f"  Idea: {idea.title}\n    {idea.text}")
    click.echo(f"    You need: {', '.join(idea.you_need)}")
    click.echo(f"    Ask: {idea.ask}")
    if idea.careful:
        click.echo(f"    Careful: {idea.careful}")


def _framework(framework_id: str = "quality-mark", library: Path | None = None) -> "Framework":
    from rubric.shelf import framework_named

    return framework_named(framework_id, library_folder(library))


def _about(framework: "Framework") -> dict[str, Any]:
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "source": framework.source,
        "levels": framework.levels,
        "criteria": len(framework.criteria),
        "rules": [
            {"text": rule.text, "any_of": rule.criteria, "at_least": rule.at_least}
            for rule in framework.rules
        ],
    }


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
