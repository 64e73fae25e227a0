"""The command `bundles`: what was sealed, with which receipt, and the slip to print."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import existing_library, json_option, library_option
from studio.cli.output import print_columns, print_json
from studio.wording import count, date_in_words

if TYPE_CHECKING:
    from evidence.bundle.record import BundleRecord


@click.command()
@click.option(
    "--slip", metavar="ID OUT.html", type=(str, click.Path(path_type=Path)), help="Print a receipt."
)
@library_option
@json_option
def bundles(slip: tuple[str, Path] | None, library: Path | None, as_json: bool) -> None:
    """List the bundles that were sealed, with their receipts; or write a receipt's slip, ready to print."""
    from evidence.bundle.record import SealedBundles
    from evidence.bundle.slip import write_slip

    opened = existing_library(library, adult=True)
    if slip:
        record_id, out = slip
        written = write_slip(opened, record_id, out)
        if as_json:
            print_json({"out": str(written)})
        else:
            click.echo(f"Open {written} in any browser and print it.")
        return
    records = SealedBundles(opened).all()
    if as_json:
        print_json([_plain(record) for record in records])
    elif records:
        print_columns(_row(record) for record in records)
    else:
        click.echo("Nothing was sealed yet. Seal the evidence with: soundingboard bundle OUT.zip")


def _plain(record: "BundleRecord") -> dict[str, object]:
    return {
        "id": record.id,
        "name": record.name,
        "path": record.path,
        "sealed": record.sealed.isoformat(),
        "version": record.version,
        "channel": record.channel,
        "entries": list(record.entries),
        "receipt": record.receipt,
        "withdrawn": record.withdrawn,
    }


def _row(record: "BundleRecord") -> tuple[str, ...]:
    return (
        record.id,
        record.name,
        date_in_words(record.sealed.date()),
        count(len(record.entries), "entry", "entries"),
        "withdrawn: destroy every copy" if record.withdrawn else record.channel,
        record.receipt,
    )
