"""The case study: one thing that the school did, told so that another school can do it too."""

from dataclasses import dataclass

from evidence.award.plans import Plans
from evidence.entry import Entry
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Heading, Paper, Quotation, Text, ToFillIn
from evidence.papers.parts import bullets, by_when
from evidence.papers.wording import words
from rubric.plan import Action, pounds
from studio.errors import StudioError
from studio.wording import date_in_words, listed

_MOST = 12
"""Pieces of evidence that one story is told by; key pieces come first."""


class NothingChosen(StudioError):
    """A paper about one thing, without the thing."""


class NotToBeTold(StudioError):
    """Evidence that may not go by the paper's channel, or is no evidence."""


@dataclass(frozen=True, slots=True)
class Story:
    """What it is about."""

    title: str
    action: Action | None
    entries: tuple[Entry, ...]
    """Oldest first, free to go."""


def case_study(facts: Facts, room: Room) -> Paper:
    """Context, action, impact, in pupils' own words where there are some."""
    story, said = story_of(facts), facts.words
    blocks: list[Block] = [
        *_part(facts, room, "context", [entry.before for entry in story.entries]),
        *_part(facts, room, "action", [*_planned(facts, story), *_steps(facts, story)]),
        *_part(facts, room, "impact", _difference(story)),
        Heading(said("quotation")),
        *(_quotations(facts, room, story) or [ToFillIn(said("no_quotation"))]),
        *_shown(facts, room, story),
        Heading(said("others")),
        ToFillIn(said("no_others")),
        Text(f"{words('shared')('nobody')} {said('check')}", soft=True),
    ]
    return facts.paper(blocks, title=room.title(facts.plain(story.title), 160))


def story_of(facts: Facts) -> Story:
    """The action or the entry that was chosen.

    Raises
    ------
    NothingChosen, UnknownRecord, NotToBeTold
        If none was chosen, there is none of this id, or it may not be told.
    """
    about = (facts.wish.about or "").strip().upper()
    if not about.startswith(("EV-", "AC-")):
        raise NothingChosen(
            "A case study is about one action or one piece of evidence.",
            "Name it by its id, such as AC-0001 or EV-2026-0001.",
        )
    if about.startswith("AC-"):
        action = Plans(facts.library).action(about)
        shown = [entry for entry in facts.entries if entry.action_id == action.id]
        chosen = sorted(shown, key=lambda entry: not entry.key_for)[:_MOST]
        return Story(action.title, action, tuple(entry for entry in shown if entry in chosen))
    entry = facts.library.entry(about)
    _refuse(facts, entry)
    actions = [each for each in facts.award.actions if each.id == entry.action_id]
    return Story(entry.title, actions[0] if actions else None, (entry,))


def _refuse(facts: Facts, entry: Entry) -> None:
    if entry.status != "accepted":
        raise NotToBeTold(f"{entry.id} is {entry.status}.", "Choose evidence that an adult has accepted.")
    for blocked in facts.left_out:
        if blocked.entry.id == entry.id:
            raise NotToBeTold(
                f"{entry.id} must stay: {blocked.reason}", "Choose another one, or see to its release."
            )


def _part(facts: Facts, room: Room, key: str, texts: list[str]) -> list[Block]:
    told = [room.text(facts.plain(text), 1200) for text in dict.fromkeys(texts) if text]
    found: list[Block] = [Text(text) for text in told] or [ToFillIn(facts.words(f"no_{key}"))]
    return [Heading(facts.words(key)), *found]


def _planned(facts: Facts, story: Story) -> list[str]:
    action = story.action
    if action is None:
        return []
    cost = pounds(action.cost_pence) if action.cost_pence else ""
    key = "planned_cost" if cost else "planned"
    return [facts.words(key, title=action.title, date=by_when(facts, action), cost=cost)]


def _steps(facts: Facts, story: Story) -> list[str]:
    return [
        facts.words("step", date=date_in_words(entry.date_happened), text=entry.happened)
        for entry in story.entries
        if entry.happened
    ]


def _difference(story: Story) -> list[str]:
    of_action = [story.action.impact] if story.action else []
    return [*of_action, *(entry.impact for entry in story.entries)]


def _quotations(facts: Facts, room: Room, story: Story) -> list[Block]:
    said, found = facts.words, []
    for entry in story.entries:
        if entry.feedback:
            years = listed(list(entry.year_groups))
            by = said("said_by", years=years) if years else said("said_by_somebody")
            for text in filter(None, (entry.feedback.works, entry.feedback.next)):
                found.append(Quotation(room.text(facts.plain(text), 300), by))
    return list(found[:4])


def _shown(facts: Facts, room: Room, story: Story) -> list[Block]:
    items = [
        facts.words("piece", id=entry.id, title=room.title(facts.plain(entry.title)))
        for entry in story.entries
    ]
    if not items:
        return []
    return [Heading(facts.words("shown_by")), *bullets(items)]
