"""The `club` commands that print: counts of the register, badges, certificates, the display."""

from pathlib import Path

import click

from studio.cli.club_shapes import club_library, session_id
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import print_columns, print_json

_A_PATH = click.Path(path_type=Path)

out_argument = click.argument("out", type=_A_PATH)
codes_argument = click.argument("codes", metavar="[CODE]...", nargs=-1)
names_option = click.option(
    "--names", is_flag=True, help="First names instead of codes, where there are some."
)
overwrite_option = click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")


@click.command(short_help="How many came.")
@click.argument("out", metavar="[OUT]", required=False)
@click.option("--half-term", metavar="CODE", help="Not the newest: this one, such as 2027-spring-1.")
@overwrite_option
@library_option
@json_option
def report(
    out: str | None, half_term: str | None, overwrite: bool, library: Path | None, as_json: bool
) -> None:
    """Counts of a half-term: how many came by year group, joiners and leavers.

    OUT ends in .pdf, .docx, .xlsx, .html or .txt; fewer than five children are never a number in it.
    """
    if out is not None:
        write_counts(library, out, half_term, overwrite=overwrite, as_json=as_json)
        return
    from lessons.club.attendance import Attendance

    asked, counts = Attendance(open_library(library, adult=True)).half_term(half_term)
    if as_json:
        held = [
            {
                "id": each.session.id,
                "came": each.number,
                "members": each.members,
                "by_year": dict(each.by_year),
            }
            for each in counts.held
        ]
        shape = {name: getattr(counts, name) for name in ("joined", "left", "percent", "retention")}
        print_json({"half_term": asked.code, "held": held, "not_held": len(counts.not_held), **shape})
        return
    print_columns(
        (f"{c.session.date}", c.session.title, f"{c.number} came", " ".join(f"{y} {n}" for y, n in c.by_year))
        for c in counts.held
    )
    share = "no session held" if counts.percent is None else f"attendance {counts.percent} %"
    click.echo(f"{asked.title}: {share}; joined {counts.joined}, left {counts.left}.")


@click.command(short_help="Badges for the Ambassadors.")
@out_argument
@codes_argument
@names_option
@overwrite_option
@library_option
@json_option
def badge(
    out: Path, codes: tuple[str, ...], names: bool, overwrite: bool, library: Path | None, as_json: bool
) -> None:
    """Write badges as a PDF, eight to a sheet: for these, or for every Ambassador."""
    from lessons.club.leaders_print import print_badges

    opened = open_library(library, adult=True)
    _made(print_badges(opened, out, codes, names=names, overwrite=overwrite), as_json)


@click.command(short_help="Certificates for the Ambassadors.")
@out_argument
@codes_argument
@click.option("--reason", default="", help="What for, in a sentence.")
@names_option
@overwrite_option
@library_option
@json_option
def certificate(
    out: Path,
    codes: tuple[str, ...],
    reason: str,
    names: bool,
    overwrite: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write certificates as a PDF, a page each: for these, or for every Ambassador."""
    from lessons.club.leaders_print import print_certificates

    opened = open_library(library, adult=True)
    made = print_certificates(opened, out, codes, reason=reason, names=names, overwrite=overwrite)
    _made(made, as_json)


@click.command(short_help="“Meet the leaders” for the wall.")
@out_argument
@overwrite_option
@library_option
@json_option
def display(out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write the profiles that an adult lets be shown as a PDF, a page each."""
    from lessons.club.leaders_print import print_display

    _made(print_display(open_library(library, adult=True), out, overwrite=overwrite), as_json)


@click.command(name="print", short_help="A session's plan on paper.")
@click.argument("asked", metavar="ID")
@out_argument
@overwrite_option
@library_option
@json_option
def print_(asked: str, out: Path, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """Write the six-part plan of a session, with who leads what: .pdf, .docx, .html or .txt."""
    from evidence.papers.document import write_document
    from lessons.club.sheets import session_sheet

    opened = open_library(library, adult=True)
    paper = session_sheet(opened, session_id(opened, asked))
    _made(write_document(opened, paper, out, overwrite=overwrite), as_json)


@click.command(short_help="The card of an Ambassador.")
@click.argument("out", metavar="[OUT]", required=False, type=_A_PATH)
@overwrite_option
@library_option
@json_option
def card(out: Path | None, overwrite: bool, library: Path | None, as_json: bool) -> None:
    """What Ambassadors do and ask, and when they fetch an adult; with OUT, as a file to print."""
    from dataclasses import asdict

    from lessons.club.role_card import role_card

    if out is not None:
        from evidence.papers.document import write_document
        from lessons.club.sheets import role_card_sheet

        opened = open_library(library, adult=True)
        _made(write_document(opened, role_card_sheet(opened), out, overwrite=overwrite), as_json)
    elif as_json:
        print_json(asdict(role_card()))
    else:
        found = role_card()
        click.echo("\n".join([*found.promise, "", *found.jobs, "", *found.questions]))
        click.echo(f"\nFetch an adult when something {'; '.join(found.fetch)}.")


@click.command(short_help="What the club needs.")
@library_option
@json_option
def kit(library: Path | None, as_json: bool) -> None:
    """List what the club needs in the room, with headphone splitters for every PC."""
    from lessons.club.club import Clubs
    from lessons.club.member import Members
    from lessons.club.role_card import kit as kit_of

    opened = club_library(library)
    club, children = Clubs(opened).need(), len(Members(opened).here())
    things = [(each.number(pcs=club.seats, children=children), each) for each in kit_of()]
    if as_json:
        print_json([{"number": number, "name": each.name, "note": each.note} for number, each in things])
    else:
        print_columns((f"{n}", each.name if n == 1 else each.many, each.note) for n, each in things)


def write_counts(
    library: Path | None, out: str, half_term: str | None, *, overwrite: bool, as_json: bool
) -> None:
    """Write the counts of a half-term's register into a file."""
    from lessons.club.register_report import write_register

    _made(write_register(open_library(library, adult=True), out, half_term, overwrite=overwrite), as_json)


def _made(out: Path, as_json: bool) -> None:
    if as_json:
        print_json({"out": str(out)})
    else:
        click.echo(f"Made {out}.")


PRINTS = (report, print_, badge, certificate, display, card, kit)
