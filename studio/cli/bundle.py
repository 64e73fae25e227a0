"""The commands `bundle` and `verify`: seal the evidence, and check a seal."""

from pathlib import Path

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_json
from studio.wording import count, size_words

a_path = click.Path(path_type=Path)

INTACT = "This bundle is as it was when it was sealed: nothing in it has been changed, added or taken away."
NOT_SHOWN = (
    "A seal does not show who made a bundle, or that what it says is true: compare the receipt's words."
)


@click.command()
@click.argument("out", metavar="OUT.zip", type=a_path)
@click.option("--entry", "entries", metavar="ID", multiple=True, help="Only this entry; may be repeated.")
@click.option("--overwrite", is_flag=True, help="Replace OUT.zip if it is there.")
@library_option
@json_option
def bundle(out: Path, entries: tuple[str, ...], overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Seal the evidence into one zip that a stranger can open, hear and verify."""
    from evidence.bundle.seal import seal_bundle
    from rubric.shelf import quality_mark

    opened = open_library(library)
    chosen = [opened.entry(id_) for id_ in entries] if entries else None
    sealed = seal_bundle(opened, out, quality_mark(opened.folder), entries=chosen, overwrite=overwrite)
    if as_json:
        print_json(
            {
                "out": str(sealed.path),
                "bytes": sealed.size,
                "entries": len(sealed.entries),
                "receipt": " ".join(sealed.receipt_words),
            }
        )
        return
    entries_words = count(len(sealed.entries), "entry", "entries")
    click.echo(f"Sealed {entries_words} into {sealed.path} ({size_words(sealed.size)}).")
    click.echo("We can tell if anything in it changes after today. Keep these words apart from the file:")
    click.echo(f"  {' '.join(sealed.receipt_words)}")


@click.command()
@click.argument("path", metavar="BUNDLE", type=a_path)
@click.option("--receipt", metavar="WORDS", help="The eight words that came with the bundle.")
@json_option
def verify(path: Path, receipt: str | None, as_json: bool) -> int:
    """Check that a sealed bundle is as it was; exit status 1 when it is not."""
    from evidence.bundle.verify import verify_bundle

    verdict = verify_bundle(path, receipt=receipt)
    if as_json:
        faults = [{"kind": f.kind, "path": f.path, "detail": f.detail} for f in verdict.faults]
        print_json({"valid": verdict.valid, "faults": faults})
    elif verdict.valid:
        click.echo(INTACT)
        click.echo(NOT_SHOWN)
    if verdict.valid:
        return 0
    click.echo("This bundle is not as it was sealed. Ask the school for a fresh copy.", err=True)
    if not as_json:
        for fault in verdict.faults:
            click.echo(f"  {fault.kind}: {fault.path}: {fault.detail}", err=True)
    return 1
