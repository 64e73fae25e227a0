"""The command `plan dates`: the school year in half-terms."""

from datetime import datetime
from pathlib import Path

import click

from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import print_columns, print_json


@click.command(short_help="Half-terms, and your own dates.")
@click.argument("half_term", metavar="[HALF-TERM", required=False)
@click.argument("first", metavar="FIRST", type=DAY, required=False)
@click.argument("last", metavar="LAST]", type=DAY, required=False)
@library_option
@json_option
def dates(
    half_term: str | None,
    first: datetime | None,
    last: datetime | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Show this school year's half-terms, or put in your own dates for one.

    For instance: soundingboard plan dates 2027-spring-1 2027-01-04 2027-02-12
    """
    from evidence.award.plans import Plans

    plans = Plans(open_library(library, adult=half_term is not None))
    calendar, day = plans.calendar(), plans.today
    if half_term is not None:
        if first is None or last is None:
            raise click.UsageError("Give the half-term, its first day and its last day.")
        calendar = plans.set_dates(half_term, first.date(), last.date())
        day = calendar.half_term(half_term).first
    rows = [
        {"half_term": h.code, "title": h.title, "first": f"{h.first}", "last": f"{h.last}"}
        | {"own": h.code in calendar.own}
        for h in calendar.school_year(day)
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        row["own"] = "your dates" if row["own"] else "usual dates"
    print_columns([str(cell) for cell in row.values()] for row in rows)
