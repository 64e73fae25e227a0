"""The commands `today` and `report`: what needs an adult now, the calendar, and reports."""

from datetime import datetime
from pathlib import Path

import click

from studio.cli.award_options import chosen_framework, framework_option
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import date_in_words, weekday

_DAYS_SHOWN = 28


@click.command(short_help="What needs an adult now.")
@framework_option
@library_option
@json_option
def today(framework_id: str, library: Path | None, as_json: bool) -> None:
    """Say what waits for an adult today, and what comes next: club, competition, assembly, evidence, gaps."""
    from lessons.desk.today import today as on_the_desk
    from rubric.plain import to_plain

    opened = open_library(library, adult=True)
    found = on_the_desk(opened, chosen_framework(framework_id, library))
    if as_json:
        print_json([to_plain(matter) for matter in found])
        return
    click.echo(date_in_words(opened.now().date()))
    print_columns(("now " if each.now else "", each.place, each.words) for each in found)


@click.command(name="calendar", short_help="What is when: club, competitions, assemblies.")
@click.option("--from", "first", type=DAY, help="The first day; today if left out.")
@click.option("--to", "last", type=DAY, help="The last day; four weeks later if left out.")
@library_option
@json_option
def calendar(first: datetime | None, last: datetime | None, library: Path | None, as_json: bool) -> None:
    """List what is when: half-terms, club sessions, assemblies, competitions, and what else happened."""
    from datetime import timedelta

    from lessons.desk.almanac import almanac
    from rubric.plain import to_plain

    opened = open_library(library, adult=True)
    begin = first.date() if first else opened.now().date()
    end = last.date() if last else begin + timedelta(days=_DAYS_SHOWN)
    if end < begin:
        raise click.UsageError("The last day is before the first.")
    found = almanac(opened, begin, end)
    if as_json:
        print_json([to_plain(each) for each in found])
    elif found:
        print_columns(
            (f"{weekday(each.day)[:3]} {each.day}", each.at, each.words, each.about) for each in found
        )
    else:
        click.echo("Nothing in these days.")


@click.command(short_help="Reports: register, competitions, rota, coverage.")
@click.argument("kind", required=False)
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@framework_option
@library_option
@json_option
def report(
    kind: str | None,
    out: Path | None,
    overwrite: bool,
    framework_id: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write a report as a .pdf, .docx, .html, .txt or .xlsx file; without any, list the reports."""
    from lessons.desk.report import REPORTS, write_report
    from rubric.plain import to_plain

    if kind is None:
        shapes = [to_plain(each) for each in REPORTS]
        return print_json(shapes) if as_json else print_columns(tuple(each.values()) for each in shapes)
    if out is None:
        raise click.UsageError("Say where to: soundingboard report coverage coverage.pdf")
    opened = open_library(library, adult=True)
    made = write_report(opened, kind, out, chosen_framework(framework_id, library), overwrite=overwrite)
    if as_json:
        print_json({"path": str(made)})
    else:
        click.echo(one_line(f"Written: {made}"))
