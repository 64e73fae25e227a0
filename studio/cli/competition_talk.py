"""Judging line by line: one question after the other, for a screen reader, or without the app."""

from typing import TYPE_CHECKING

import click

from studio.cli.competition_judge import play
from studio.cli.competition_steps import step_lines, what_to_hear
from studio.cli.output import one_line
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.judging import Judging
    from lessons.competitions.steps import Step

_KEYS = "P plays it, W you know who made it, T tell an adult, U take back, Q stop"


def talk(library: "Library", judging: "Judging") -> None:
    """Lead a judge through everything that is to be done now; what was said is kept at once."""
    from lessons.competitions.steps import Listen, PlayOff, Star

    click.echo(one_line(f"{judging.competition.title}: {judging.competition.brief.make}"))
    click.echo(_KEYS)
    while True:
        step = judging.next()
        for line in step_lines(step, judging.competition):
            click.echo(one_line(line))
        if not isinstance(step, Listen | PlayOff | Star):
            return
        said = click.prompt(_asks(step), default="", show_default=False).strip()
        if said.upper() == "Q":
            return
        try:
            _act(judging, step, said)
        except StudioError as error:
            click.echo(str(error))


def _asks(step: "Step") -> str:
    from lessons.competitions.steps import Listen, Star

    if isinstance(step, Star):
        return "Animals, with commas between them"
    if isinstance(step, Listen) and step.times and step.asks:
        return step.asks[0].words
    return "Left, right or same" if not what_to_hear(step) else "Enter plays it"


def _act(judging: "Judging", step: "Step", said: str) -> None:
    from lessons.competitions.steps import Listen, PlayOff

    now = what_to_hear(step)
    if said.upper() == "U":
        judging.undo()
    elif said.upper() == "T":
        judging.tell_adult(click.prompt("What should an adult know"), now[0].submission if now else "")
    elif said.upper() == "W" and now:
        judging.knows(now[0].submission)
    elif said.upper() == "P" or (now and not said):
        for entry in now:
            play(judging, entry)
            judging.heard(entry.submission)
    elif isinstance(step, Listen) and step.asks:
        judging.answer(step.entry.submission, step.asks[0].id, int(said) if said.isdecimal() else 0)
    elif isinstance(step, PlayOff):
        judging.prefer(said)
    else:
        names = {each.animal: each.submission for each in judging.entries()}
        animals = [" ".join(each.lower().split()) for each in said.split(",")]
        judging.star(*(names.get(animal, animal) for animal in animals if animal))
