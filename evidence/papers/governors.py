"""The governor page: what the school does in music technology, in numbers that nobody can be found by."""

from collections.abc import Iterable
from datetime import date

from evidence.award.figures import Figure, Figures
from evidence.award.standing import music_technology
from evidence.entry import Entry
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Bullets, Grid, Heading, Paper, Text, ToFillIn
from evidence.papers.parts import (
    bullets,
    cost_words,
    is_few,
    moved,
    people_words,
    priorities,
    profile_blocks,
    shortened,
    some_of,
)
from evidence.papers.wording import words
from evidence.years import YEAR_GROUPS
from studio.wording import begun, count, date_in_words, listed


def governors(facts: Facts, room: Room) -> Paper:
    """What we do, in words and numbers, where we stand, what it costs, and what comes next."""
    return facts.paper(
        [
            *_doing(facts, room),
            *_numbers(facts, room),
            Heading(facts.words("profile")),
            *profile_blocks(facts, room),
            *_moved(facts),
            *_cost(facts),
            *_next(facts, room),
            Text(f"{words('shared')('nobody')} {facts.left_out_words()}".strip(), soft=True),
        ]
    )


def this_year(facts: Facts) -> list[Entry]:
    """What happened in this school year."""
    first = facts.award.calendar.school_year(facts.today)[0].first
    return [entry for entry in facts.entries if first <= entry.date_happened <= facts.today]


def _doing(facts: Facts, room: Room) -> list[Block]:
    said, entries = facts.words, this_year(facts)
    asked = {each.code for each in facts.framework.criteria if music_technology(each)}
    ours = [entry for entry in entries if asked.intersection(claim.criterion for claim in entry.criteria)]
    key = [entry for entry in reversed(ours) if entry.key_for] or list(reversed(ours))
    items = [_line(facts, room, entry) for entry in key]
    found: list[Block] = list(bullets(shortened(items, room.most(4))))
    return [Heading(said("doing")), *(found or [ToFillIn(said("nothing_doing"))])]


def _line(facts: Facts, room: Room, entry: Entry) -> str:
    years = f" ({listed(list(entry.year_groups))})" if entry.year_groups else ""
    told = room.text(facts.plain(entry.impact or entry.happened), 130)
    return f"{room.title(facts.plain(entry.title))}{years}{': ' + told if told else ''}"


def _numbers(facts: Facts, room: Room) -> list[Block]:
    said, entries = facts.words, this_year(facts)
    first = facts.award.calendar.school_year(facts.today)[0].first
    told = said(
        "numbers_text",
        pieces=count(len(entries), "piece"),
        sounds=count(_sounds(entries), "sound"),
        since=_month(first),
    )
    years = _by_year(entries)
    blocks: list[Block] = [Heading(said("numbers")), Text(told)]
    if years:
        # No sum of the pupils: with it, a number that is held back could be worked out.
        rows = tuple(zip(said.all("numbers_rows"), *years.values(), strict=True))
        widths = (24, *(76 // len(years),) * len(years)) if len(years) < 10 else (14, *(6,) * len(years))
        blocks.append(Grid(said("numbers_caption"), (said("year_group"), *years), rows, widths))
    return [*blocks, *bullets(_figures(facts, room))]


def _figures(facts: Facts, room: Room) -> tuple[str, ...]:
    """Numbers that the award asks for; a share of few people is left out, for they could be found by it."""
    told = []
    for each in Figures(facts.library).asked(facts.framework):
        if each.figure and each.found and not _is_of_few(each.figure):
            told.append(room.text(f"{begun(each.measure.name)}: {each.found.words}", 160))
    return shortened(told, room.most(2))


def _is_of_few(figure: Figure) -> bool:
    """Whether it counts some of all, and few of them are in it or left over."""
    return figure.of is not None and (is_few(figure.value) or is_few(figure.of - figure.value))


def _by_year(entries: list[Entry]) -> dict[str, tuple[str, str, str]]:
    """Pieces, sounds, and pupils heard or seen, by year group."""
    people = {code for entry in entries for code in entry.heard}
    found = {}
    for year in YEAR_GROUPS:
        pieces = [entry for entry in entries if year in entry.year_groups]
        heard = [code for code in people if code.partition("-")[0] == year]
        if pieces or heard:
            found[year] = (str(len(pieces)), str(_sounds(pieces)), people_words(len(heard)))
    return found


def _sounds(entries: Iterable[Entry]) -> int:
    return sum(len(entry.sounds) for entry in entries)


def _month(day: date) -> str:
    return date_in_words(day).partition(" ")[2]


def _moved(facts: Facts) -> list[Block]:
    codes = [each.criterion.code for each in moved(facts)]
    return [Text(facts.words("moved", codes=some_of(codes, 12)))] if codes else []


def _cost(facts: Facts) -> list[Block]:
    if not facts.award.actions:
        return []
    return [Heading(facts.words("cost")), Text(cost_words(facts))]


def _next(facts: Facts, room: Room) -> list[Block]:
    said = facts.words
    items = [
        f"{each.title}{said('by', date=each.by_when) if each.by_when else ''}"
        for each in priorities(facts, room, 1 if room.is_tight else 3)
    ]
    found: list[Block] = [Bullets(tuple(items))] if items else [ToFillIn(said("no_next"))]
    return [Heading(said("next")), *found]
