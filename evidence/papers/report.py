"""A plain report of what the school does in music; it claims nothing but what is written down."""

from evidence.papers.facts import Facts
from evidence.papers.governors import this_year
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Bullets, Grid, Heading, Paper, Text, ToFillIn
from evidence.papers.parts import entry_line, shortened, training_blocks
from evidence.papers.wording import words
from evidence.years import in_order
from rubric.framework import Area
from studio.wording import count, listed


def report(facts: Facts, room: Room) -> Paper:
    """Each area of the award with what happened this school year, and which year groups took part."""
    said, entries = facts.words, this_year(facts)
    years = in_order(year for entry in entries for year in entry.year_groups)
    told = said("introduction", pieces=count(len(entries), "piece"), years=listed(list(years)) or "–")
    blocks: list[Block] = [Text(told)]
    for area in facts.framework.areas:
        blocks += [Heading(area.title), *_area(facts, room, area)]
    subjects = {entry.subject: 0 for entry in entries if entry.subject}
    for entry in entries:
        if entry.subject:
            subjects[entry.subject] += 1
    if subjects:
        rows = tuple((facts.plain(name), str(number)) for name, number in sorted(subjects.items()))
        blocks.append(Heading(said("subjects")))
        blocks.append(Grid(said("subjects_caption"), said.all("subjects_head"), rows, (70, 30)))
    blocks += training_blocks(facts, room)
    small = f"{words('shared')('nobody')} {facts.left_out_words()} {said('no_claim')}"
    return facts.paper([*blocks, Text(" ".join(small.split()), soft=True)])


def _area(facts: Facts, room: Room, area: Area) -> list[Block]:
    codes = {criterion.code for criterion in facts.framework.criteria_of(area)}
    lines = [
        entry_line(facts, room, entry, 180)
        for entry in reversed(this_year(facts))
        if codes.intersection(claim.criterion for claim in entry.criteria)
    ]
    if not lines:
        return [ToFillIn(facts.words("nothing"))]
    return [Bullets(shortened(lines, 8))]
