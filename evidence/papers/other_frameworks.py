"""Papers that follow a second framework as it stands: membership, and intent, implementation, impact."""

from evidence.papers.by_criteria import area_blocks
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Paper, Text
from evidence.papers.wording import words
from rubric.shelf import framework_named


def membership(facts: Facts, room: Room) -> Paper:
    """The school's own word on each reason for a nomination, with the evidence for it."""
    return _paper(facts, room, "music-mark-membership")


def three_i(facts: Facts, room: Room) -> Paper:
    """What the school says of its intent, its implementation and its impact."""
    return _paper(facts, room, "three-i")


def _paper(facts: Facts, room: Room, framework_id: str) -> Paper:
    framework = framework_named(framework_id, facts.library.folder)
    blocks: list[Block] = [Text(facts.words("introduction"))]
    blocks += [Text(rule.text) for rule in framework.rules]
    blocks += area_blocks(facts, room, framework_id)
    notes = [*(cite.note for cite in framework.cites), words("shared")("self_judged"), facts.left_out_words()]
    return facts.paper([*blocks, Text(" ".join(filter(None, notes)), soft=True)])
