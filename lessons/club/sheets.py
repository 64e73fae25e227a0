"""Sheets for the room: the plan of a session, and the card of an Ambassador."""

from evidence.library import Library
from evidence.papers.paper import Block, Bullets, Heading, Paper, Text, WriteIn
from lessons.club.club import Clubs
from lessons.club.kept_sessions import KeptSessions, plan_of
from lessons.club.plan import PlanPart
from lessons.club.role_card import role_card
from lessons.club.session import Session
from studio.wording import begun, count, date_in_words, listed


def session_sheet(library: Library, session_id: str) -> Paper:
    """The six-part plan of a session on paper, with who leads what, by code."""
    session, club = KeptSessions(library).one(session_id), Clubs(library).now()
    plan = plan_of(session)
    name = club.name if club else "The club"
    about = [date_in_words(session.date), f"at {session.begins}", session.place]
    blocks: list[Block] = [Text(", ".join(filter(None, about)) + ".")]
    if plan.word:
        blocks.append(Text(f"New word: {plan.word}"))
    for part in plan.parts:
        blocks += _part(session, part)
    blocks += [Heading("Resources"), *_bullets(plan.resources)]
    if plan.level_up:
        blocks += [Heading("Level up", rank=3), Text(plan.level_up)]
    blocks.append(WriteIn("For the record", ("What was said", "In which part"), (5, 2), lines=3))
    return Paper(
        over=name,
        title=session.title,
        school=library.school,
        made=library.now(),
        foot=f"{name}, {date_in_words(session.date)}",
        blocks=tuple(blocks),
    )


def role_card_sheet(library: Library) -> Paper:
    """The card of an Ambassador on paper, and their two meetings before they begin."""
    club, card = Clubs(library).need(), role_card()
    blocks: list[Block] = [
        Bullets(card.promise),
        Heading("What I can do"),
        Bullets(tuple(map(begun, card.jobs))),
        Heading("What I ask"),
        Bullets(card.questions),
        Heading("I stop and fetch an adult when something"),
        Bullets(card.fetch),
        Heading("Before I begin"),
    ]
    for each in card.training:
        blocks += [Heading(f"{each.title}, {each.minutes} minutes", rank=3), Bullets(each.do)]
    return Paper(
        over=club.name,
        title=club.ambassador_title,
        school=library.school,
        made=library.now(),
        foot=f"{club.name}, {club.ambassador_title}",
        blocks=tuple(blocks),
    )


def _part(session: Session, part: PlanPart) -> list[Block]:
    led = session.leads_of(part.name)
    who = f", led by {listed(list(led))}" if led else ""
    blocks: list[Block] = [Heading(f"{part.name.capitalize()}, {count(part.minutes, 'minute')}{who}")]
    blocks += _bullets(part.do)
    told = (("Say", part.say), ("Ask", part.ask), ("An Ambassador can", part.ambassador))
    return blocks + [Text(f"{label}: {text}") for label, text in told if text]


def _bullets(items: tuple[str, ...]) -> list[Block]:
    return [Bullets(items)] if items else []
