"""The commands `backup` and `restore`: the whole library, kept twice, and brought back."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import existing_library, json_option, library_option
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count, size_words

if TYPE_CHECKING:
    from evidence.backup.backup import Backup
    from evidence.backup.places import BackupPlaces
    from evidence.library import Library

a_path = click.Path(path_type=Path)


@click.command()
@click.argument("to", metavar="[TO]", required=False, type=a_path)
@click.option(
    "--keep",
    metavar="DAYS",
    type=click.IntRange(min=1),
    help="Keep one backup of each of the newest days only.",
)
@click.option("--daily", is_flag=True, help="From now on also every day on which the app is used.")
@click.option("--no-daily", is_flag=True, help="Make no more backups by itself; nothing is backed up now.")
@click.option("--list", "listing", is_flag=True, help="Only list the backups that there are.")
@library_option
@json_option
def backup(
    to: Path | None,
    keep: int | None,
    daily: bool,
    no_daily: bool,
    listing: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Copy the whole library to a dated folder in TO, or to one zip if TO ends in .zip.

    Without TO the backups go where the daily ones go, or into a folder beside the library. Put them on
    another disk when you can. The names of people (names.json) never leave the library: keep a copy of
    that file where only staff can read it.
    """
    from evidence.backup.places import BackupPlaces

    if daily + no_daily + listing > 1:
        raise click.UsageError("Choose one of --daily, --no-daily and --list.")
    opened = existing_library(library, adult=True)
    places = BackupPlaces(opened)
    if listing:
        _list(places, as_json=as_json)
        return
    if no_daily:
        places.stop_daily()
        _tell("No more backups are made by themselves.", {"daily": None}, as_json=as_json)
        return
    _back_up(opened, places, to, keep, daily=daily, as_json=as_json)


def _back_up(
    opened: "Library",
    places: "BackupPlaces",
    to: Path | None,
    keep: int | None,
    *,
    daily: bool,
    as_json: bool,
) -> None:
    from evidence.backup.backup import back_up
    from evidence.backup.places import DAYS_KEPT
    from evidence.records.store import LibraryUnwritable

    usual = places.daily()
    place = to or (Path(usual.path) if usual else opened.folder.with_name(f"{opened.folder.name} backups"))
    if place.suffix.lower() == ".zip" and (keep is not None or daily):
        raise click.UsageError("--keep and --daily are for a folder of backups, not for a zip.")
    made = back_up(opened, place, keep=keep)
    with suppress(LibraryUnwritable):  # a library that may only be read is backed up all the same
        places.remember(place)
    if daily:
        places.back_up_daily(place, keep=keep or DAYS_KEPT)
    _print(made, as_json=as_json)
    if daily and not as_json:
        click.echo("From now on the app backs up there every day on which it is used.")


def _print(made: "Backup", *, as_json: bool) -> None:
    faults, left_out = made.card.faults, made.left_out
    if as_json:
        told = {"backup": str(made.path), "files": len(made.card.files), "bytes": made.card.size}
        print_json(told | {"new_bytes": made.new_bytes, "faults": list(faults), "left_out": list(left_out)})
        return
    sizes = (
        f"{len(made.card.files)} files, {size_words(made.card.size)}, {size_words(made.new_bytes)} of it new"
    )
    click.echo(f"Backed up to {made.path} ({sizes}). Every file was read back and compared.")
    for path in left_out:
        click.echo(f"Left out, since not every computer can keep it: {one_line(path)}")
    if faults:
        click.echo("The library itself is not whole; older backups were all kept:", err=True)
    for fault in faults:
        click.echo(f"  {one_line(fault)}", err=True)


def _list(places: "BackupPlaces", *, as_json: bool) -> None:
    usual, found = places.daily(), list(places.found())
    if as_json:
        backups = [{"backup": str(path), "made": card.made.isoformat()} for path, card in found]
        print_json({"daily": usual.path if usual else None, "backups": backups})
        return
    print_columns((f"{card.made:%Y-%m-%d %H:%M}", size_words(card.size), str(path)) for path, card in found)
    if not found:
        click.echo("No backup can be found now. Make one: soundingboard backup FOLDER --daily")
    elif usual:
        click.echo(f"Daily, to {usual.path}; the newest of {usual.daily_keep} days stay.")


def _tell(words: str, plain: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(plain)
    else:
        click.echo(words)


@click.command()
@click.argument("from_", metavar="BACKUP", type=a_path)
@click.argument("folder", metavar="FOLDER", type=a_path)
@json_option
def restore(from_: Path, folder: Path, as_json: bool) -> None:
    """Make a library again from BACKUP, a folder or a zip, in a new or empty FOLDER."""
    from evidence.backup.restore import restore as bring_back

    restored = bring_back(from_, folder)
    counts = {"sounds": len(restored.sounds()), "entries": len(restored.entries())}
    if as_json:
        print_json({"library": str(restored.folder), "school": restored.school, **counts})
        return
    click.echo(
        f"Restored {count(counts['sounds'], 'sound')} and {count(counts['entries'], 'entry', 'entries')} "
        f"to {restored.folder}."
    )
    click.echo("Everything in it was checked and is as it was when it was backed up.")
    click.echo("The PIN and the names of people are in no backup: set the PIN again before pupils use it.")
