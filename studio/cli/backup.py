"""The commands `backup` and `restore`: the whole library, kept twice, and brought back."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_folder, library_option
from studio.cli.output import one_line, print_json
from studio.wording import count

a_path = click.Path(path_type=Path)


@click.command()
@click.argument("to", metavar="[TO]", required=False, type=a_path)
@click.option(
    "--keep",
    metavar="DAYS",
    type=click.IntRange(min=1),
    help="Keep one backup of each of the newest days only.",
)
@library_option
@json_option
def backup(to: Path | None, keep: int | None, library: Path | None, as_json: bool) -> None:
    """Copy the whole library to a dated folder in TO, or to one zip if TO ends in .zip.

    Without TO the backups go into a folder beside the library. Put them on another disk when you can.
    """
    from evidence.backup import back_up
    from evidence.library import Library

    opened = Library.open(library_folder(library))
    place = to or opened.folder.with_name(f"{opened.folder.name} backups")
    if keep is not None and place.suffix.lower() == ".zip":
        raise click.UsageError("--keep is for a folder of backups, not for a zip.")
    made = back_up(opened, place, keep=keep)
    faults, left_out = made.card.faults, made.left_out
    if as_json:
        told = {"backup": str(made.path), "files": len(made.card.files), "bytes": made.card.size}
        print_json(told | {"new_bytes": made.new_bytes, "faults": list(faults), "left_out": list(left_out)})
        return
    size, new = made.card.size / 1e6, made.new_bytes / 1e6
    sizes = f"{len(made.card.files)} files, {size:.1f} MB, {new:.1f} MB of it new"
    click.echo(f"Backed up to {made.path} ({sizes}). Every file was read back and compared.")
    for path in left_out:
        click.echo(f"Left out, since not every computer can keep it: {one_line(path)}")
    if faults:
        click.echo("The library itself is not whole; older backups were all kept:", err=True)
    for fault in faults:
        click.echo(f"  {one_line(fault)}", err=True)


@click.command()
@click.argument("from_", metavar="BACKUP", type=a_path)
@click.argument("folder", metavar="FOLDER", type=a_path)
@json_option
def restore(from_: Path, folder: Path, as_json: bool) -> None:
    """Make a library again from BACKUP, a folder or a zip, in a new or empty FOLDER."""
    from evidence.restore import restore as bring_back

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
