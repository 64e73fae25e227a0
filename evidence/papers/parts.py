"""Parts that several papers have: the profile, what moved, what comes next, what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.award.diary import Diary
from evidence.entry import Entry
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Bullets, Grid, Heading, Text, ToFillIn
from evidence.papers.wording import words
from rubric.audit import DOES_NOT_APPLY, NOT_YET, Snapshot
from rubric.plan import Action, pounds
from rubric.profile import NOT_JUDGED, Moved, areas, compare
from studio.wording import count, date_in_words, listed

_SMALL = 5
"""Fewer people than this could be told apart."""


@dataclass(frozen=True, slots=True)
class Priority:
    """One thing that the school wants to do next."""

    title: str
    criteria: tuple[str, ...]
    by_when: str
    how: str
    """How one will see that it worked, or what the award asks for."""


def is_few(number: float) -> bool:
    """Whether so few people could be told apart."""
    return 0 < number < _SMALL


def people_words(number: int) -> str:
    """A number of people, so that no few of them can be told apart."""
    return words("shared")("few", number=_SMALL) if is_few(number) else str(number)


def level_words(level: str | None) -> str:
    """A level, or another outcome, for the middle of a sentence."""
    return (level or NOT_JUDGED).replace("-", " ")


def profile_blocks(facts: Facts, room: Room) -> list[Block]:
    """A table of areas and levels, at the first audit and now."""
    shared, audits = words("shared"), facts.award.school
    if not audits:
        return [ToFillIn(shared("no_audit"))]
    outcomes = (NOT_YET, *facts.framework.levels, NOT_JUDGED)
    counted = [areas(audit, facts.framework) for audit in audits]
    rows = []
    for area in () if room.is_tight else facts.framework.areas:
        numbers = [each[area.title] for each in counted]
        rows.append((area.title, *(_moved([each[key] for each in numbers]) for key in outcomes)))
    totals = [{key: sum(row[key] for row in each.values()) for key in outcomes} for each in counted]
    rows.append((shared("all_areas"), *(_moved([each[key] for each in totals]) for key in outcomes)))
    days = [date_in_words(audit.date) for audit in audits]
    key = "profile_pair" if len(days) == 2 else "profile_one"
    caption = shared(key, then=days[0], now=days[-1])
    head = (shared("area"), *(level_words(key).capitalize() for key in outcomes))
    return [Grid(caption, head, tuple(rows), (34, *(13,) * len(outcomes))), Text(_who(facts), soft=True)]


def moved_items(facts: Facts, room: Room, most: int) -> tuple[str, ...]:
    """Criteria that were judged differently at first, in words."""
    return shortened([_move(each) for each in moved(facts)], room.most(most))


def moved(facts: Facts) -> list[Moved]:
    """Criteria that were judged differently at first; those that went up most come first."""
    then, now = facts.award.then, facts.award.now
    if then is None or now is None:
        return []
    found = [each for each in compare(then, now, facts.framework) if each.changed and each.then and each.now]
    order = [DOES_NOT_APPLY, NOT_YET, *facts.framework.levels]
    return sorted(found, key=lambda each: order.index(each.then or "") - order.index(each.now or ""))


def priorities(facts: Facts, room: Room, most: int = 3) -> tuple[Priority, ...]:
    """What is next: actions for gaps, other open actions, then gaps that no action is for."""
    gap_codes = [gap.criterion.code for gap in facts.award.gaps]
    ready = sorted(open_actions(facts), key=lambda action: not set(action.criteria) & set(gap_codes))
    found = [
        Priority(
            room.title(facts.plain(action.title)),
            action.criteria,
            by_when(facts, action),
            room.text(facts.plain(action.success), 200),
        )
        for action in ready[:most]
    ]
    planned = {code for action in ready for code in action.criteria}
    free = [gap for gap in facts.award.gaps if gap.criterion.code not in planned]
    for gap in free[: most - len(found)]:
        asks = words("shared")("award_asks", text=gap.missing[0].text)
        found.append(Priority(gap.criterion.title, (gap.criterion.code,), "", room.text(asks, 200)))
    return tuple(found)


def open_actions(facts: Facts) -> list[Action]:
    """The actions still to be done, those that end first on top."""
    calendar = facts.award.calendar
    return sorted(
        (action for action in facts.award.actions if action.is_open),
        key=lambda action: (calendar.half_term(action.end).last, action.id),
    )


def by_when(facts: Facts, action: Action) -> str:
    """The last day of its last half-term."""
    return date_in_words(facts.award.calendar.half_term(action.end).last)


def cost_words(facts: Facts) -> str:
    """What the plan costs: planned, begun, done, and together."""
    shared = words("shared")
    used = [action for action in facts.award.actions if action.status != "dropped"]
    parts = []
    for status in ("planned", "started", "done"):
        chosen = [action for action in used if action.status == status]
        if chosen:
            cost = pounds(sum(action.cost_pence for action in chosen))
            parts.append(shared("cost_part", status=shared(status), number=len(chosen), cost=cost))
    together = pounds(sum(action.cost_pence for action in used))
    return shared("cost", parts=", ".join(parts), actions=count(len(used), "action"), cost=together)


def entry_line(facts: Facts, room: Room, entry: Entry, longest: int = 150) -> str:
    """An entry in one line: what, when, who by year, and what difference it made."""
    years = f" ({listed(list(entry.year_groups))})" if entry.year_groups else ""
    said = entry.impact or entry.happened
    line = f"{room.title(facts.plain(entry.title))}{years}, {date_in_words(entry.date_happened)}"
    return f"{line}: {room.text(facts.plain(said), longest)}" if said else f"{line}."


def training_blocks(facts: Facts, room: Room) -> list[Block]:
    """What staff went to and what came of it; nothing where nobody went to anything."""
    shared, items = words("shared"), []
    for training in reversed(Diary(facts.library).trainings()):
        title = room.title(facts.plain(training.title))
        when = date_in_words(training.attended_on)
        came = room.text(facts.plain(training.came_of_it), 200) or shared("came_not_asked")
        items.append(shared("training", title=title, date=when, role=training.by, came=came))
    return [Heading(shared("trainings")), Bullets(shortened(items, room.most(6)))] if items else []


def bullets(items: Sequence[str]) -> list[Block]:
    """A list, or nothing where there is nothing to list."""
    return [Bullets(tuple(items))] if items else []


def shortened(items: Sequence[str], most: int) -> tuple[str, ...]:
    """As many as there is room for, with how many more there are."""
    if len(items) <= most:
        return tuple(items)
    return (*items[:most], words("shared")("and_more", number=len(items) - most))


def _move(one: Moved) -> str:
    then, now = level_words(one.then), level_words(one.now)
    return words("shared")("moved", code=one.criterion.code, title=one.criterion.title, then=then, now=now)


def some_of(codes: Sequence[str], most: int = 5) -> str:
    """A few codes, and how many more there are."""
    more = [words("shared")("more_codes", number=len(codes) - most)] if len(codes) > most else []
    return listed([*codes[:most], *more])


def _moved(numbers: list[int]) -> str:
    """One number, or two when they differ."""
    return str(numbers[0]) if len(set(numbers)) == 1 else f"{numbers[0]} → {numbers[-1]}"


def _who(facts: Facts) -> str:
    shared, hub = words("shared"), facts.award.hub
    open_audit = any(audit.locked is None for audit in facts.award.school)
    told = [shared("self_judged"), *([shared("not_locked")] if open_audit else [])]
    return " ".join([*told, *([_hub_words(facts, hub)] if hub else [])])


def _hub_words(facts: Facts, hub: Snapshot) -> str:
    newest = facts.award.school[-1]
    both = [each for each in compare(newest, hub, facts.framework) if each.then and each.now]
    differ = [each.criterion.code for each in both if each.changed]
    key = "hub_differs" if differ else "hub_agrees"
    return words("shared")(
        key, date=date_in_words(hub.date), number=len(both), codes=some_of(differ)
    )  # fmt: skip
