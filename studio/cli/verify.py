"""The command `verify`: tell a stranger what is as it was sealed, and what a seal does not show."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option
from studio.cli.output import one_line, print_json
from studio.wording import count, date_in_words

if TYPE_CHECKING:
    from evidence.bundle.verdict import Held, Verdict

a_path = click.Path(path_type=Path)

INTACT = "This bundle is as it was when it was sealed: nothing in it has been changed, added or taken away."
NOT_INTACT = "This bundle is not as it was sealed. Ask the school for a fresh copy."
NOT_READ = "This cannot be read as a bundle. Check the name; if it is right, ask the school for a fresh copy."
NOT_SHOWN = (
    "A seal does not show who made a bundle, or that what it tells is so. That is for people to judge."
)
_MEANINGS = {
    "changed": "Changed since it was sealed",
    "missing": "Missing",
    "unexpected": "Not there when it was sealed",
    "log-broken": "The log of the library does not hold together",
    "unsafe": "Could do harm: do not unpack it",
    "unreadable": "Cannot be read",
}
_MOST_TOLD = 20
"""Faults of one kind that are told one by one."""


@click.command()
@click.argument("path", metavar="BUNDLE", type=a_path)
@click.option("--receipt", metavar="WORDS", help="The eight words that came with the bundle.")
@json_option
def verify(path: Path, receipt: str | None, as_json: bool) -> int:
    """Check that a sealed bundle is as it was; exit status 1 when it is not.

    BUNDLE is the zip, the folder unpacked from it, or the list (.txt) of a bundle's parts. Nothing is
    unpacked or written.
    """
    from evidence.bundle.verify import verify_bundle
    from evidence.bundle.verify_parts import verify_parts

    check = verify_parts if path.suffix.lower() == ".txt" and path.is_file() else verify_bundle
    verdict = check(path, receipt=receipt)
    if as_json:
        faults = [{"kind": f.kind, "path": f.path, "detail": f.detail} for f in verdict.faults]
        print_json({"valid": verdict.valid, "faults": faults})
    elif verdict.valid:
        _tell_intact(verdict, compared=receipt is not None)
    if verdict.valid:
        return 0
    read = any(fault.kind != "unreadable" for fault in verdict.faults)
    if as_json:
        click.echo(NOT_INTACT if read else NOT_READ, err=True)
    elif receipt is not None and len(verdict.faults) == 1 and not _are_words_of(verdict, receipt):
        _tell_other_words(verdict)
    else:
        click.echo(NOT_INTACT if read else NOT_READ, err=True)
        _tell_faults(verdict, path.name)
    return 1


def _tell_intact(verdict: "Verdict", *, compared: bool) -> None:
    click.echo(INTACT)
    if verdict.sealed:
        holds = f"{count(len(verdict.evidence), 'piece')} of evidence, {count(verdict.files, 'file')}"
        sealed = date_in_words(verdict.sealed.date())
        click.echo(f"It says: {one_line(verdict.school)}, sealed on {sealed}. {holds}.")
    if compared:
        click.echo("The eight words are those you gave: it is the bundle that was announced.")
    else:
        click.echo("Its receipt, to compare with the words that reached you by another way:")
        click.echo(f"  {' '.join(verdict.receipt)}")
    click.echo(NOT_SHOWN)
    if asked := _to_ask(verdict):
        click.echo("Ask the school to play these to you; the receipt chose them, not the school:")
        for held in asked:
            click.echo(one_line(f"  {held.id}  {held.title}"))


def _to_ask(verdict: "Verdict") -> list["Held"]:
    from evidence.bundle.sample import sample

    heard = {held.id: held for held in verdict.evidence if held.heard}
    return [heard[entry_id] for entry_id in sample(verdict.receipt, tuple(heard))]


def _are_words_of(verdict: "Verdict", receipt: str) -> bool:
    from evidence.bundle.receipt import read_words

    return read_words(receipt) == verdict.receipt


def _tell_other_words(verdict: "Verdict") -> None:
    click.echo(
        "This is not the bundle that your eight words belong to. Ask the school which one is.", err=True
    )
    click.echo("In itself it is as it was when it was sealed. Its own eight words are:", err=True)
    click.echo(f"  {' '.join(verdict.receipt)}", err=True)


def _tell_faults(verdict: "Verdict", name: str) -> None:
    for kind, meaning in _MEANINGS.items():
        faults = [fault for fault in verdict.faults if fault.kind == kind]
        if not faults:
            continue
        click.echo(f"{meaning} ({kind}):", err=True)
        for fault in faults[:_MOST_TOLD]:
            click.echo(one_line(f"  {fault.path}: {fault.detail}"), err=True)
        if len(faults) > _MOST_TOLD:
            click.echo(f"  and {len(faults) - _MOST_TOLD} more", err=True)
    faulty = {fault.path for fault in verdict.faults} - {name}
    if verdict.sealed and (rest := verdict.files - len(faulty)) > 0:
        click.echo(f"Nothing is wrong with the other {count(rest, 'file')} in it.", err=True)
