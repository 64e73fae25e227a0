"""What the school can say by the criteria of a second framework, such as the areas of the national plan."""

from collections.abc import Sequence

from evidence.award.audits import Audits
from evidence.entry import Entry
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Bullets, Heading, Text, ToFillIn
from evidence.papers.parts import entry_line, level_words, shortened
from evidence.papers.wording import words
from evidence.years import in_order
from rubric.audit import Snapshot
from rubric.framework import Area, Criterion, Framework
from rubric.shelf import framework_named
from studio.wording import listed

_MOST = 6


def area_blocks(facts: Facts, room: Room, framework_id: str, area_code: str | None = None) -> list[Block]:
    """Every criterion of a framework, or of one area of it, with what is there and what is not."""
    framework = framework_named(framework_id, facts.library.folder)
    audit = Audits(facts.library).newest(view="school", framework=framework.id)
    blocks: list[Block] = []
    for area in framework.areas:
        if area_code in (None, area.code):
            blocks += _area(facts, room, framework, area, audit, headed=area_code is None)
    return blocks


def _area(
    facts: Facts, room: Room, framework: Framework, area: Area, audit: Snapshot | None, *, headed: bool
) -> list[Block]:
    blocks: list[Block] = [Heading(area.title)] if headed else []
    for criterion in framework.criteria_of(area):
        blocks += _criterion(facts, room, criterion, audit)
    return blocks


def _criterion(facts: Facts, room: Room, criterion: Criterion, audit: Snapshot | None) -> list[Block]:
    shared = words("shared")
    judged = audit.judgement(criterion.code) if audit else None
    told: list[Block] = []
    if judged:
        reason = room.text(facts.plain(judged.reason), 400)
        told.append(Text(shared("judged", level=level_words(judged.level), reason=reason).strip()))
    entries, others = facts.tagged(criterion.code), facts.tagged_left_out(criterion.code)
    if entries:
        lines = [entry_line(facts, room, entry, 220) for entry in entries]
        told += [_summed(entries), Bullets(shortened(lines, _MOST))]
    if not entries and (others or not (judged and judged.reason)):
        asks = criterion.descriptors[-1].text
        key = "not_told" if others else "nothing_tagged"
        told.append(ToFillIn(shared(key, code=criterion.code, text=asks, number=others)))
    return [Heading(criterion.title, 3), *told]


def _summed(entries: Sequence[Entry]) -> Text:
    years = listed(list(in_order(year for entry in entries for year in entry.year_groups)))
    key = "summed_years" if years else "summed"
    return Text(words("shared")(key, number=len(entries), years=years), soft=True)
