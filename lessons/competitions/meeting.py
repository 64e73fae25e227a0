"""The half-termly meeting: what there is to do about the last competition and about the next."""

from dataclasses import dataclass

from evidence.library import Library
from lessons.competitions.announcement import winning
from lessons.competitions.brief import Brief
from lessons.competitions.briefs import Briefs
from lessons.competitions.competition import Competition
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.reasons import Reasons
from studio.wording import count, date_in_words, listed

_CARDS = 3
_NOT_AGAIN = 2
"""A brief of the same purpose as one of the last two is not suggested."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the agenda, and where it stands."""

    title: str
    told: tuple[str, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a school stands between two competitions."""

    last: Docket | None
    """The one to judge or to announce; else the one announced last."""
    next: Competition | None
    """The one that pupils make something for, or will."""
    cards: tuple[Brief, ...]
    """Briefs to choose from, none of them used yet."""
    items: tuple[Item, ...]


def meeting(library: Library) -> Meeting:
    """What there is to do now, in the order of the agenda."""
    dockets = [each for each in Dockets(library).all() if each.competition.status != "cancelled"]
    today = library.now().date()
    coming = [each for each in dockets if each.competition.stands(today) in ("set", "open")]
    past = [each for each in dockets if each not in coming]
    waiting = [each for each in past if each.competition.status != "announced"]
    last = waiting[0] if waiting else past[-1] if past else None
    following = coming[-1].competition if coming else None
    cards = suggested(library, [each.competition for each in dockets])
    items = (_judge(last), _reasons(library, last), _next(following, cards), _announce(last))
    return Meeting(last, following, cards, items)


def suggested(library: Library, before: list[Competition]) -> tuple[Brief, ...]:
    """Cards that were not used yet, and are for something else than the last ones were."""
    used = {each.brief.id for each in before}
    purposes = {each.brief.purpose for each in before[-_NOT_AGAIN:]}
    fresh = [each for each in Briefs(library).all() if each.id not in used]
    other = [each for each in fresh if each.purpose not in purposes] or fresh
    start = len(before) * _CARDS % max(len(other), 1)
    return tuple((other[start:] + other[:start])[:_CARDS])


def _judge(last: Docket | None) -> Item:
    title = "Judge the last competition"
    if last is None:
        return Item(title, ("There is none to judge yet.",), done=True)
    known = last.competition
    told = [f"{known.title}: {count(len(last.live), 'entry', 'entries')}."]
    if known.status == "judging":
        told.append(f"{count(len(last.waiting()), 'judge is', 'judges are')} not done yet.")
    elif known.result is not None:
        told.append(f"{count(len(known.panel), 'judge')} heard everything blind.")
    elif not last.live:
        told.append("Nobody handed anything in. Move the closing date, or cancel it with a kind word.")
    else:
        told.append("An adult opens the judging.")
    return Item(title, tuple(told), done=known.result is not None)


def _reasons(library: Library, last: Docket | None) -> Item:
    title = "Write the reasons"
    if last is None or last.competition.result is None:
        return Item(title, ("Two sentences or more for the winner, a kind line for everybody.",), done=False)
    reasons = Reasons(library, last.competition.id)
    wanted, unread = len(reasons.wanted()), len(reasons.unread())
    told = [f"{count(wanted, 'entry has', 'entries have')} no words yet."] if wanted else []
    told += [f"{count(unread, 'text waits', 'texts wait')} for an adult."] if unread else []
    return Item(title, tuple(told or ["Everything is written and checked."]), done=not told)


def _next(following: Competition | None, cards: tuple[Brief, ...]) -> Item:
    title = "Choose the next brief"
    if following is not None:
        day = date_in_words(following.closes)
        return Item(title, (f"It is “{following.brief.title}”, open until {day}.",), done=True)
    return Item(title, tuple(f"“{card.title}”: {card.hook}" for card in cards), done=False)


def _announce(last: Docket | None) -> Item:
    title = "Who announces the winner?"
    if last is None:
        return Item(title, ("Nothing to announce yet.",), done=True)
    known = last.competition
    if known.status == "announced" and known.announced is not None:
        animals = listed([f"the {each.animal}" for each in winning(last)]) or "no award this time"
        return Item(title, (f"Announced on {date_in_words(known.announced.date())}: {animals}.",), done=True)
    if known.announcers:
        return Item(title, (f"{count(len(known.announcers), 'pupil is', 'pupils are')} ready for it.",), True)
    return Item(title, ("Choose one or two who have not done it yet.",), done=False)
