"""The command `bundle`: seal the evidence."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_json
from studio.wording import count, size_words

if TYPE_CHECKING:
    from evidence.bundle.issue import Issued

_MOST_TOLD = 10
"""Entries that were left out and are told one by one."""


@click.command()
@click.argument("out", metavar="OUT.zip", type=click.Path(path_type=Path))
@click.option("--entry", "entries", metavar="ID", multiple=True, help="Only this entry; may be repeated.")
@click.option("--key-only", is_flag=True, help="Only the key pieces.")
@click.option("--preset", metavar="SIZE", help="How it travels: e-mail, share or usb.")
@click.option("--split", is_flag=True, help="Seal in parts, by area, if it would be larger than SIZE.")
@click.option("--channel", metavar="CHANNEL", default="hub-bundle", show_default=True, help="What for.")
@click.option("--overwrite", is_flag=True, help="Replace OUT.zip if it is there.")
@library_option
@json_option
def bundle(
    out: Path,
    entries: tuple[str, ...],
    key_only: bool,
    preset: str | None,
    split: bool,
    channel: str,
    overwrite: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Seal the evidence into one zip that a stranger can open, hear and verify.

    If OUT is a folder, the bundle gets its own name there: the school, the day and the version. Evidence
    that may not leave by the channel stays out, and it is said why.
    """
    from evidence.bundle.issue import issue_bundle
    from evidence.bundle.sizes import preset as parse_preset
    from evidence.safety.channels import channel as parse_channel
    from rubric.shelf import quality_mark

    largest = parse_preset(preset).largest if preset else None
    way = parse_channel(channel)
    opened = open_library(library, adult=True)
    issued = issue_bundle(
        opened,
        out,
        quality_mark(opened.folder),
        entries=[opened.entry(id_) for id_ in entries] if entries else None,
        channel=way.id,
        key_only=key_only,
        largest=largest,
        split=split,
        overwrite=overwrite,
    )
    if as_json:
        print_json(_plain(issued))
    else:
        _tell(issued)


def _plain(issued: "Issued") -> dict[str, object]:
    first = issued.bundles[0]
    return {
        "out": str(issued.parts_list or first.path),
        "bytes": sum(bundle.size for bundle in issued.bundles),
        "entries": sum(len(bundle.entries) for bundle in issued.bundles),
        "receipt": " ".join(issued.receipt_words),
        "version": issued.records[0].version,
        "parts": [
            {
                "id": record.id,
                "name": bundle.name,
                "out": str(bundle.path),
                "bytes": bundle.size,
                "entries": list(bundle.entries),
                "receipt": " ".join(bundle.receipt_words),
            }
            for record, bundle in zip(issued.records, issued.bundles, strict=True)
        ],
        "left_out": [{"id": blocked.entry.id, "why": blocked.reason} for blocked in issued.left_out],
    }


def _tell(issued: "Issued") -> None:
    version = issued.records[0].version
    for bundle in issued.bundles:
        entries = count(len(bundle.entries), "entry", "entries")
        click.echo(f"Sealed {entries} into {bundle.path} ({size_words(bundle.size)}).")
    if issued.parts_list:
        click.echo(f"The list of the parts, to send with them: {issued.parts_list}")
    if issued.left_out:
        click.echo(f"Left out: {count(len(issued.left_out), 'entry', 'entries')} that may not leave.")
        for blocked in issued.left_out[:_MOST_TOLD]:
            click.echo(f"  {blocked.entry.id}  {one_line(blocked.entry.title)}: {blocked.reason}")
        if len(issued.left_out) > _MOST_TOLD:
            click.echo(f"  and {len(issued.left_out) - _MOST_TOLD} more")
    click.echo(
        f"Version {version}. We can tell if anything in it changes after today. Keep these words apart:"
    )
    click.echo(f"  {' '.join(issued.receipt_words)}")
