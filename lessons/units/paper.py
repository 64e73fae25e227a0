"""A unit of work as a paper: one side with all there is to know, the other with the lesson itself."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from evidence.library import Library
from evidence.papers.paper import Block, Bullets, Grid, Heading, PageEnd, Paper, Quotation, Text
from evidence.papers.wording import words
from lessons.units.unit import Part, Unit
from lessons.vocabulary import curriculum_keys, dimension_titles
from studio.wording import begun, count, date_in_words, listed

SIDES = 2
SAY = "what you can say"


def unit_paper(library: Library, unit: Unit) -> Paper:
    """The paper of a unit, on two sides."""
    return Paper(
        over=f"Unit of work {unit.id} · {listed(list(unit.year_groups))} · {length_in_words(unit)}",
        title=unit.title,
        school=library.school,
        made=library.now(),
        foot=foot_of(library.school, library.now()),
        blocks=(*about_blocks(unit), PageEnd(), *lesson_blocks(unit)),
        pages=SIDES,
    )


def foot_of(school: str, made: datetime) -> str:
    """The line at the foot of each side."""
    return words("shared")("foot", school=school or "Our school", date=date_in_words(made.date()))


def length_in_words(unit: Unit) -> str:
    """Such as `3 lessons of 45 minutes`."""
    return f"{count(unit.lessons, 'lesson')} of {count(unit.minutes, 'minute')}"


def about_blocks(unit: Unit) -> Iterator[Block]:
    """All there is to know before the lesson."""
    yield Text(unit.idea)
    yield Heading("At a glance")
    yield Bullets(tuple(f"{name}: {words}" for name, words in _facts(unit)))
    yield from _list("You need", unit.you_need)
    yield from _list("Before the lesson, for you alone", unit.prepare)
    yield from _list("Look out", unit.safety)
    yield from _list("Everyone in", unit.everyone_in)
    yield from _list("Lesson by lesson", unit.spread)
    yield from _list("What to keep", unit.evidence)


def lesson_blocks(unit: Unit) -> Iterator[Block]:
    """The five parts, to have in the hand."""
    yield Heading("The lesson" if unit.lessons == 1 else "Each lesson")
    for part in unit.parts:
        yield from part_blocks(part)
    if unit.words:
        yield Heading("Words to use", rank=3)
        yield Text(" · ".join(f"{each.word}: {each.means}" for each in unit.words))
    look = unit.look_fors
    yield Grid(
        "What you may notice",
        ("Working towards it", "As expected", "Going deeper"),
        ((look.working, look.expected, look.deeper),),
        (33, 34, 33),
    )


def part_blocks(part: Part) -> Iterator[Block]:
    """One part: what is done, what one says, what one asks."""
    yield Heading(f"{begun(part.name)}, {count(part.minutes, 'minute')}", rank=3)
    yield Bullets(part.do)
    yield Quotation(part.say, SAY)
    if part.ask:
        yield Text(f"Ask: {part.ask}")


def _facts(unit: Unit) -> Iterator[tuple[str, str]]:
    yield "Can show", unit.shows_words
    yield "Subjects", ", ".join(unit.subjects)
    if unit.dimensions:
        yield "Listen for", ", ".join(dimension_titles(unit.dimensions))
    yield from _curriculum(unit.curriculum)


def _curriculum(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    known = {each.id: each for each in curriculum_keys()}
    stages: dict[str, list[str]] = {}
    for key in keys:
        stages.setdefault(known[key].stage, []).append(known[key].words)
    for stage, lines in stages.items():
        yield stage, " ".join(lines)


def _list(title: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Heading(title)
        yield Bullets(lines)
