"""The `club` commands about those who lead: nominating, naming, profiles, skills, teaching, the journey."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.club_shapes import club_library
from studio.cli.evidence_options import date_option
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json

if TYPE_CHECKING:
    from datetime import datetime


@click.command(short_help="Adults: who could lead.")
@click.argument("code", metavar="CODE")
@click.argument("why", metavar="WHY")
@click.option("--role", default="staff", show_default=True, help="Who thinks so, as a role.")
@library_option
@json_option
def nominate(code: str, why: str, role: str, library: Path | None, as_json: bool) -> None:
    """Nominate a pupil as an Ambassador, with a reason."""
    from lessons.club.nomination import Nominations
    from rubric.plain import to_plain

    made = Nominations(open_library(library, adult=True)).nominate(code, why, by=role)
    if as_json:
        print_json(to_plain(made))
    else:
        click.echo(f"Nominated {made.code} ({made.id}).")


@click.command(short_help="Pupils: ask to lead.")
@click.argument("code", metavar="CODE")
@click.argument("why", metavar="WHY")
@library_option
@json_option
def apply(code: str, why: str, library: Path | None, as_json: bool) -> None:
    """Ask to be an Ambassador, in your own words."""
    from lessons.club.nomination import Nominations
    from rubric.plain import to_plain

    made = Nominations(club_library(library)).apply(code, why)
    if as_json:
        print_json(to_plain(made))
    else:
        click.echo(f"{made.code} asks to lead ({made.id}). An adult reads it.")


@click.command(short_help="Adults: who is nominated, and the fair chance.")
@click.option("--strike", metavar="ID", help="Take a nomination out.")
@library_option
@json_option
def nominated(strike: str | None, library: Path | None, as_json: bool) -> None:
    """List the nominations, and by year group whether everybody has had a chance."""
    from dataclasses import asdict

    from lessons.club.nomination import Nominations
    from rubric.plain import to_plain

    kept = Nominations(open_library(library, adult=True))
    if strike:
        kept.strike(strike)
    found, chances = kept.all(), kept.fair_chance()
    if as_json:
        shapes = [asdict(each) | {"words": each.words} for each in chances]
        print_json({"nominations": [to_plain(each) for each in found], "fair_chance": shapes})
        return
    print_columns((n.id, n.code, n.status, n.by or "own words", n.why) for n in found)
    head = ("", "members", "nominated", "now", "chosen before", "never before")
    rows = [(c.year, c.members, c.nominated, c.ambassadors, c.before, c.never) for c in chances]
    print_columns([head, *(tuple(map(str, row)) for row in rows)])
    for each in chances:
        if each.words:
            click.echo(each.words)


@click.command(short_help="Adults: name Ambassadors.")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@date_option
@click.option("--note", default="", help="How they were chosen.")
@library_option
@json_option
def name(
    codes: tuple[str, ...], day: "datetime | None", note: str, library: Path | None, as_json: bool
) -> None:
    """Name these pupils as Ambassadors; evidence is proposed from it."""
    from lessons.club.ambassadors import name_ambassadors
    from rubric.plain import to_plain

    opened = open_library(library, adult=True)
    made = name_ambassadors(opened, codes, day=day.date() if day else None, note=note)
    if as_json:
        print_json(to_plain(made))
    else:
        click.echo(one_line(f"{made.title}: {' '.join(made.people)} ({made.id})."))


@click.command(short_help="Adults: take a naming back.")
@click.argument("occasion_id", metavar="ID")
@library_option
@json_option
def unname(occasion_id: str, library: Path | None, as_json: bool) -> None:
    """They were not named after all: ID is what `club name` gave."""
    from lessons.club.ambassadors import ambassadors, take_names_back

    opened = open_library(library, adult=True)
    take_names_back(opened, occasion_id)
    left = [person.code for person in ambassadors(opened)]
    if as_json:
        print_json({"ambassadors": left})
    else:
        click.echo(f"Taken back. Ambassadors now: {' '.join(left) or 'nobody'}.")


@click.command(short_help="What an Ambassador says of themselves.")
@click.argument("code", metavar="CODE")
@click.option("--genres", help="Music they like.")
@click.option("--artists", help="Artists they like.")
@click.option("--instrument", help="Their favourite instrument.")
@click.option("--software", help="Their favourite software.")
@click.option("--tip", help="Their tip for beginners.")
@click.option("--sound", metavar="ID", help="A favourite sound of theirs.")
@click.option("--show/--hide", "shown", default=None, help="Adults: let it be shown, or not.")
@library_option
@json_option
def profile(code: str, shown: bool | None, library: Path | None, as_json: bool, **fields: str | None) -> None:
    """Show or write a profile for the display; no photo and no surname. An adult lets it be shown."""
    from lessons.club.profile import FIELDS, Profiles
    from rubric.plain import to_plain

    opened = open_library(library, adult=True) if shown is not None else club_library(library)
    kept, given = Profiles(opened), {name: text for name, text in fields.items() if text is not None}
    if given:
        kept.write(code, **given)
    if shown is not None:
        kept.publish(code, shown=shown)
    found = kept.of(code)
    if as_json:
        print_json(to_plain(found) if found else None)
    elif found is None:
        click.echo(f"{code} has no profile yet. Write one with --instrument and the other options.")
    else:
        print_columns((words, getattr(found, field)) for field, words in FIELDS.items())
        click.echo("It may be shown." if found.shown else "An adult has not let it be shown yet.")


@click.command(short_help="What somebody can do.")
@click.argument("code", metavar="CODE")
@click.argument("skill_id", metavar="[SKILL]", required=False)
@click.option("--undo", is_flag=True, help="Adults: take the tick back.")
@click.option("--role", default="staff", show_default=True, help="Who saw it, as a role.")
@library_option
@json_option
def skill(
    code: str, skill_id: str | None, undo: bool, role: str, library: Path | None, as_json: bool
) -> None:
    """List the skills of somebody, or tick one that they have shown (adults)."""
    from lessons.club.skills import Skills, skills

    opened = open_library(library, adult=True) if skill_id else club_library(library)
    kept = Skills(opened)
    if skill_id and undo:
        kept.untick(code, skill_id)
    elif skill_id:
        kept.tick(code, skill_id, by=role)
    has = kept.of(code)
    if as_json:
        print_json({each.id: f"{has[each.id].when}" if each.id in has else None for each in skills()})
        return
    print_columns(
        (f"{has[s.id].when}" if s.id in has else "not yet", s.title, f"I can {s.can}.") for s in skills()
    )


@click.command(short_help="Pupils taught others.")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@click.option("--tool", required=True, help="What they showed.")
@click.option("--year", "years", multiple=True, required=True, help="Whom they taught; may be repeated.")
@click.option("--minutes", type=int, required=True, help="For how long.")
@date_option
@click.option("--note", default="", help="What those can do now.")
@library_option
@json_option
def taught(
    codes: tuple[str, ...],
    tool: str,
    years: tuple[str, ...],
    minutes: int,
    day: "datetime | None",
    note: str,
    library: Path | None,
    as_json: bool,
) -> None:
    """Write down that pupils taught younger ones; evidence is proposed from it."""
    from lessons.club.teaching import Teachings
    from rubric.plain import to_plain

    kept = Teachings(club_library(library))
    made = kept.add(codes, tool, years, minutes, day=day.date() if day else None, note=note)
    if as_json:
        print_json(to_plain(made))
    else:
        click.echo(one_line(f"Kept {made.id}: {' '.join(made.codes)} taught {' '.join(made.year_groups)}."))


@click.command(short_help="The log of peer teaching.")
@click.option("--take-back", metavar="ID", help="It was never so.")
@library_option
@json_option
def teaching(take_back: str | None, library: Path | None, as_json: bool) -> None:
    """List who taught what to whom, and for how long."""
    from lessons.club.teaching import Teachings
    from rubric.plain import to_plain

    kept = Teachings(club_library(library))
    if take_back:
        kept.take_back(take_back)
    if as_json:
        print_json([to_plain(each) for each in kept.all()])
        return
    print_columns(
        (t.id, f"{t.date}", " ".join(t.codes), " ".join(t.year_groups), f"{t.minutes} min", t.tool)
        for t in kept.all()
    )


@click.command(short_help="How far somebody has come.")
@click.argument("code", metavar="CODE")
@library_option
@json_option
def journey(code: str, library: Path | None, as_json: bool) -> None:
    """Show a pupil's way through the club: member, helper, Ambassador, competition leader."""
    from dataclasses import asdict

    from lessons.club.journey import journey as journey_of

    steps = journey_of(club_library(library), code)
    if as_json:
        print_json([asdict(step) for step in steps])
        return
    since = {step.role: f"since {step.since}" if step.since else "yes" for step in steps if step.reached}
    print_columns((since.get(step.role, "not yet"), step.title, step.does) for step in steps)


LEADERS = (nominate, apply, nominated, name, unname, profile, skill, taught, teaching, journey)
