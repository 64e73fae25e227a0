"""The command `competition judge`: one judge's part, line by line, or act by act for scripts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.competition_shapes import competition_library, id_argument, meant
from studio.cli.competition_steps import step_lines, step_shape, what_to_hear
from studio.cli.options import json_option, library_option, somebody_types
from studio.cli.output import one_line, print_json

if TYPE_CHECKING:
    from lessons.competitions.judging import Judging
    from lessons.competitions.steps import Step
    from lessons.competitions.submission import Blind


@click.command(short_help="Hear, answer, star and compare.")
@id_argument
@click.argument("code", metavar="CODE")
@click.option("--undo", is_flag=True, help="Take the last answer back.")
@click.option("--hear", is_flag=True, help="Play what is to be heard now.")
@click.option("--heard", is_flag=True, help="It was played somewhere else.")
@click.option(
    "--answer", "answers", metavar="QUESTION=N", multiple=True, help="Such as fits=3; may be repeated."
)
@click.option("--note", metavar="TEXT", help="What you liked in it.")
@click.option("--knows", is_flag=True, help="You know who made it: set this one aside.")
@click.option("--star", "stars", metavar="ENTRY", multiple=True, help="Give a star; up to three, or none.")
@click.option("--better", metavar="SIDE", help="Of a pair: left, right or same.")
@click.option("--liked", default="", metavar="TEXT", help="What was better in it.")
@click.option("--tell", metavar="TEXT", help="Something that an adult should know.")
@library_option
@json_option
def judge(id_: str, code: str, library: Path | None, as_json: bool, **acts: object) -> None:
    """Judge blind, as CODE. Without options it leads through everything, one line after the other.

    With options it does those, and says what comes next.
    """
    from lessons.competitions.judging import Judging

    opened = competition_library(library)
    judging = Judging(opened, meant(opened, id_), code)
    if not any(acts.values()) and not as_json and somebody_types():
        from studio.cli.competition_talk import talk

        talk(opened, judging)
        return
    step = _do(judging, **acts)  # type: ignore[arg-type]
    if as_json:
        print_json(step_shape(step, judging.competition))
        return
    if acts["tell"]:
        click.echo("Thank you for telling. An adult reads it; if it cannot wait, fetch one now.")
    for line in step_lines(step, judging.competition):
        click.echo(one_line(line))


def _do(
    judging: "Judging",
    *,
    undo: bool,
    hear: bool,
    heard: bool,
    answers: tuple[str, ...],
    note: str | None,
    knows: bool,
    stars: tuple[str, ...],
    better: str | None,
    liked: str,
    tell: str | None,
) -> "Step":
    """Everything that was asked for, in the order in which a judge would do it."""
    entry = _now(judging)
    if tell:
        judging.tell_adult(tell, entry.submission if entry else "")
    if undo:
        judging.undo()
    if hear or heard:
        _hear(judging, aloud=hear)
    for answer in answers:
        question, _, number = answer.partition("=")
        if not number.strip().isdecimal():
            raise click.UsageError(f"“{answer[:40]}” is no answer: write it like fits=3.")
        judging.answer(_id(entry), question.strip(), int(number))
    if note is not None:
        judging.note(_id(entry), note)
    if knows:
        judging.knows(_id(entry))
    if stars:
        judging.star(*(_called(judging, each) for each in stars if each.lower() != "none"))
    if better:
        judging.prefer(better, liked=liked)
    return judging.next()


def _now(judging: "Judging") -> "Blind | None":
    """The entry that the judge is at."""
    hearing = what_to_hear(judging.next())
    return hearing[0] if hearing else None


def _id(entry: "Blind | None") -> str:
    return entry.submission if entry else ""


def _called(judging: "Judging", animal: str) -> str:
    known = {each.animal: each.submission for each in judging.entries()}
    return known.get(" ".join(animal.lower().split()), animal)


def _hear(judging: "Judging", *, aloud: bool) -> None:
    """Hear what is to be heard now: one entry, or those of the pair that were not heard yet."""
    for entry in what_to_hear(judging.next()):
        if aloud:
            play(judging, entry)
        judging.heard(entry.submission)


def play(judging: "Judging", entry: "Blind") -> None:
    """Play an entry as judges hear it, to its end."""
    from studio.cli.live import play_to_the_end

    with judging.sound(entry.submission) as source:
        play_to_the_end(source)
