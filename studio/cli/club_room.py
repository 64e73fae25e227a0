"""The `club` commands of the room: the register, who leads, who sits where, what was said, the end."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.club_prints import write_counts
from studio.cli.club_shapes import club_library, session_id, session_line, session_shape
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from lessons.club.session import Session

_A_FILE = re.compile(r".+\.(pdf|docx|html|txt|xlsx)", re.IGNORECASE)


@click.command(short_help="Mark who is here, or print the register.")
@click.argument("asked", metavar="ID|OUT")
@click.argument("marks", metavar="[CODE=here|late|away]...", nargs=-1)
@library_option
@json_option
def register(asked: str, marks: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Mark who is here in a session: register today Y4-heron=here Y5-otter=away. CODE= alone takes one out.

    Without marks it lists the register. For a file such as register.pdf or .xlsx, it writes the counts of
    this half-term: never a mark beside a child.
    """
    from lessons.club.member import Members
    from lessons.club.sessions import Sessions

    if _A_FILE.fullmatch(asked):
        if marks:
            raise click.UsageError("A file has counts alone: give no marks.")
        write_counts(library, asked, None, overwrite=False, as_json=as_json)
        return
    opened = club_library(library)
    found = Sessions(opened).one(session_id(opened, asked))
    if marks:
        found = Sessions(opened).marks(found.id, _marks(marks))
    codes = dict.fromkeys([*(each.code for each in Members(opened).here(found.date))])
    lines = {code: found.mark_of(code) for code in codes} | {m.code: m.mark for m in found.register}
    if as_json:
        print_json({"id": found.id, "status": found.status, "register": lines})
    else:
        print_columns(lines.items())


@click.command(short_help="Say who leads a part.")
@click.argument("asked", metavar="ID")
@click.argument("part", metavar="PART")
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@library_option
@json_option
def lead(asked: str, part: str, codes: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Say who leads a part: starter, input, modelling, activity, plenary or resources.

    Without a code nobody leads it.
    """
    from lessons.club.sessions import Sessions

    opened = club_library(library)
    changed = Sessions(opened).lead(session_id(opened, asked), part, codes)
    _tell(changed, as_json, f"{part}: {' '.join(codes) or 'nobody'}.")


@click.command(short_help="Give everybody a seat.")
@click.argument("asked", metavar="ID")
@library_option
@json_option
def pair(asked: str, library: Path | None, as_json: bool) -> None:
    """Give everybody who is here a seat: two to a PC, a new member with an Ambassador, new pairs first."""
    from lessons.club.sessions import Sessions

    opened = club_library(library)
    kept = Sessions(opened)
    changed = kept.pair(session_id(opened, asked))
    words = list(kept.room_words(changed.id))
    if opened.adults.is_adult:
        words += kept.kept_together(changed.id)
    if as_json:
        seats = [{"number": seat.number, "codes": list(seat.codes)} for seat in changed.seats]
        print_json({"id": changed.id, "seats": seats, "words": words})
        return
    print_columns((f"PC {seat.number}", " ".join(seat.codes)) for seat in changed.seats)
    for line in words:
        click.echo(line)


@click.command(short_help="Keep what was said.")
@click.argument("asked", metavar="ID")
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--part", default="", help="In which part of the session.")
@click.option("--undo", is_flag=True, help="Take back what was written down last.")
@library_option
@json_option
def say(asked: str, text: str | None, part: str, undo: bool, library: Path | None, as_json: bool) -> None:
    """Keep something that was said in a session, word for word, without a name."""
    from lessons.club.sessions import Sessions

    if undo == (text is not None):
        raise click.UsageError("Give the words, or --undo, not both.")
    opened = club_library(library)
    found = session_id(opened, asked)
    changed = Sessions(opened).unsay(found) if undo else Sessions(opened).say(found, part, text or "")
    _tell(changed, as_json, "Taken back." if undo else "Kept.")


@click.command(short_help="Say which tools were used.")
@click.argument("asked", metavar="ID")
@click.argument("tools", metavar="[TOOL]...", nargs=-1)
@library_option
@json_option
def used(asked: str, tools: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Say which tools were used: record, tidy, change, pads, beat, join or listen."""
    from lessons.club.sessions import Sessions

    opened = club_library(library)
    changed = Sessions(opened).used(session_id(opened, asked), tools)
    _tell(changed, as_json, f"Used: {', '.join(changed.tools) or 'nothing yet'}.")


@click.command(short_help="The session was held.")
@click.argument("asked", metavar="ID")
@click.option("--note", default="", help="What there is to say about it.")
@library_option
@json_option
def hold(asked: str, note: str, library: Path | None, as_json: bool) -> None:
    """End a session: it was held, and becomes something from which evidence is proposed."""
    from lessons.club.sessions import Sessions

    opened = club_library(library)
    changed = Sessions(opened).hold(session_id(opened, asked), note)
    meter = Sessions(opened).meter(changed.date)
    _tell(changed, as_json, f"Held: {meter.held} of {meter.of} this school year. It is {changed.occasion}.")


@click.command(name="not-held", short_help="The session never happened.")
@click.argument("asked", metavar="ID")
@click.argument("why", metavar="WHY")
@library_option
@json_option
def not_held(asked: str, why: str, library: Path | None, as_json: bool) -> None:
    """Say that a session never happened, and why: it counts nowhere."""
    from lessons.club.sessions import Sessions

    opened = open_library(library, adult=True)
    _tell(Sessions(opened).not_held(session_id(opened, asked), why), as_json, "Not held.")


@click.command(short_help="Take the end of a session back.")
@click.argument("asked", metavar="ID")
@library_option
@json_option
def again(asked: str, library: Path | None, as_json: bool) -> None:
    """Take back that a session was held, or was not; its register stays.

    Proposals from it are binned; evidence that an adult accepted stays until an adult changes it.
    """
    from lessons.club.sessions import Sessions

    opened = club_library(library)
    _tell(Sessions(opened).again(session_id(opened, asked)), as_json, "Taken back.")


def _marks(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    if wrong := next((code for code, sign, _ in pairs if not sign), None):
        raise click.UsageError(f"Write a code and its mark, such as {wrong[:20]}=here.")
    return {code: mark for code, _, mark in pairs}


def _tell(session: "Session", as_json: bool, said: str) -> None:
    if as_json:
        print_json(session_shape(session))
    else:
        click.echo(one_line(said))
        print_columns([session_line(session)])


ROOM = (register, lead, pair, say, used, hold, not_held, again)
