"""What a class reads of a lesson that is shown to it: steps, words to say, the words of the lesson."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.text import literal

if TYPE_CHECKING:
    from lessons.units.unit import Part, Unit


def say_words(part: Part) -> Content:
    """What the teacher reads out."""
    return Content.assemble(("Say  ", "bold $accent"), literal(f"“{part.say}”", "bold"))


def lesson_words(unit: Unit) -> Content:
    """Each word with what it means."""
    longest = max(len(each.word) for each in unit.words)
    return Content("\n").join(
        Content.assemble(literal(f"{each.word:<{longest}}  ", "bold $accent"), literal(each.means, "bold"))
        for each in unit.words
    )


def steps_words(part: Part, width: int, height: int) -> Content:
    """The steps, apart from each other where there is room."""
    steps = [_step(number, step, max(20, width)) for number, step in enumerate(part.do, start=1)]
    lines = sum(len(step.plain.split("\n")) for step in steps)
    return Content("\n\n" if lines + len(steps) <= height else "\n").join(steps)


def _step(number: int, step: str, width: int) -> Content:
    """A step behind its number."""
    number_words = f"{number}  "
    lines = wrap(step, width - len(number_words)) or [""]
    words = Content(f"\n{'':<{len(number_words)}}").join(literal(line, "bold") for line in lines)
    return Content.assemble((number_words, "bold $accent"), words)
