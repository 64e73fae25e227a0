"""The `register` commands: partners, whole-class projects, awards and the other lists of a school."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.wording import count

if TYPE_CHECKING:
    from evidence.award.register_lines import Line
    from evidence.award.registers import Register


@click.group()
def register() -> None:
    """Lists around the award: partners, whole-class projects, numbers of groups, awards, wishes.

    What each list asks is in a file that a teacher can edit: assets/registers.toml.
    """


@register.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the registers, and the lines whose day has come."""
    from evidence.award.register_lines import RegisterLines
    from evidence.award.registers import registers

    opened = open_library(library, adult=True)
    lines = RegisterLines(opened)
    due = lines.due(opened.now().date())
    if as_json:
        shapes = [
            {"register": each.id, "title": each.title, "lines": len(lines.of(each.id))}
            for each in registers()
        ]
        print_json({"registers": shapes, "due": [_shape(line) for line in due]})
        return
    print_columns((each.id, count(len(lines.of(each.id)), each.line), each.about) for each in registers())
    for line in due:
        click.echo(f"Look at {line.id} again: {_words(line)}")


@register.command()
@click.argument("register_id", metavar="REGISTER")
@click.option("--to-others", is_flag=True, help="Hide numbers of fewer than five people.")
@library_option
@json_option
def show(register_id: str, to_others: bool, library: Path | None, as_json: bool) -> None:
    """Show the lines of a register."""
    from evidence.award.register_lines import RegisterLines
    from evidence.award.registers import register as register_of

    kind = register_of(register_id)
    lines = RegisterLines(open_library(library, adult=True)).of(kind.id)
    if as_json:
        print_json([_shape(line, to_others=to_others) for line in lines])
        return
    click.echo(f"{kind.title}: {kind.about}")
    heads = ["", *(field.title for field in kind.fields)]
    rows = [
        [line.id, *(field.shown(line.values, to_others=to_others) for field in kind.fields)] for line in lines
    ]
    print_columns([heads, *rows])
    if not lines:
        first = kind.fields[0].id
        click.echo(f'No {kind.line} yet. Add one: soundingboard register add {kind.id} {first}="..."')


@register.command(short_help="Write a new line.")
@click.argument("register_id", metavar="REGISTER")
@click.argument("told", metavar="COLUMN=TEXT...", nargs=-1, required=True)
@library_option
@json_option
def add(register_id: str, told: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Write a new line, such as: register add partners who="City brass band" cost=120."""
    from evidence.award.register_lines import RegisterLines

    _tell(RegisterLines(open_library(library, adult=True)).add(register_id, _typed(told)), "Added", as_json)


@register.command()
@click.argument("line_id", metavar="ID")
@click.argument("told", metavar="COLUMN=TEXT...", nargs=-1, required=True)
@library_option
@json_option
def edit(line_id: str, told: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Write some columns of a line anew; COLUMN= alone empties it."""
    from evidence.award.register_lines import RegisterLines

    _tell(RegisterLines(open_library(library, adult=True)).edit(line_id, _typed(told)), "Changed", as_json)


@register.command()
@click.argument("line_id", metavar="ID")
@click.option("--put-back", is_flag=True, help="Put a line back that was taken out.")
@library_option
@json_option
def strike(line_id: str, put_back: bool, library: Path | None, as_json: bool) -> None:
    """Take a line out; it can be put back."""
    from evidence.award.register_lines import RegisterLines

    lines = RegisterLines(open_library(library, adult=True))
    _tell(lines.strike(line_id, struck=not put_back), "Put back" if put_back else "Taken out", as_json)


def _typed(told: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in told]
    if wrong := next((column for column, sign, _ in pairs if not sign), None):
        raise click.UsageError(f"Write a column and its text, such as {wrong[:20]}=...")
    return {column: text for column, _, text in pairs}


def _tell(line: "Line", done: str, as_json: bool) -> None:
    if as_json:
        print_json(_shape(line))
    else:
        click.echo(f"{done} {line.id}: {_words(line)}")


def _words(line: "Line", *, to_others: bool = False) -> str:
    kind = _kind(line)
    shown = ((field.title, field.shown(line.values, to_others=to_others)) for field in kind.fields)
    return "; ".join(f"{title}: {words}" for title, words in shown if words)


def _shape(line: "Line", *, to_others: bool = False) -> dict[str, Any]:
    kind = _kind(line)
    shown = {field.id: field.shown(line.values, to_others=to_others) for field in kind.fields}
    values = {} if to_others else {"values": line.values}
    return {"id": line.id, "register": kind.id, "shown": shown, **values, "struck": line.struck}


def _kind(line: "Line") -> "Register":
    from evidence.award.registers import register as register_of

    return register_of(line.register)
