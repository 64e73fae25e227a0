"""One session of the club as a page to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.club_words import (
    STATUS_WORDS,
    came_words,
    codes_with_names,
    labelled,
    seat_content,
    sound_words,
)
from studio.ui.text import literal
from studio.wording import begun, count, date_in_words, listed

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound
    from lessons.club.plan import SessionPlan
    from lessons.club.session import Session

_SCOPES = {"class": "one class", "key-stage": "a key stage", "school": "the whole school"}


def session_page(
    session: Session, plan: SessionPlan, sounds: Sequence[Sound], width: int, *, names: dict[str, str]
) -> list[Content]:
    """Everything about a session, in paragraphs with an empty line between them."""
    paragraphs = [
        _head(session, width, names),
        _seats(session),
        _said(session, width),
        _sounds(sounds, width),
        _plan(plan, width),
    ]
    lines: list[Content] = []
    for paragraph in filter(None, paragraphs):
        lines += [*([Content("")] if lines else []), *paragraph]
    return lines


def kit_lines(library: Library, width: int) -> list[Content]:
    """What the club needs in the room, counted for its PCs and members."""
    from lessons.club.club import Clubs
    from lessons.club.member import Members
    from lessons.club.role_card import kit

    club, children = Clubs(library).now(), len(Members(library).here())
    pcs = club.seats if club else 0
    numbers = [(thing, thing.number(pcs=pcs, children=children)) for thing in kit()]
    told = [count(number, thing.name, thing.many) for thing, number in numbers if number]
    return [labelled("Kit", "; ".join(told), width)]


def _head(session: Session, width: int, names: dict[str, str]) -> list[Content]:
    state = STATUS_WORDS[session.status]
    why = f": {session.why_not}" if session.why_not else ""
    place = f", {session.place}" if session.place else ""
    lines = [
        labelled("When", f"{date_in_words(session.date)} at {session.begins}{place}", width),
        labelled("State", f"{state}{why}", width),
        labelled("For", _SCOPES[session.scope], width),
    ]
    if session.register:
        years = listed(sorted({mark.year for mark in session.register if mark.is_here and mark.year}))
        lines.append(labelled("Came", f"{came_words(session)}{f', from {years}' if years else ''}", width))
    for lead in session.leads:
        lines.append(labelled("Led", f"{begun(lead.part)}: {codes_with_names(lead.codes, names)}", width))
    if session.note:
        lines.append(labelled("Note", session.note, width))
    return lines


def _seats(session: Session) -> list[Content]:
    return [seat_content(seat) for seat in session.seats]


def _said(session: Session, width: int) -> list[Content]:
    said = [f"“{each.text}”{f' ({each.part})' if each.part else ''}" for each in session.said]
    return [labelled("Said" if not number else "", text, width) for number, text in enumerate(said)]


def _sounds(sounds: Sequence[Sound], width: int) -> list[Content]:
    if not sounds:
        return []
    head = literal(count(len(sounds), "sound"), "bold")
    return [head, *(literal(sound_words(sound)) for sound in sounds)]


def _plan(plan: SessionPlan, width: int) -> list[Content]:
    lines = [labelled("Word", f"the new one: {plan.word}", width)] if plan.word else []
    if plan.resources:
        lines.append(labelled("Ready", "; ".join(plan.resources), width))
    for part in plan.parts:
        lines.append(literal(f"{begun(part.name)}, {count(part.minutes, 'minute')}", "bold"))
        lines += [labelled("·", step, width) for step in part.do]
    return lines
