"""The `release` commands: who may be heard where."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from studio.cli.award_options import role_option
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.wording import count


@click.group()
def release() -> None:
    """Who may be heard where: set, list, check, channels.

    A channel is a way out: the class, a display, the bundle for the hub, the newsletter, the website, a
    livestream. One “no” of anybody heard in it keeps a piece of evidence from that channel.
    """


@release.command(name="set", short_help="Write a decision down.")
@click.argument("subject", metavar="CODE|ENTRY")
@click.argument("channel", metavar="CHANNEL")
@click.argument("answer", metavar="yes|no|ask")
@click.option("--basis", metavar="BASIS", help="What it rests on (see release channels).")
@click.option(
    "--until",
    type=DAY,
    help="The last day of a yes (the end of the school year if left out).",
)
@click.option("--note", default="", help="Where the letter is, for instance; never a name.")
@role_option
@library_option
@json_option
def set_(
    subject: str,
    channel: str,
    answer: str,
    basis: str | None,
    until: datetime | None,
    note: str,
    role: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write down whether somebody, or one entry, may be heard by a channel."""
    from evidence.safety.releases import Releases
    from rubric.plain import to_plain

    made = Releases(open_library(library, adult=True)).set(
        subject, channel, answer, basis=basis, until=until.date() if until else None, note=note, who=role
    )
    if as_json:
        print_json(to_plain(made))
        return
    ends = f", until {made.until}" if made.until else ""
    click.echo(f"{made.subject}, {made.channel}: {made.answer}{ends}.")


@release.command(name="list", short_help="What was decided.")
@click.argument("subject", metavar="[CODE|ENTRY]", required=False)
@library_option
@json_option
def list_(subject: str | None, library: Path | None, as_json: bool) -> None:
    """List what was decided, the newest decision of each: of everybody, or of one code or entry."""
    from evidence.safety.releases import Releases
    from rubric.plain import to_plain

    opened = open_library(library, adult=True)
    releases, today = Releases(opened), opened.now().date()
    standing = releases.of(subject).values() if subject else releases.standing().values()
    if as_json:
        print_json([to_plain(each) | {"stands": each.stands(today)} for each in standing])
        return
    print_columns(
        (each.subject, each.channel, each.stands(today), str(each.until or ""), each.basis, each.note)
        for each in standing
    )
    if not standing:
        click.echo("Nothing was decided yet: each channel stands as release channels says.")


@release.command(short_help="What may go out, and what not.")
@click.argument("channel", metavar="[CHANNEL]", required=False)
@click.option("--entry", "entries", metavar="ID", multiple=True, help="Only this entry; may be repeated.")
@library_option
@json_option
def check(channel: str | None, entries: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Check which accepted evidence may go out by a channel, or by each, and why the rest may not."""
    from evidence.safety.channels import channel as parse_channel
    from evidence.safety.channels import channels
    from evidence.safety.releases import Releases

    opened = open_library(library, adult=True)
    chosen = [opened.entry(each) for each in entries] or [
        entry for entry in opened.entries() if entry.status == "accepted"
    ]
    ways = [parse_channel(channel)] if channel else channels()
    gates = {way: Releases(opened).gate(chosen, way.id) for way in ways}
    if as_json:
        print_json({way.id: _gate_shape(gate) for way, gate in gates.items()})
        return
    for way, gate in gates.items():
        pieces = f"{len(gate.allowed)} of {count(len(chosen), 'piece')} may go"
        click.echo(f"{way.id} ({way.title}): {pieces}.")
        for blocked in gate.blocked:
            click.echo(one_line(f"  {blocked.entry.id}  {blocked.entry.title}: {blocked.reason}"))


@release.command(name="channels", short_help="The ways out.")
@json_option
def channels_(as_json: bool) -> None:
    """The channels there are, what holds where nobody decided, and what a decision can rest on."""
    from dataclasses import asdict

    from evidence.safety.channels import bases, channels

    if as_json:
        rests = [asdict(each) for each in bases()]
        print_json({"channels": [asdict(each) for each in channels()], "bases": rests})
        return
    words = {"yes": "open unless somebody said no", "ask": "shut until everybody heard said yes"}
    print_columns((way.id, way.title, words[way.default], way.basis) for way in channels())
    click.echo("\nWhat a decision can rest on (ask your data protection officer):")
    print_columns((f"  {each.id}", each.title) for each in bases())


def _gate_shape(gate: Any) -> dict[str, Any]:
    blocked = [{"entry": each.entry.id, "reason": each.reason} for each in gate.blocked]
    return {"allowed": [entry.id for entry in gate.allowed], "blocked": blocked}
