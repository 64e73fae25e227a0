"""The `plan` commands for words: reflections, conversations, trainings and what came of them."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.award_options import role_option
from studio.cli.options import DAY, json_option, library_option, open_library
from studio.cli.output import one_line, print_json

if TYPE_CHECKING:
    from evidence.award.diary import Diary
    from rubric.plan import Conversation, Reflection, Training

date_option = click.option("--date", "day", type=DAY, help="When it was (today if left out).")


@click.command(short_help="Look back at a half-term.")
@click.argument("text")
@click.option("--half-term", metavar="HALF-TERM", help="Such as 2026-autumn-2 (this one if left out).")
@role_option
@library_option
@json_option
def reflect(text: str, half_term: str | None, role: str | None, library: Path | None, as_json: bool) -> None:
    """Look back at a half-term: what went well, what did not, what shall change."""
    made = _diary(library).reflect(text, half_term=half_term, by=role)
    _tell(made, as_json, f"Kept {made.id}, a look back at {made.half_term}.")


@click.command(short_help="Keep a talk with your mentor or hub.")
@click.argument("about")
@click.option(
    "--with",
    "partner",
    type=click.Choice(["mentor", "hub"]),
    default="hub",
    show_default=True,
    help="Whom you talked with.",
)
@click.option("--agreed", default="", help="What was agreed.")
@click.option(
    "--action", "actions", metavar="ID", multiple=True, help="An action it was about; may be repeated."
)
@date_option
@role_option
@library_option
@json_option
def talk(
    about: str,
    partner: str,
    agreed: str,
    actions: tuple[str, ...],
    day: datetime | None,
    role: str | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Keep a conversation with your mentor or hub, and what was agreed."""
    made = _diary(library).talk(
        partner, about, agreed=agreed, actions=actions, day=day.date() if day else None, by=role
    )
    _tell(made, as_json, f"Kept {made.id}, a conversation with the {partner}.")


@click.command(short_help="Keep a training that somebody went to.")
@click.argument("title")
@click.option("--role", default="lead", show_default=True, metavar="ROLE", help="Who went.")
@click.option("--helped", default="", help="Which part was the most use, and why?")
@click.option("--missing", default="", help="What was not there, or went by too fast?")
@click.option("--change", default="", help="What will you do with it, and by when?")
@date_option
@library_option
@json_option
def cpd(
    title: str,
    role: str,
    helped: str,
    missing: str,
    change: str,
    day: datetime | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Keep a training (CPD) that somebody went to, with three answers about it.

    Six weeks later `plan diary` asks what came of it; answer with `plan follow-up`.
    """
    answers = (helped, missing, change)
    made = _diary(library).add_training(title, by=role, answers=answers, day=day.date() if day else None)
    _tell(made, as_json, f"Kept {made.id}: {made.title}. On {made.follow_up}, ask what came of it.")


@click.command(name="follow-up")
@click.argument("id_", metavar="ID")
@click.argument("text")
@role_option
@library_option
@json_option
def follow_up(id_: str, text: str, role: str | None, library: Path | None, as_json: bool) -> None:
    """Say what came of a training, some weeks later."""
    made = _diary(library).follow_up(id_, text, by=role)
    _tell(made, as_json, f"Kept with {made.id}: {made.title}.")


@click.command(short_help="Take something out of the diary.")
@click.argument("id_", metavar="ID")
@click.option("--put-back", is_flag=True, help="Put back what was taken out.")
@library_option
@json_option
def strike(id_: str, put_back: bool, library: Path | None, as_json: bool) -> None:
    """Take a reflection, a conversation or a training out of the diary; it can be put back."""
    made = _diary(library).strike(id_, struck=not put_back)
    _tell(made, as_json, f"{made.id} is {'in the diary again' if put_back else 'out of the diary'}.")


@click.command(short_help="Everything said about the plan.")
@click.option("--due", is_flag=True, help="Only trainings that wait for a follow-up.")
@library_option
@json_option
def diary(due: bool, library: Path | None, as_json: bool) -> None:
    """Everything said about the plan: reflections, conversations and trainings."""
    from rubric.plain import to_plain
    from rubric.year import prompts

    kept = _diary(library)
    trainings = [each for each in kept.trainings() if not due or each.is_due(kept.today)]
    reflections, conversations = ((), ()) if due else (kept.reflections(), kept.conversations())
    if as_json:
        print_json(
            {
                "reflections": [to_plain(each) for each in reflections],
                "conversations": [to_plain(each) for each in conversations],
                "trainings": [to_plain(each) | {"due": each.is_due(kept.today)} for each in trainings],
            }
        )
        return
    blocks = [
        *map(_reflection, reflections),
        *map(_conversation, conversations),
        *(_training(each, kept) for each in trainings),
    ]
    if not blocks:
        click.echo("Nothing waits." if due else f"Nothing yet. {prompts().reflection}")
        click.echo("" if due else 'Keep it with: soundingboard plan reflect "..."')
    for block in blocks:
        click.echo("\n".join(one_line(line) for line in block))


def _reflection(each: "Reflection") -> Iterator[str]:
    yield f"{each.id}  Looking back at {each.half_term}, by: {each.by or 'not said'}"
    yield f"  {each.text}"


def _conversation(each: "Conversation") -> Iterator[str]:
    yield f"{each.id}  {each.held_on}, with the {each.partner}"
    yield f"  {each.about}"
    if each.agreed:
        yield f"  Agreed: {each.agreed}"
    if each.actions:
        yield f"  Actions: {', '.join(each.actions)}"


def _training(each: "Training", kept: "Diary") -> Iterator[str]:
    from rubric.year import prompts

    yield f"{each.id}  {each.attended_on}, {each.title}, attended by: {each.by}"
    for question, answer in zip(prompts().questions, each.answers, strict=False):
        if answer:
            yield f"  {question.text} {answer}"
    if each.came_of_it:
        yield f"  What came of it ({each.followed_up_on}): {each.came_of_it}"
    else:
        yield f"  Ask what came of it {'now' if each.is_due(kept.today) else f'on {each.follow_up}'}."


def _tell(made: Any, as_json: bool, words: str) -> None:
    from rubric.plain import to_plain

    if as_json:
        print_json(to_plain(made))
    else:
        click.echo(words)


def _diary(library: Path | None) -> "Diary":
    from evidence.award.diary import Diary

    return Diary(open_library(library, adult=True))
