"""The command `evidence withdraw`, and how any withdrawal is asked about and told."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library, somebody_types
from studio.cli.output import one_line, print_json
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.safety.withdrawal import Preview, Withdrawal

yes_option = click.option("--yes", is_flag=True, help="Do it without asking again.")
backups_option = click.option(
    "--backups", is_flag=True, help="Renew every backup that holds it and can be reached now."
)


class NotSaidYes(StudioError):
    """A withdrawal that nobody said yes to."""


@click.command(short_help="Erase evidence in every copy that was made.")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--carry-on", "carrying_on", is_flag=True, help="Finish a withdrawal that was stopped.")
@backups_option
@yes_option
@library_option
@json_option
def withdraw(
    id_: str | None, carrying_on: bool, backups: bool, yes: bool, library: Path | None, as_json: bool
) -> None:
    """Erase one entry: its words, its sounds and files, and every copy that the program made of them.

    Bundles that went out are listed with what to do; a new one is sealed for the hub, and a letter is
    written. The log keeps its lines, which never held words. For everything of one person see
    `people withdraw`.
    """
    if carrying_on == (id_ is not None):
        raise click.UsageError("Give the ID of an entry, or --carry-on.")
    opened = open_library(library, adult=True)
    if carrying_on:
        carry_on(opened, as_json=as_json)
    else:
        withdraw_asked(opened, yes=yes, backups=backups, as_json=as_json, entry_id=id_)


def withdraw_asked(
    opened: "Library",
    *,
    yes: bool,
    backups: bool,
    as_json: bool,
    entry_id: str | None = None,
    sound_id: str | None = None,
    code: str | None = None,
) -> None:
    """Show what would go, ask, withdraw it, and tell what is still to be done."""
    from evidence.safety.withdrawal import preview
    from evidence.safety.withdrawal import withdraw as erase
    from evidence.safety.withdrawal_words import lines_after
    from rubric.shelf import quality_mark

    seen = preview(opened, entry_id=entry_id, sound_id=sound_id, code=code)
    if not yes:
        _ask(seen)
    framework = quality_mark(opened.folder)
    done = erase(
        opened, entry_id=entry_id, sound_id=sound_id, code=code, framework=framework, backups=backups
    )
    if as_json:
        print_json(_shape(done))
    else:
        click.echo("\n".join(map(one_line, lines_after(done))))


def carry_on(opened: "Library", *, as_json: bool) -> None:
    """Finish what was stopped."""
    from evidence.safety.withdrawal import carry_on as finish
    from evidence.safety.withdrawal_words import lines_after
    from rubric.shelf import quality_mark

    finished = finish(opened, quality_mark(opened.folder))
    if as_json:
        print_json([_shape(each) for each in finished])
    elif not finished:
        click.echo("No withdrawal was stopped.")
    for each in () if as_json else finished:
        click.echo("\n".join(map(one_line, lines_after(each))))


def _ask(seen: "Preview") -> None:
    from evidence.safety.withdrawal_words import lines_before

    for line in lines_before(seen):
        click.echo(one_line(line), err=True)
    if not somebody_types():
        raise NotSaidYes("Nothing was erased.", "If all of this shall go, add --yes.")
    click.confirm("Erase all of this for good?", abort=True, err=True)


def _shape(done: "Withdrawal") -> dict[str, Any]:
    return {
        "id": done.id,
        "subject": done.subject,
        "ids": list(done.ids),
        "stays": list(done.stays),
        "bundles": [
            {"id": each.id, "name": each.name, "path": each.path, "receipt": each.receipt}
            for each in done.bundles
        ],
        "backups": [{"path": str(each.path), "there": each.made is not None} for each in done.backups],
        "bundle": str(done.bundle) if done.bundle else None,
        "letter": str(done.letter) if done.letter else None,
    }
