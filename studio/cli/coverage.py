"""The command `coverage`: which criteria have evidence, and where the gaps are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json
from studio.wording import count as in_words

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.views.coverage import Coverage
    from evidence.views.year_grid import Grid


@click.command()
@click.option("--grid", is_flag=True, help="MT1 by year group, term and level, for this school year.")
@click.option("--marks", "with_marks", is_flag=True, help="Signs in place of numbers; * is a key piece.")
@library_option
@json_option
def coverage(grid: bool, with_marks: bool, library: Path | None, as_json: bool) -> None:
    """Count the evidence of each criterion and level, and the year groups of MT1."""
    from evidence.school_years import school_years
    from evidence.views.also_fits import once
    from evidence.views.coverage import coverage as count
    from rubric.shelf import quality_mark

    opened = open_library(library)
    if grid:
        _grid(opened, as_json)
    elif with_marks:
        _marks(opened, as_json)
    else:
        framework, entries = quality_mark(opened.folder), opened.entries()
        counted = count(entries, framework, year_groups=school_years(opened))
        if as_json:
            print_json(counted.as_json())
        else:
            print_coverage(counted)
            pieces = in_words(once(entries, framework.claims()), "piece")
            click.echo(f"{pieces} of evidence; one that shows several things counts once here.")


def print_coverage(counted: "Coverage") -> None:
    """Print the matrix; a dot stands for none."""
    shape = counted.as_json()
    for heading, rows in (("", shape["criteria"]), ("MT1", shape["mt1_year_groups"])):
        print_columns(
            [(heading.ljust(6), "bronze", "silver", "gold")]
            + [(name, *(str(n or "·").center(6) for n in levels.values())) for name, levels in rows.items()]
        )
        click.echo()
    click.echo("Self-judged: numbers of entries, not a verdict.")


def _grid(opened: "Library", as_json: bool) -> None:
    from evidence.award.plans import Plans
    from evidence.school_years import school_years
    from evidence.views.year_grid import mt1_grid

    plans = Plans(opened)
    found = mt1_grid(opened.entries(), plans.calendar(), school_years(opened), day=plans.today)
    if as_json:
        print_json(found)
        return
    click.echo("MT1 asks for all year groups: bronze uses, silver records, gold changes sounds.")
    _print_grid(found)
    click.echo("\nSelf-judged: numbers of entries, not a verdict.")


def _print_grid(found: "Grid") -> None:
    terms = list(next(iter(found.values())))
    rows = [("", *(term.center(18) for term in terms)), ("", *["bronze silver gold"] * len(terms))]
    for year, by_term in found.items():
        cells = [" ".join(str(n or "·").center(6) for n in by_term[term].values()) for term in terms]
        rows.append((year, *cells))
    print_columns(rows)


def _marks(opened: "Library", as_json: bool) -> None:
    from dataclasses import asdict

    from evidence.safety.releases import Releases
    from evidence.views.marks import LEGEND, marks
    from rubric.framework import LEVELS, Claim
    from rubric.shelf import quality_mark

    framework, entries = quality_mark(opened.folder), opened.entries()
    blocked = {each.entry.id for each in Releases(opened).gate(entries, "hub-bundle").blocked}
    found = marks(entries, framework, today=opened.now().date(), blocked=blocked)
    if as_json:
        print_json({str(claim): asdict(mark) | {"glyph": mark.glyph} for claim, mark in found.items()})
        return
    print_columns(
        [("", *LEVELS, "")]
        + [
            (
                each.code,
                *(found[Claim(each.code, level)].glyph.center(len(level)) for level in LEVELS),
                each.title,
            )
            for each in framework.criteria
        ]
    )
    click.echo("\n" + "   ".join(f"{glyph} {words}" for glyph, words in LEGEND))
