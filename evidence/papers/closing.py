"""The closing statement: what came of it all, by the five aims of the mark."""

from evidence.award.diary import Diary
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Heading, Paper, Text, ToFillIn, WriteIn
from evidence.papers.parts import bullets, moved_items, profile_blocks, shortened, training_blocks
from evidence.papers.wording import words


def closing(facts: Facts, room: Room) -> Paper:
    """Where the school stood and stands, what made the difference, and a prompt for each aim."""
    said = facts.words
    blocks: list[Block] = [
        Heading(said("profile")),
        *profile_blocks(facts, room),
        *bullets(moved_items(facts, room, 10)),
        Heading(said("impact")),
        *_impact(facts, room),
        Heading(said("reflections")),
        *_reflections(facts, room),
        *training_blocks(facts, room),
        Heading(said("aims_heading")),
    ]
    for aim, prompt in zip(said.all("aims"), said.all("prompts"), strict=True):
        blocks += [Heading(aim, 3), ToFillIn(prompt)]
    signature = WriteIn(said("sign_caption"), said.all("sign_head"), (40, 40, 20), lines=2)
    return facts.paper([*blocks, signature, Text(words("shared")("codes"), soft=True)])


def _impact(facts: Facts, room: Room) -> list[Block]:
    done = [action for action in facts.award.actions if action.impact]
    items = [
        f"{room.title(facts.plain(action.title))}: {room.text(facts.plain(action.impact), 300)}"
        for action in done
    ]
    return bullets(shortened(items, 12)) or [ToFillIn(facts.words("no_impact"))]


def _reflections(facts: Facts, room: Room) -> list[Block]:
    items = []
    for each in Diary(facts.library).reflections():
        half_term = facts.award.calendar.half_term(each.half_term)
        when = f"{half_term.title} {half_term.last.year}"
        items.append(f"{when}: {room.text(facts.plain(each.text), 300)}")
    return bullets(shortened(items, 8)) or [ToFillIn(facts.words("no_reflections"))]
