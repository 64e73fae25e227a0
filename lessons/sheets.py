"""Sheets for staff and classes, to read on a screen or to print: words, ideas, questions, what comes when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evidence.library import Library
from evidence.papers.paper import Block, Bullets, Grid, Heading, Paper, Text, WriteIn
from lessons.challenges import shipped_challenges
from lessons.good_recording import good_recording
from lessons.idea import Idea, shipped_ideas
from lessons.listening import listening_sheet
from lessons.progression import progression
from lessons.question import shipped_questions
from lessons.units.own import units
from lessons.units.paper import foot_of
from lessons.vocabulary import curriculum_keys, dimensions
from studio.errors import StudioError
from studio.wording import did_you_mean, listed


class UnknownSheet(StudioError):
    """A word that is no sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, before it is filled."""

    id: str
    title: str
    about: str
    """What it is for, in a line."""
    make: Callable[[Library], Iterator[Block]]
    over: str = "For lessons with sound"
    pages: int | None = None


def sheet_named(sheet_id: str) -> Sheet:
    """One of them.

    Raises
    ------
    UnknownSheet
        If there is none of this id.
    """
    wanted = "-".join(sheet_id.lower().split())
    if wanted not in SHEETS:
        raise UnknownSheet(f"There is no sheet “{sheet_id[:40]}”.", did_you_mean(wanted, SHEETS))
    return SHEETS[wanted]


def sheet_paper(library: Library, sheet: Sheet) -> Paper:
    """The sheet as a paper."""
    return Paper(
        over=sheet.over,
        title=sheet.title,
        school=library.school,
        made=library.now(),
        foot=foot_of(library.school, library.now()),
        blocks=tuple(sheet.make(library)),
        pages=sheet.pages,
    )


def _overview(library: Library) -> Iterator[Block]:
    rows = tuple(
        (
            unit.id,
            listed(list(unit.year_groups)) if len(unit.year_groups) < 4 else _span(unit.year_groups),
            unit.title,
            unit.length,
            unit.shows_words,
        )
        for unit in units(library)
    )
    yield Grid("Every unit", ("Unit", "For", "Title", "Time", "Can show"), rows, (12, 12, 34, 14, 28))


def _span(years: tuple[str, ...]) -> str:
    return f"{years[0]} to {years[-1]}"


def _words(_: Library) -> Iterator[Block]:
    yield Text("Ask the question first. The word comes when the children have heard what it is for.")
    yield Grid(
        "What to listen for",
        ("Word", "To a child", "Ask"),
        tuple((each.title, each.say, each.ask) for each in dimensions()),
        (24, 38, 38),
    )
    yield Heading("Where to hear and see it in the program")
    yield Bullets(tuple(f"{each.title}: {each.screen}" for each in dimensions()))


def _good_recording(_: Library) -> Iterator[Block]:
    yield Grid(
        "Listen, check, mend",
        ("Good", "How to find out", "What to do when it is not"),
        tuple((each.good, each.check, each.fix) for each in good_recording()),
        (26, 37, 37),
    )


def _challenges(_: Library) -> Iterator[Block]:
    yield Text("Choose one. Make it, record it close, tidy it, change it. Then let others guess what it is.")
    yield Grid(
        "Make it sound like",
        ("Make", "Try it with", "How to begin", "Then"),
        tuple(
            (each.make, ", ".join(each.things), each.how, each.then)
            for each in shipped_challenges().challenges
        ),
        (18, 24, 30, 28),
    )


def _hunt(_: Library) -> Iterator[Block]:
    yield Text("Two hunters, one recorder. Listen first, then record three seconds. Tick what you found.")
    rows = tuple((each.find, each.where, "", "") for each in shipped_challenges().hunt)
    yield Grid(
        "Find and record", ("Find", "Maybe here", "We found it", "What we called it"), rows, (34, 28, 14, 24)
    )


def _progression(_: Library) -> Iterator[Block]:
    yield Grid(
        "By the end of each year",
        ("Year", "Record", "Change", "Put together", "Perform", "Talk"),
        tuple(
            (each.year, each.record, each.change, each.arrange, each.perform, each.talk)
            for each in progression()
        ),
        (8, 20, 18, 18, 18, 18),
    )


def _listening(_: Library) -> Iterator[Block]:
    sheet = listening_sheet()
    yield Heading(sheet.title)
    yield Text(sheet.about)
    yield Grid(
        "Ring one word for each piece",
        ("What do you hear?", "Piece A", "Piece B"),
        tuple((line.ask, *[" · ".join(line.words)] * 2) for line in sheet.lines),
        (28, 36, 36),
    )
    caption = "Finish the sentences"
    for at in range(0, len(sheet.finish), 2):
        pair = sheet.finish[at : at + 2]
        yield WriteIn(caption, pair, (50,) * len(pair), lines=2)
        caption = ""
    rows = tuple((fact, "", "") for fact in sheet.facts)
    yield Grid("Whose music it is: your teacher knows", ("", "Piece A", "Piece B"), rows, (28, 36, 36))


def _ideas(_: Library) -> Iterator[Block]:
    for idea in shipped_ideas():
        yield Heading(f"{str(idea.claim).replace(':', ' ')}: {idea.title}")
        yield from _idea(idea)


def _idea(idea: Idea) -> Iterator[Block]:
    yield Text(idea.text)
    yield Bullets(
        (
            f"You need: {', '.join(idea.you_need)}.",
            f"Ask: {idea.ask}",
            *([f"Look out: {idea.careful}"] if idea.careful else []),
        )
    )


def _questions(_: Library) -> Iterator[Block]:
    for topic in shipped_questions():
        yield Heading(topic.title)
        yield Grid(
            f"Helps with {listed(list(topic.criteria))}",
            ("To find out", "To go deeper"),
            _side_by_side(topic.find_out, topic.go_deeper),
            (50, 50),
        )


def _side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    longest = max(len(left), len(right))
    padded = [(*side, *[""] * (longest - len(side))) for side in (left, right)]
    return tuple(zip(*padded, strict=True))


def _curriculum(library: Library) -> Iterator[Block]:
    yield Text("In our own plain words. The official documents are what counts.")
    by_key: dict[str, list[str]] = {}
    for unit in units(library):
        for key in unit.curriculum:
            by_key.setdefault(key, []).append(unit.id)
    rows = tuple(
        (each.stage, each.words, ", ".join(by_key.get(each.id, ["none yet"]))) for each in curriculum_keys()
    )
    yield Grid("What pupils learn, and where", ("Stage", "What", "Units"), rows, (20, 48, 32))


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {
        sheet.id: sheet
        for sheet in (
            Sheet("overview", "Every unit at a glance", "all units with years, time and criteria", _overview),
            Sheet("words", "Words for sound", "the seven dimensions of music, and silence", _words),
            Sheet(
                "good-recording",
                "What makes a good recording?",
                "a poster to talk about with a class",
                _good_recording,
                pages=1,
            ),
            Sheet(
                "listening",
                "Comparing two pieces",
                "a sheet for pairs, to compare two pieces",
                _listening,
                over="Names of the pair: ....................................   Date: ....................",
                pages=1,
            ),
            Sheet("challenges", "Sound challenges", "sounds to make with everyday things", _challenges),
            Sheet(
                "hunt",
                "Sound hunt",
                "sounds to find around school, to tick off",
                _hunt,
                over="Names of the pair: ....................................   Date: ....................",
                pages=1,
            ),
            Sheet(
                "progression", "What comes when", "what a pupil can do by the end of each year", _progression
            ),
            Sheet("ideas", "Ideas for tonight", "one for each level of MT1, MT2 and MT3", _ideas),
            Sheet("questions", "Questions that open ears", "to find out what pupils hear", _questions),
            Sheet(
                "curriculum", "Units and the curriculum", "what each unit serves, in plain words", _curriculum
            ),
        )
    }
)
"""By their ids, in the order to offer them in."""
