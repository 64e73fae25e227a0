"""The command `audit statement`: a responsible adult stands by the evidence."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_json

if TYPE_CHECKING:
    from evidence.award.statement import Statement


@click.command(short_help="Keep or show the head's statement.")
@click.argument("words", required=False)
@click.option("--role", default="head", show_default=True, help="Who says it, as a role; never a name.")
@click.option("--date", "day", type=DAY, help="When it was said (today if left out).")
@click.option("--ask", "questions", multiple=True, metavar="TEXT", help="A question to the hub; repeatable.")
@library_option
@json_option
def statement(
    words: str | None,
    role: str,
    day: datetime | None,
    questions: tuple[str, ...],
    library: Path | None,
    as_json: bool,
) -> None:
    """Keep the head's statement, which the bundle begins with; without WORDS, show the one that stands.

    A new statement takes the place of the one before, which stays in the library.
    """
    from evidence.award.statement import Statements

    statements = Statements(open_library(library, adult=True))
    if words is None and questions:
        raise click.UsageError(
            "Say the statement as well as the question: a new one takes the old one's place."
        )
    if words is None:
        stands = statements.newest()
    else:
        stands = statements.add(words, role=role, day=day.date() if day else None, questions=questions)
    if as_json:
        print_json(_shape(stands) if stands else None)
    elif stands is None:
        click.echo('No statement yet. Make one: soundingboard audit statement "What we stand by ..."')
    else:
        click.echo(f"{stands.id}, {stands.role}, {stands.date}: {one_line(stands.words)}")
        for question in stands.questions:
            click.echo(f"  Question to the hub: {one_line(question)}")


def _shape(stands: "Statement") -> dict[str, Any]:
    return {
        "id": stands.id,
        "words": stands.words,
        "role": stands.role,
        "date": stands.date.isoformat(),
        "questions": list(stands.questions),
    }
