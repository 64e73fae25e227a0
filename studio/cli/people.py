"""The `people` commands: codes instead of names."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.names import name, names, pin, way_back
from studio.cli.options import json_option, library_option, open_library
from studio.cli.output import one_line, print_columns, print_json
from studio.cli.withdraw import backups_option, withdraw_asked, yes_option
from studio.wording import count

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.safety.people import Person
    from evidence.safety.retention import Due


@click.group()
def people() -> None:
    """People by codes such as Y4-heron, so that no name is kept with the evidence.

    The program makes the codes up. Which name belongs to which is in one separate file of the library's
    folder, names.json, which never leaves it: no backup, bundle, paper or export has it. Names need a PIN.

    The PIN keeps honest people honest. Whoever can open the library's folder can read its files without
    it, so let only staff open that folder.
    """


for command in (name, names, pin, way_back):
    people.add_command(command)


@people.command(short_help="Make codes for new people.")
@click.argument("group", metavar="YEAR|ROLE")
@click.option("--count", "number", type=int, default=1, show_default=True, help="How many.")
@click.option("--role", help="What they are in the club, such as member.")
@library_option
@json_option
def add(group: str, number: int, role: str | None, library: Path | None, as_json: bool) -> None:
    """Make codes for new people of a year group such as Y4, or for adults such as staff."""
    from evidence.safety.people import People

    made = People(open_library(library, adult=True)).add(group, count=number, role=role)
    if as_json:
        print_json([_shape(person) for person in made])
        return
    click.echo(f"Made {count(len(made), 'code')}. A code is never given twice:")
    for person in made:
        click.echo(f"  {person.code}")


@people.command(name="list", short_help="Everybody's codes.")
@click.option("--left", is_flag=True, help="Those too who have left.")
@library_option
@json_option
def list_(left: bool, library: Path | None, as_json: bool) -> None:
    """List everybody by code, year group and role; never by name."""
    from evidence.safety.people import People

    everybody = [person for person in People(open_library(library)).all() if left or person.is_here]
    if as_json:
        print_json([_shape(person) for person in everybody])
    elif everybody:
        print_columns((p.code, p.year, "left" if p.left else "", ", ".join(p.roles)) for p in everybody)
    else:
        click.echo("Nobody has a code yet. Make some: soundingboard people add Y4 --count 30")


@people.command(short_help="One person, by code.")
@click.argument("code", metavar="CODE")
@library_option
@json_option
def show(code: str, library: Path | None, as_json: bool) -> None:
    """Show what the library knows of somebody: year group, roles, releases, and where they are heard."""
    from evidence.safety.people import People
    from evidence.safety.releases import Releases

    opened = open_library(library, adult=True)
    person = People(opened).one(code)
    heard = [entry.id for entry in opened.entries() if person.code in entry.heard]
    made = [sound.id for sound in opened.sounds() if person.code in sound.makers]
    answers = {channel: rule.answer(person.code) for channel, rule in Releases(opened).rules().items()}
    if as_json:
        print_json(_shape(person) | {"releases": answers, "heard_in": heard, "sounds": made})
        return
    year = person.year or "adult"
    left = f", left {person.left}" if person.left else ""
    click.echo(f"{person.code}  {year}, joined {person.joined}{left}")
    click.echo(f"Roles: {', '.join(person.roles) or 'none'}")
    print_columns((f"  {channel}", answer) for channel, answer in answers.items())
    click.echo(f"Heard in {', '.join(heard) or 'no evidence'}; sounds: {', '.join(made) or 'none'}")


@people.command(short_help="What somebody is in the club.")
@click.argument("code", metavar="CODE")
@click.argument("roles", metavar="[ROLE]...", nargs=-1)
@library_option
@json_option
def role(code: str, roles: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Give somebody these roles and no others; without any, list the roles that there are."""
    from evidence.safety.people import People
    from evidence.safety.roles import club_roles

    if not roles:
        people_ = People(open_library(library))
        click.echo(f"{people_.one(code).code}: {', '.join(people_.one(code).roles) or 'no role'}", err=True)
        shapes = [{"id": each.id, "title": each.title, "does": each.does} for each in club_roles()]
        return print_json(shapes) if as_json else print_columns(tuple(each.values()) for each in shapes)
    changed = People(open_library(library, adult=True)).set_roles(code, roles)
    _tell(changed, as_json, f"{changed.code}: {', '.join(changed.roles)}.")


@people.command(short_help="Somebody has left.")
@click.argument("code", metavar="CODE")
@click.option("--undo", is_flag=True, help="They are here after all.")
@library_option
@json_option
def leave(code: str, undo: bool, library: Path | None, as_json: bool) -> None:
    """Somebody has left; their code stays with what they made and is never given again."""
    from evidence.safety.people import People

    everybody = People(open_library(library, adult=True))
    changed = everybody.come_back(code) if undo else everybody.leave(code)
    _tell(changed, as_json, f"{changed.code} {'is here' if changed.is_here else 'has left'}.")


@people.command(short_help="Put a year group right.")
@click.argument("code", metavar="CODE")
@click.argument("group", metavar="YEAR")
@library_option
@json_option
def year(code: str, group: str, library: Path | None, as_json: bool) -> None:
    """Put right which year group somebody is in; the code stays."""
    from evidence.safety.people import People

    changed = People(open_library(library, adult=True)).put_in(code, group)
    _tell(changed, as_json, f"{changed.code} is in {changed.year}.")


@people.command(name="move-up", short_help="Move everybody up, in September.")
@click.option("--last-year", metavar="YEAR", help="Who was in this year group leaves (usually Y6).")
@library_option
@json_option
def move_up(last_year: str | None, library: Path | None, as_json: bool) -> None:
    """Move everybody up a year group; codes stay. Done twice in one school year, it moves nobody twice."""
    from evidence.safety.people import People

    moved = People(open_library(library, adult=True)).move_up(last_year=last_year)
    if as_json:
        print_json([_shape(person) for person in moved])
        return
    left = sum(not person.is_here for person in moved)
    if moved:
        click.echo(f"Moved {count(len(moved) - left, 'person', 'people')} up; {left} left.")
    else:
        click.echo("Nobody was moved: everybody is where this school year has them.")


@people.command(short_help="Erase all of one person.")
@click.argument("code", metavar="CODE")
@backups_option
@yes_option
@library_option
@json_option
def withdraw(code: str, backups: bool, yes: bool, library: Path | None, as_json: bool) -> None:
    """Erase everything that somebody made or is heard in, and their name, in every copy that was made."""
    opened = open_library(library, adult=True)
    withdraw_asked(opened, yes=yes, backups=backups, as_json=as_json, code=code)


@people.command(short_help="What has been kept long enough.")
@click.option("--erase", "chosen", metavar="ID", multiple=True, help="Erase this one; may be repeated.")
@yes_option
@library_option
@json_option
def review(chosen: tuple[str, ...], yes: bool, library: Path | None, as_json: bool) -> None:
    """List what has been kept long enough, for the end of the year; nothing goes by itself."""
    from evidence.safety.retention import review_list
    from rubric.plain import to_plain

    opened = open_library(library, adult=True)
    due = {each.id: each for each in review_list(opened)}
    if chosen:
        if as_json and len(chosen) > 1:
            raise click.UsageError("With --json, erase one at a time.")
        for each in [_on_the_list(id_, due) for id_ in chosen]:
            _erase(opened, each, yes=yes, as_json=as_json)
    elif as_json:
        print_json([to_plain(each) for each in due.values()])
    else:
        print_columns((each.id, str(each.since), each.title, each.why) for each in due.values())
        asked = "An adult decides about each: soundingboard people review --erase ID"
        click.echo(asked if due else "Nothing is due for review.")


def _on_the_list(id_: str, due: dict[str, "Due"]) -> "Due":
    from evidence.records.read_back import UnknownRecord

    found = next((each for each in due.values() if each.id.lower() == id_.strip().lower()), None)
    if found is None:
        raise UnknownRecord(
            f"“{id_[:40]}” is not on the list for review.", "To erase it all the same, withdraw it."
        )
    return found


def _erase(opened: "Library", due: "Due", *, yes: bool, as_json: bool) -> None:
    if due.kind == "left":
        withdraw_asked(opened, yes=yes, backups=False, as_json=as_json, code=due.id)
    elif due.id.startswith("EV-"):
        withdraw_asked(opened, yes=yes, backups=False, as_json=as_json, entry_id=due.id)
    else:
        withdraw_asked(opened, yes=yes, backups=False, as_json=as_json, sound_id=due.id)


def _tell(person: "Person", as_json: bool, words: str) -> None:
    if as_json:
        print_json(_shape(person))
    else:
        click.echo(one_line(words))


def _shape(person: "Person") -> dict[str, Any]:
    return {
        "code": person.code,
        "year": person.year or None,
        "roles": list(person.roles),
        "joined": person.joined.isoformat(),
        "left": person.left.isoformat() if person.left else None,
        "withdrawn": person.withdrawn,
    }
