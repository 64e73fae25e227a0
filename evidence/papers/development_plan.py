"""The draft of the school's summary of its music development plan, and when it is due."""

from datetime import date

from evidence.papers.by_criteria import area_blocks
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Bullets, Grid, Heading, Paper, Text, ToFillIn
from evidence.papers.parts import by_when, open_actions, shortened
from evidence.papers.wording import words
from evidence.safety.releases import end_of_school_year
from rubric.plan import pounds
from rubric.year import Calendar
from studio.wording import count, date_in_words

FRAMEWORK = "national-plan-areas"
PARTS = ("CU", "CO", "EX")
"""Its areas, which are parts A, B and C of the summary."""
_REMIND_DAYS = 60


def development_plan(facts: Facts, room: Room) -> Paper:
    """Overview, the three parts, and the future; what we do not know stays visibly open."""
    said = facts.words
    blocks: list[Block] = [
        Text(said("draft"), soft=True),
        _header(facts),
        Text(due_words(facts.award.calendar, facts.today), soft=True),
        Heading(said("overview")),
        ToFillIn(said("no_overview")),
    ]
    for part in PARTS:
        blocks += [Heading(said(f"part_{part.lower()}")), *area_blocks(facts, room, FRAMEWORK, part)]
    blocks += [Heading(said("future")), *_future(facts, room)]
    small = f"{words('shared')('nobody')} {facts.left_out_words()}".strip()
    return facts.paper([*blocks, Text(small, soft=True)])


def due_words(calendar: Calendar, today: date) -> str:
    """By when the summary should be on the school's website, as a sentence."""
    last = end_of_school_year(calendar, today)
    days = (last - today).days
    said = words("development-plan")
    key = "due_soon" if days <= _REMIND_DAYS else "due"
    return said(key, date=date_in_words(last), days=count(days, "day"))


def _header(facts: Facts) -> Grid:
    """What stands at the top of a summary; roles, for no names are kept here."""
    said, gap = facts.words, words("shared")("blank")
    year = facts.award.calendar.school_year(facts.today)
    known = {
        "year": said("year_words", first=year[0].first.year, last=year[-1].last.year),
        "review": date_in_words(end_of_school_year(facts.award.calendar, facts.today)),
    }
    fields = ("year", "published", "review", "lead", "leadership", "hub", "others")
    rows = tuple((said(f"field_{each}"), known.get(each, gap)) for each in fields)
    return Grid(said("fields_caption"), said.all("fields_head"), rows, (45, 55))


def _future(facts: Facts, room: Room) -> list[Block]:
    said = facts.words
    items = [
        said(
            "step",
            title=room.title(facts.plain(action.title)),
            date=by_when(facts, action),
            success=room.text(facts.plain(action.success), 200),
            cost=said("step_cost", cost=pounds(action.cost_pence)) if action.cost_pence else "",
        ).strip()
        for action in open_actions(facts)
    ]
    found: list[Block] = [Bullets(shortened(items, 12))] if items else []
    return [*found, ToFillIn(said("future_more") if items else said("no_future"))]
