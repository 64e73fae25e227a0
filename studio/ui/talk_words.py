"""The conversation about a trouble in words, and its end when somebody fetches an adult."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from math import ceil

from textual.content import Content

from lessons.assembly.fix import OWN, Tried
from lessons.assembly.learning import Learnt
from lessons.assembly.talk import CHECK, DO, ENDED_FIXED, ENDED_STOP, Moment, Talk
from lessons.assembly.trouble import LONGEST_MINUTES
from studio.ui.text import literal
from studio.wording import count

SYMPTOM_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "=")
"""The row of digits, from left to right: one for each trouble."""


def with_an_adult(talk: Talk) -> Talk:
    """The conversation ended here and now, because somebody fetches an adult."""
    moment = talk.next()
    if moment.is_end:
        return talk
    so_far = moment.number if moment.kind == DO else moment.number - 1
    shorter = replace(moment.tree, steps=moment.tree.steps[:so_far])
    ended = replace(talk, trees={**talk.trees, moment.tree.id: shorter})
    return ended.answer("no") if moment.kind == DO else ended


def minutes_between(began: datetime, ended: datetime) -> int:
    """Whole minutes, one for a part of the first."""
    return max(1, min(LONGEST_MINUTES, ceil((ended - began).total_seconds() / 60)))


def where_words(moment: Moment) -> str:
    """How far the conversation is."""
    if moment.kind == CHECK:
        return f"Check {moment.number} of {len(moment.tree.steps)}"
    return {DO: "Do this", ENDED_FIXED: "It works again", ENDED_STOP: "Stop here"}[moment.kind]


def tried_lines(tried: Iterable[Tried], room: int) -> Iterable[Content]:
    """What was checked, the newest that there is room for."""
    numbered = list(enumerate(tried, start=1))
    for number, each in numbered[max(0, len(numbered) - max(1, room)) :]:
        answer = "yes" if each.yes else "no"
        did = f" Then: {each.did}" if each.did else ""
        yield Content.assemble(
            (f"{number:>2}  ", "$quiet"), literal(f"{each.words} "), (answer, "bold"), literal(did, "$quiet")
        )


def learnt_words(learnt: Learnt | None) -> str:
    """How often and how long, this term and last."""
    if learnt is None:
        return "We have not met this one, this term or last."
    return f"This term: {learnt.now.words}. Last term: {learnt.before.words}."


def also_lines(moment: Moment, minutes: int) -> Iterable[Content]:
    """What is said below a question, or at the end."""
    if moment.kind == DO:
        yield literal("Did that fix it?", "bold")
    if moment.is_end:
        kind = "You did well to look. " if moment.kind == ENDED_STOP else ""
        yield literal(f"{kind}It took {count(minutes, 'minute')}. It is written down.")
    elif moment.adult:
        yield literal("! An adult must be there for this.", "bold $warning")
    elif moment.step is not None and moment.step.id.startswith(OWN):
        yield literal("One of our own checks.", "$quiet")
