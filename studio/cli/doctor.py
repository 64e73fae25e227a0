"""The command `doctor`."""

import shutil
import sys
from dataclasses import asdict
from pathlib import Path

import click

from studio.cli.options import json_option, library_folder, library_option
from studio.cli.output import one_line, print_json


@click.command()
@library_option
@json_option
def doctor(library: Path | None, as_json: bool) -> None:
    """Check this computer and library, and say what to do about each fault."""
    from studio.doctor import examine

    size = shutil.get_terminal_size()
    findings = examine(
        library_folder(library), encoding=sys.stdout.encoding or "ascii", terminal=(size.columns, size.lines)
    )
    if as_json:
        print_json([asdict(finding) for finding in findings])
        return
    for finding in findings:
        click.echo(f"{'ok  ' if finding.ok else 'LOOK'}  {finding.check:<11} {one_line(finding.what)}")
        if finding.fix:
            click.echo(f"      {'':<11} → {finding.fix}")
