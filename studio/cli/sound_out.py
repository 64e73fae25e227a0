"""The commands `sound give`, `slides`, `showcase`, `audacity` and `credits`: sounds for other programs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_json

if TYPE_CHECKING:
    from evidence.library import Library
    from studio.giving.chosen import Chosen

_A_PATH = click.Path(path_type=Path)
_to_option = click.option(
    "--to",
    metavar="CHANNEL",
    default="class",
    show_default=True,
    help="Where they will be heard: class, display, hub-bundle, newsletter, website, livestream.",
)
_leave_out_option = click.option(
    "--leave-out", is_flag=True, help="Leave out what may not be heard there, instead of refusing it all."
)
_level_option = click.option(
    "--level/--own-level", default=True, help="Make all equally loud, or leave them as they are."
)


def _giving_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every way to give several sounds."""
    for option in (json_option, library_option, _level_option, _leave_out_option, _to_option):
        command = option(command)
    return command


@click.command(short_help="Write sounds into a folder, for other programs.")
@click.argument("out", metavar="FOLDER", type=_A_PATH)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--as", "kind", type=click.Choice(["mp3", "wav"]), default="mp3", show_default=True)
@_giving_options
def give(
    out: Path,
    ids: tuple[str, ...],
    kind: str,
    to: str,
    leave_out: bool,
    level: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write sounds into a new folder, at one loudness and under safe names, with the credits beside them."""
    from studio.giving.folder import give_folder

    opened = open_library(library, adult=True)
    chosen = _chosen(opened, ids, to, leave_out)
    files = give_folder(opened, chosen, out, kind=f".{kind}", level=level)
    _tell(chosen, out, [file.name for file in files], as_json)


@click.command(short_help="Make slides that play: one a sound.")
@click.argument("out", metavar="OUT.pptx", type=_A_PATH)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@_giving_options
def slides(
    out: Path,
    ids: tuple[str, ...],
    overwrite: bool,
    to: str,
    leave_out: bool,
    level: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Make a presentation for PowerPoint: a slide a sound, with its title and credit; a click plays it."""
    from studio.giving.slides import give_slides

    opened = open_library(library, adult=True)
    chosen = _chosen(opened, ids, to, leave_out)
    give_slides(opened, chosen, out, level=level, overwrite=overwrite)
    _tell(chosen, out, [out.name], as_json)


@click.command(short_help="Make a page that plays, or a programme sheet.")
@click.argument("out", metavar="OUT.html|OUT.pdf", type=_A_PATH)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--title", default="Our showcase", show_default=True, help="What stands above.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@_giving_options
def showcase(
    out: Path,
    ids: tuple[str, ...],
    title: str,
    overwrite: bool,
    to: str,
    leave_out: bool,
    level: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Make one page that plays every piece in any browser, or the programme (.pdf, .docx, .txt)."""
    from studio.giving.showcase import give_programme, give_showcase

    opened = open_library(library, adult=True)
    chosen = _chosen(opened, ids, to, leave_out)
    if out.suffix.lower() == ".html":
        give_showcase(opened, chosen, out, title=title, level=level, overwrite=overwrite)
    else:
        give_programme(opened, chosen, out, title=title, overwrite=overwrite)
    _tell(chosen, out, [out.name], as_json)


@click.command(short_help="Open a copy of a sound in Audacity.")
@click.argument("id_", metavar="ID")
@library_option
@json_option
def audacity(id_: str, library: Path | None, as_json: bool) -> None:
    """Open a copy of a sound, as it is now, in Audacity; bring the file in again when it is changed."""
    from studio.giving.audacity import open_in_audacity

    opened = open_library(library, adult=True)
    out = open_in_audacity(opened, opened.sound(id_))
    if as_json:
        print_json({"id": id_, "out": str(out)})
    else:
        click.echo(f"Opened {out.name} in Audacity. Save it there, then: soundingboard sound bring {out}")


@click.command(short_help="Whom to thank for found sounds.")
@click.argument("ids", metavar="[ID...]", nargs=-1)
@library_option
@json_option
def credits_(ids: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """List whom to thank for sounds that the school did not make: of some sounds, or of all."""
    from evidence.bundle.credits import credits_of

    opened = open_library(library)
    sounds = [opened.sound(each) for each in ids] or [each for each in opened.sounds() if not each.binned]
    found = credits_of(sounds)
    lines = {each.id: found[each.id].words(each.title) for each in sounds if each.id in found}
    if as_json:
        print_json([{"id": id_, "credit": line} for id_, line in lines.items()])
    elif lines:
        for line in dict.fromkeys(lines.values()):
            click.echo(line)
    else:
        click.echo("There is nobody to thank: no sound was found elsewhere.")


def _chosen(opened: "Library", ids: tuple[str, ...], to: str, leave_out: bool) -> "Chosen":
    from studio.giving.chosen import choose

    return choose(opened, [opened.sound(each) for each in ids], to=to, leave_out=leave_out)


def _tell(chosen: "Chosen", out: Path, names: list[str], as_json: bool) -> None:
    held = [{"id": each.sound.id, "reason": each.reason} for each in chosen.held]
    shape: dict[str, Any] = {"out": str(out), "files": names, "held": held, "remarks": list(chosen.remarks)}
    if as_json:
        print_json(shape)
        return
    click.echo(f"Made {out}: {', '.join(names)}.")
    for each in chosen.held:
        click.echo(f"Left out “{each.sound.title}”: {each.reason}")
    for remark in chosen.remarks:
        click.echo(remark)
