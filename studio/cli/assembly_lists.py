"""The `assembly` commands about lists: shown, changed, ticked at an event, signed, printed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.assembly_shapes import (
    event_now,
    out_argument,
    overwrite_option,
    team_library,
    tell_all,
    tell_file,
    undo_option,
)
from studio.cli.codes import known_code
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.assembly.checklist import Checklist
    from lessons.assembly.run import Run

_list_argument = click.argument("list_id", metavar="LIST")
_event_option = click.option(
    "--event", metavar="EVENT", help="An ID or next; without it, today's event, else the next."
)
_by_option = click.option("--by", "code", metavar="CODE", default="", help="Who, by code.")


@click.group(name="list")
def lists() -> None:
    """The lists: two-days, set-up, during, pack-down, once-a-term. The school changes its own."""


@lists.command()
@click.argument("list_id", metavar="[LIST]", required=False)
@library_option
@json_option
def show(list_id: str | None, library: Path | None, as_json: bool) -> None:
    """Show a list as it is now; without one, say which there are."""
    from lessons.assembly.lists import Checklists

    kept = Checklists(team_library(library))
    if list_id is None:
        if not tell_all(kept.all(), as_json):
            print_columns((each.id, each.title, each.about) for each in kept.all())
        return
    _tell_list(kept.now(list_id), as_json)


@lists.command()
@_list_argument
@click.argument("step_id", metavar="[STEP]", required=False)
@click.option("--words", help="What to do; without STEP this makes a new step.")
@click.option("--who", metavar="WHO", help="A job, all or adult.")
@click.option("--why", help="What it is good for.")
@click.option("--minutes", type=int, help="How many minutes before the start.")
@click.option("--place", type=int, help="Put it at this place, counted from 1.")
@click.option("--take-out", is_flag=True, help="Take the step out.")
@click.option("--ours-again", is_flag=True, help="The list as it came with the program.")
@undo_option
@library_option
@json_option
def edit(
    list_id: str,
    step_id: str | None,
    place: int | None,
    take_out: bool,
    ours_again: bool,
    undo: bool,
    library: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Change a step of a list, add one, move it, or take it out. Every earlier form is kept with its day."""
    from lessons.assembly.lists import Checklists

    kept = Checklists(open_library(library, adult=True))
    given = {name: value for name, value in asked.items() if value is not None}
    if undo:
        made = kept.undo(list_id)
    elif ours_again:
        made = kept.reset(list_id)
    elif step_id is None:
        if "words" not in given:
            raise click.UsageError("Name a step, or give --words for a new one.")
        made = kept.add(list_id, given.pop("words"), place=place, **given)
    elif take_out:
        made = kept.take_out(list_id, step_id)
    elif given or place is not None:
        made = kept.set(list_id, step_id, **given) if given else kept.now(list_id)
        made = kept.move(list_id, step_id, place) if place is not None else made
    else:
        raise click.UsageError("Say what to change, such as --words.")
    _tell_list(made, as_json)


@lists.command()
@_list_argument
@library_option
@json_option
def history(list_id: str, library: Path | None, as_json: bool) -> None:
    """When the school changed a list, and what."""
    from lessons.assembly.lists import Checklists

    found = Checklists(team_library(library)).history(list_id)
    if not tell_all(found, as_json):
        print_columns(
            (each.id, f"{each.when:%Y-%m-%d}", f"{each.what}{', taken back' if each.struck else ''}")
            for each in found
        )


@lists.command(name="print")
@_list_argument
@out_argument
@overwrite_option
@library_option
@json_option
def print_(list_id: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write a list with boxes to tick. OUT ends in .pdf, .docx, .html or .txt."""
    from lessons.assembly.posters import print_list

    tell_file(print_list(open_library(library, adult=True), list_id, out, overwrite=overwrite), as_json)


@click.command(short_help="A list at an event, with what is late.")
@_list_argument
@_event_option
@library_option
@json_option
def run(list_id: str, event: str | None, library: Path | None, as_json: bool) -> None:
    """Begin a list at an event, or show how far it is."""
    opened = team_library(library)
    _tell_run(opened, _run(opened, list_id, event), as_json)


@click.command(short_help="Tick steps.")
@_list_argument
@click.argument("steps", metavar="STEP...", nargs=-1, required=True)
@_event_option
@_by_option
@undo_option
@library_option
@json_option
def tick(
    list_id: str,
    steps: tuple[str, ...],
    event: str | None,
    code: str,
    undo: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Tick steps of a list at an event, or take ticks back."""
    from lessons.assembly.runs import Runs

    opened = team_library(library)
    made = _run(opened, list_id, event)
    for step in steps:
        made = (
            Runs(opened).untick(made.id, step)
            if undo
            else Runs(opened).tick(made.id, step, known_code(opened, code))
        )
    _tell_run(opened, made, as_json)


@click.command(short_help="Sign a list off.")
@_list_argument
@_event_option
@_by_option
@click.option("--adult", metavar="ROLE", default="", help="An adult signs, such as staff.")
@undo_option
@library_option
@json_option
def sign(
    list_id: str, event: str | None, code: str, adult: str, undo: bool, library: Path | None, as_json: bool
) -> None:
    """Sign a list off at an event: a pupil by code, an adult by role, or both."""
    from lessons.assembly.runs import Runs

    opened = open_library(library, adult=True) if adult else team_library(library)
    asked = _run(opened, list_id, event).id
    made = (
        Runs(opened).unsign(asked)
        if undo
        else Runs(opened).sign(asked, known_code(opened, code), adult=adult)
    )
    _tell_run(opened, made, as_json)


def _run(library: "Library", list_id: str, event: str | None) -> "Run":
    from lessons.assembly.runs import Runs

    return Runs(library).begin(event_now(library, event).id, list_id)


def _tell_list(made: "Checklist", as_json: bool) -> None:
    from lessons.assembly.checklist import whose

    if tell_all([made], as_json):
        return
    click.echo(one_line(f"{made.title}: {made.about}"))
    print_columns((step.id, step.t, whose(step.who), step.words, step.why) for step in made.steps)


def _tell_run(library: "Library", made: "Run", as_json: bool) -> None:
    from lessons.assembly.checklist import whose
    from lessons.assembly.runs import Runs
    from rubric.plain import to_plain

    late = Runs(library).late(made)
    if as_json:
        print_json(to_plain(made) | {"late": [step.id for step in late]})
        return
    for step in made.steps:
        mark = "x" if step.id in made.done else "!" if step in late else "-"
        print_columns([(mark, f"{step.id:<4}", f"{step.t:<5}", f"{whose(step.who):<9}", step.words)])
    if late:
        click.echo(f"Late now: {', '.join(step.id for step in late)}.")
    for each in made.signed:
        click.echo(f"Signed by {' and '.join([*each.by, *([each.adult] if each.adult else [])])}.")
