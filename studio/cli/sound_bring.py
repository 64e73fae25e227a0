"""The commands `sound bring`, `watch` and `card`: many files at once, folders to look into, found sounds."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence.credit_card import LICENCES
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.cli.shapes import sound_shape
from studio.cli.sound_in import tell_sound
from studio.wording import count

if TYPE_CHECKING:
    from studio.incoming.batch import Brought

_A_PATH = click.Path(path_type=Path)


@click.command(short_help="Bring many files in: files, folders, watched folders.")
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=_A_PATH)
@click.option("--year", help="Year group, such as EYFS or Y4, for all of them.")
@click.option("--by", metavar="CODE", help="Who made them, as a code such as Y4-heron; never a name.")
@click.option("--again", is_flag=True, help="Also those that came in before.")
@library_option
@json_option
def bring(
    paths: tuple[Path, ...],
    year: str | None,
    by: str | None,
    again: bool,
    library: Path | None,
    as_json: bool,
) -> int:
    """Bring sound files in, and all of a folder's; without a path, what is new in the watched folders."""
    from studio.incoming.batch import bring_in, sound_files
    from studio.incoming.watched import WatchedFolders

    opened = open_library(library)
    files = [file for path in paths for file in (sound_files(path) if path.is_dir() else (path,))]
    if not paths:
        files = list(WatchedFolders(opened).new_files())
    brought = bring_in(opened, files, year=year, by=by, again=again)
    if as_json:
        print_json(
            {
                "sounds": [sound_shape(each) for each in brought.sounds],
                "known": [each.name for each in brought.known],
                "failed": [{"file": each.file.name, "why": str(each.error)} for each in brought.failed],
            }
        )
    else:
        _tell(brought)
    return 1 if brought.failed and not brought.sounds and not brought.known else 0


def _tell(brought: "Brought") -> None:
    print_columns((each.id, each.title) for each in brought.sounds)
    if brought.known:
        click.echo(f"{count(len(brought.known), 'file')} came in before; --again brings them once more.")
    for each in brought.failed:
        click.echo(f"{each.file.name}: {each.error}", err=True)
    if not (brought.sounds or brought.known or brought.failed):
        click.echo("There is nothing new.")


@click.command(short_help="Name a folder to look into for new sounds.")
@click.argument("folder", metavar="[FOLDER]", required=False, type=_A_PATH)
@click.option("--forget", is_flag=True, help="Look into it no more.")
@library_option
@json_option
def watch(folder: Path | None, forget: bool, library: Path | None, as_json: bool) -> None:
    """Look into a folder for new sounds from now on, such as a camera's card; or list those folders."""
    from studio.incoming.watched import WatchedFolders

    if forget and folder is None:
        raise click.UsageError("Say which folder to forget.")
    folders = WatchedFolders(open_library(library))
    if folder is not None:
        folders.forget(folder) if forget else folders.watch(folder)
    here = {str(path) for path in folders.here()}
    if as_json:
        print_json([{"id": each.id, "path": each.path, "here": each.path in here} for each in folders.all()])
        return
    rows = [(each.path, "here" if each.path in here else "not plugged in") for each in folders.all()]
    if rows:
        print_columns(rows)
        click.echo(f"{count(len(folders.new_files()), 'new file')}. Bring them in: soundingboard sound bring")
    else:
        click.echo("No folder is watched. Name one: soundingboard sound watch FOLDER")


@click.command(short_help="Fill the credit card of a found sound.")
@click.argument("id_", metavar="ID")
@click.option("--title", default=None, help="What its maker called it.")
@click.option("--author", default=None, help="Who made it.")
@click.option("--licence", type=click.Choice(LICENCES), help="What its maker allows.")
@click.option("--link", default=None, help="Where it was found; kept as text.")
@library_option
@json_option
def card(
    id_: str,
    title: str | None,
    author: str | None,
    licence: str | None,
    link: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write on the credit card of a sound that somebody outside made."""
    from studio.whose import fill_card

    opened = open_library(library)
    filled = fill_card(opened, opened.sound(id_), title=title, author=author, licence=licence, link=link)
    tell_sound(filled, as_json, f"Kept with {filled.id}: {filled.credit}.")
