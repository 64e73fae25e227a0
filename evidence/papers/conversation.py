"""The conversation pack: two pages to lay on the table when the hub comes."""

from evidence.award.diary import Diary
from evidence.papers.facts import Facts
from evidence.papers.measure import Room
from evidence.papers.paper import Block, Bullets, Grid, Heading, PageEnd, Paper, Text, ToFillIn, WriteIn
from evidence.papers.parts import (
    bullets,
    entry_line,
    level_words,
    moved_items,
    priorities,
    profile_blocks,
    shortened,
    some_of,
)
from evidence.papers.wording import words
from rubric.plan import Conversation
from studio.wording import count, date_in_words


def conversation(facts: Facts, room: Room) -> Paper:
    """Where we stand and what we want on one page; the conversation itself on the other."""
    first = [*_summary(facts), *_profile(facts, room), *_priorities(facts, room)]
    second = [*_questions(facts, room), *_last_time(facts, room), *_key_pieces(facts, room)]
    return facts.paper([*first, PageEnd(), *second, *_agreed(facts)])


def _summary(facts: Facts) -> list[Block]:
    said, award = facts.words, facts.award
    blocks: list[Block] = [Heading(said("summary"))]
    told = []
    if award.target:
        told.append(
            said(
                "aim",
                level=award.target.level,
                award=facts.framework.title,
                date=date_in_words(award.target.by_date),
                role=award.target.decided_by,
            )
        )
    else:
        blocks.append(ToFillIn(said("no_aim")))
    told += [*_evidence_words(facts), *_plan_words(facts)]
    return [*blocks, Text(" ".join(told))]


def _evidence_words(facts: Facts) -> list[str]:
    said = facts.words
    if not facts.entries:
        return [said("no_evidence")]
    known = {criterion.code for criterion in facts.framework.criteria}
    shown = {claim.criterion for entry in facts.entries for claim in entry.criteria} & known
    told = said(
        "evidence",
        pieces=count(len(facts.entries), "piece"),
        number=len(shown),
        all=len(known),
        first=date_in_words(facts.entries[0].date_happened),
        last=date_in_words(facts.entries[-1].date_happened),
    )
    return [told, *filter(None, [facts.left_out_words()])]


def _plan_words(facts: Facts) -> list[str]:
    actions, said = facts.award.actions, facts.words
    if not actions:
        return [said("no_plan")]
    late = sum(action.is_late(facts.award.calendar, facts.today) for action in actions)
    done = sum(action.status == "done" for action in actions)
    return [said("plan", done=done, all=count(len(actions), "action"), late=late)]


def _profile(facts: Facts, room: Room) -> list[Block]:
    moved = moved_items(facts, room, 6)
    changed: list[Block] = [Heading(facts.words("moved"), 3), Bullets(moved)] if moved else []
    return [Heading(facts.words("profile")), *profile_blocks(facts, room), *changed]


def _priorities(facts: Facts, room: Room) -> list[Block]:
    said = facts.words
    rows = [
        (f"{number}. {each.title} ({some_of(each.criteria)})", each.by_when, each.how)
        for number, each in enumerate(priorities(facts, room), 1)
    ]
    blocks: list[Block] = [Heading(said("priorities"))]
    if rows:
        blocks.append(
            Grid(said("priorities_caption"), said.all("priorities_head"), tuple(rows), (40, 18, 42))
        )
    if len(rows) < 3:
        blocks.append(ToFillIn(said("priorities_missing", number=3 - len(rows))))
    return blocks


def _questions(facts: Facts, room: Room) -> list[Block]:
    said, statement = facts.words, facts.award.statement
    asked = [*facts.wish.questions, *(statement.questions if statement else ())]
    items = [room.text(facts.plain(question), 220) for question in dict.fromkeys(asked)]
    titles = facts.titles()
    for judgement in facts.award.unsure:
        if judgement.criterion in titles:
            level, title = level_words(judgement.level), titles[judgement.criterion]
            items.append(said("unsure", code=judgement.criterion, title=title, level=level))
    if not items:
        return [Heading(said("questions")), ToFillIn(said("no_questions"))]
    return [Heading(said("questions")), Bullets(shortened(items, room.most(5)))]


def _last_time(facts: Facts, room: Room) -> list[Block]:
    said = facts.words
    held = [each for each in Diary(facts.library).conversations() if each.agreed]
    blocks: list[Block] = [Heading(said("last_time"))]
    if not held:
        return [*blocks, Text(said("no_last_time"))]
    newest = max(held, key=lambda each: (each.held_on, each.when))
    when = said("held", date=date_in_words(newest.held_on), partner=newest.partner)
    return [
        *blocks,
        Text(f"{when} {room.text(facts.plain(newest.agreed), 420)}"),
        *bullets(_came(facts, room, newest)),
    ]


def _came(facts: Facts, room: Room, held: Conversation) -> tuple[str, ...]:
    """Where the actions stand that it was about."""
    chosen = [action for action in facts.award.actions if action.id in held.actions]
    items = [
        f"{room.title(facts.plain(action.title))}: {words('shared')(action.status)}"
        + (f". {room.text(facts.plain(action.impact), 120)}" if action.impact else "")
        for action in chosen
    ]
    return shortened(items, room.most(4))


def _key_pieces(facts: Facts, room: Room) -> list[Block]:
    said = facts.words
    chosen = [entry for entry in reversed(facts.entries) if entry.key_for]
    if not chosen:
        return [Heading(said("key_pieces")), ToFillIn(said("no_key_pieces"))]
    items = [
        said("piece", id=entry.id, codes=some_of(entry.key_for), line=entry_line(facts, room, entry))
        for entry in chosen
    ]
    return [Heading(said("key_pieces")), Bullets(shortened(items, room.most(5)))]


def _agreed(facts: Facts) -> list[Block]:
    said = facts.words
    space = WriteIn(said("agreed_caption"), said.all("agreed_head"), (60, 20, 20), lines=4, grows=True)
    small = f"{words('shared')('codes')} {said('signed')}"
    return [Heading(said("agreed")), space, Text(small, soft=True)]
