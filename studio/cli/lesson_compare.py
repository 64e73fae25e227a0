"""The `lesson compare` commands: two sounds side by side, and what was noted about them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.comparing import Comparison

_A_PATH = click.Path(path_type=Path)


@click.group(short_help="Two sounds side by side: what was noted.")
def compare() -> None:
    """Compare two sounds of the library with the words of the listening sheet."""


@compare.command(name="list")
@library_option
@json_option
def list_(library: Path | None, as_json: bool) -> None:
    """List the comparisons, the newest first."""
    from lessons.comparing import Comparisons

    found = Comparisons(open_library(library)).all()
    if as_json:
        print_json([_shape(each) for each in found])
    elif found:
        print_columns((each.id, f"{each.made:%Y-%m-%d}", each.title) for each in found)
    else:
        click.echo("None yet. Start one: soundingboard lesson compare start S-0001 S-0002")


@compare.command(short_help="Start comparing two sounds.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@library_option
@json_option
def start(a: str, b: str, library: Path | None, as_json: bool) -> None:
    """Start comparing two sounds of the library, by their ids."""
    from lessons.comparing import Comparisons, Piece

    opened = open_library(library)
    comparisons = Comparisons(opened)
    pieces = (Piece.of(opened.sound(each)) for each in (a, b))
    _tell(comparisons.keep(comparisons.begin(*pieces)), as_json)


@compare.command(short_help="Show what was noted.")
@click.argument("id_", metavar="ID")
@library_option
@json_option
def show(id_: str, library: Path | None, as_json: bool) -> None:
    """Show what was noted about two sounds."""
    from lessons.comparing import Comparisons

    _tell(Comparisons(open_library(library)).one(id_), as_json)


@compare.command(short_help="Choose words for A and B.")
@click.argument("id_", metavar="ID")
@click.argument("dimension", metavar="DIMENSION")
@click.option("--a", "word_a", metavar="WORD", help="For the first.")
@click.option("--b", "word_b", metavar="WORD", help="For the second.")
@library_option
@json_option
def note(
    id_: str, dimension: str, word_a: str | None, word_b: str | None, library: Path | None, as_json: bool
) -> None:
    """Choose words of the sheet, such as: note CP-0001 tempo --a walking --b running."""
    from lessons.comparing import Comparisons

    comparisons = Comparisons(open_library(library))
    changed = comparisons.one(id_)
    for side, word in (("A", word_a), ("B", word_b)):
        changed = changed.with_word(dimension, side, word) if word is not None else changed
    _tell(comparisons.keep(changed), as_json)


@compare.command(short_help="Write down what was said.")
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="WORDS")
@library_option
@json_option
def said(id_: str, words: str, library: Path | None, as_json: bool) -> None:
    """Write down what was said, word for word."""
    from lessons.comparing import Comparisons

    comparisons = Comparisons(open_library(library))
    _tell(comparisons.keep(comparisons.one(id_).with_said(words)), as_json)


@compare.command(short_help="Write down that it took place.")
@click.argument("id_", metavar="ID")
@click.option("--year", "years", metavar="YEAR", multiple=True, help="Who listened; may be repeated.")
@library_option
@json_option
def happened(id_: str, years: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Write down that this listening took place; evidence is proposed from it."""
    from lessons.comparing import Comparisons

    _tell(Comparisons(open_library(library)).happened(id_, year_groups=years), as_json)


@compare.command(name="print", short_help="Write the filled sheet as a file.")
@click.argument("id_", metavar="ID")
@click.argument("out", metavar="OUT.pdf", type=_A_PATH)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@library_option
@json_option
def print_(id_: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write the filled sheet as .pdf, .docx for Word, .html or .txt."""
    from lessons.comparing import Comparisons, print_comparison

    opened = open_library(library, adult=True)
    written = print_comparison(opened, Comparisons(opened).one(id_), out, overwrite=overwrite)
    if as_json:
        print_json({"out": str(written), "bytes": written.stat().st_size})
    else:
        click.echo(f"Wrote {written}.")


def _tell(comparison: "Comparison", as_json: bool) -> None:
    from lessons.comparing import noted

    if as_json:
        print_json(_shape(comparison))
        return
    click.echo(one_line(f"{comparison.id}  A: {comparison.a.title}  B: {comparison.b.title}"))
    for line in noted(comparison):
        click.echo(one_line(f"  {line}"))
    if comparison.occasion:
        click.echo(f"  Written down as {comparison.occasion}.")


def _shape(comparison: "Comparison") -> dict[str, Any]:
    from rubric.plain import to_plain

    return to_plain(comparison)
